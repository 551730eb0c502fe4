package org.isolctl.app.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an address and a port, such as `127.0.0.1:9750` or `[::1]:9750`.
final class SocketAddressConverter implements ITypeConverter<InetSocketAddress> {
  private static final Pattern FORM = Pattern.compile("(.+):([0-9]{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  @Override
  public InetSocketAddress convert(String value) {
    var matcher = FORM.matcher(value);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > HIGHEST_PORT) {
      throw new TypeConversionException(
          "'" + value + "' is no address and port; write one such as 127.0.0.1:9750");
    }
    // No name is looked up: what it means may change.
    String literal = matcher.group(1).replaceAll("^\\[(.*)]$", "$1");
    try {
      return new InetSocketAddress(
          InetAddress.ofLiteral(literal), Integer.parseInt(matcher.group(2)));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'" + matcher.group(1) + "' is no address; write one such as 127.0.0.1:9750");
    }
  }
}
