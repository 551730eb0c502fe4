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
  private static final String PREFIX = "CONFIG_";
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
  ///
  /// The text has thousands of lines, half of them comments: it is searched by what the JDK
  /// searches strings with, which is compiled sooner than a loop over bytes.
  static Map<String, String> parse(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var options = new HashMap<String, String>(8192);
    int line = 0;
    while (line < text.length()) {
      int next = text.indexOf('\n', line);
      int end = next < 0 ? text.length() : next;
      if (text.startsWith(PREFIX, line)) {
        int equals = text.indexOf('=', line, end);
        if (equals >= 0) {
          options.put(text.substring(line + PREFIX.length(), equals), value(text, equals + 1, end));
        }
      }
      line = end + 1;
    }
    return Collections.unmodifiableMap(options);
  }

  private static String value(String text, int from, int to) {
    if (to - from == 1) {
      // Nearly every option: no text of its own for each.
      if (text.charAt(from) == 'y') {
        return "y";
      }
      if (text.charAt(from) == 'm') {
        return "m";
      }
    }
    boolean quoted = to - from >= 2 && text.charAt(from) == '"' && text.charAt(to - 1) == '"';
    return quoted ? text.substring(from + 1, to - 1) : text.substring(from, to);
  }
}
