package org.isolctl.host.machine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// A kernel's `.config`: lines `CONFIG_NAME=value`, and comments for what is not set.
final class KernelConfigText {
  private static final byte[] PREFIX = "CONFIG_".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST = 16 * 1024 * 1024;

  private KernelConfigText() {}

  /// @throws IllegalArgumentException when it is not gzip, or far too long
  static Map<String, String> parseCompressed(byte[] gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      byte[] text = in.readNBytes(LONGEST);
      if (in.read() >= 0) {
        throw new IllegalArgumentException("longer than any kernel configuration");
      }
      return parse(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("not in gzip format: " + e.getMessage(), e);
    }
  }

  /// The options that are set, without the prefix; quotes around a value are taken off.
  static Map<String, String> parse(byte[] text) {
    var options = new HashMap<String, String>(8192);
    int line = 0;
    while (line < text.length) {
      int end = line;
      int equals = -1;
      boolean option = startsWith(text, line);
      for (; end < text.length && text[end] != '\n'; end++) {
        if (option && equals < 0 && text[end] == '=') {
          equals = end;
        }
      }
      if (equals >= 0) {
        int name = line + PREFIX.length;
        options.put(latin(text, name, equals), value(text, equals + 1, end));
      }
      line = end + 1;
    }
    return Collections.unmodifiableMap(options);
  }

  private static boolean startsWith(byte[] text, int at) {
    for (int i = 0; i < PREFIX.length; i++) {
      if (at + i >= text.length || text[at + i] != PREFIX[i]) {
        return false;
      }
    }
    return true;
  }

  private static String value(byte[] text, int from, int to) {
    if (to - from == 1) {
      // Nearly every option: no text of its own for each.
      if (text[from] == 'y') {
        return "y";
      }
      if (text[from] == 'm') {
        return "m";
      }
    }
    boolean quoted = to - from >= 2 && text[from] == '"' && text[to - 1] == '"';
    return quoted ? latin(text, from + 1, to - 1) : latin(text, from, to);
  }

  private static String latin(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
