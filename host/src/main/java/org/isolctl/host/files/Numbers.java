package org.isolctl.host.files;

import java.util.Arrays;
import java.util.List;
import org.isolctl.model.facts.Reading;

/// Folders that are named by numbers, as threads and IRQs are.
public final class Numbers {
  private static final int LONGEST = 9;

  private Numbers() {}

  /// The numbers among the names, ascending; none where the folder could not be read.
  public static int[] in(Reading<List<String>> names) {
    return after("", names);
  }

  /// The numbers that follow `prefix`, as in `node0`, ascending; names without it are left out.
  public static int[] after(String prefix, Reading<List<String>> names) {
    if (!(names instanceof Reading.Present<List<String>>(_, var list))) {
      return new int[0];
    }
    int[] numbers = new int[list.size()];
    int count = 0;
    for (int i = 0; i < list.size(); i++) {
      var name = list.get(i);
      int number = name.startsWith(prefix) ? parse(name, prefix.length()) : -1;
      if (number >= 0) {
        numbers[count++] = number;
      }
    }
    int[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /// The number that the rest of a name is, or -1.
  private static int parse(String name, int from) {
    int value = 0;
    for (int i = from; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    int digits = name.length() - from;
    return digits < 1 || digits > LONGEST ? -1 : value;
  }
}
