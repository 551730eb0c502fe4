package org.isolctl.host.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `/proc/mounts` (show_vfsmnt() in fs/proc_namespace.c): device, place, type, options.
final class MountTable {
  private MountTable() {}

  /// One mount.
  record Mount(String place, String type, List<String> options) {}

  /// Lines that have too few fields are left out.
  static List<Mount> parse(String text) {
    var mounts = new ArrayList<Mount>();
    for (String line : text.split("\n", -1)) {
      var fields = line.split(" ", -1);
      if (fields.length >= 4) {
        mounts.add(
            new Mount(unescape(fields[1]), fields[2], Arrays.asList(fields[3].split(",", -1))));
      }
    }
    return List.copyOf(mounts);
  }

  /// The kernel writes blank, tab, newline and backslash as three octal digits.
  private static String unescape(String text) {
    int backslash = text.indexOf('\\');
    if (backslash < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 3 < text.length()) {
        int octal = 0;
        for (int digit = i + 1; digit <= i + 3; digit++) {
          int value = Character.digit(text.charAt(digit), 8);
          octal = value < 0 || octal < 0 ? -1 : octal * 8 + value;
        }
        if (octal >= 0) {
          plain.append((char) octal);
          i += 3;
          continue;
        }
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
