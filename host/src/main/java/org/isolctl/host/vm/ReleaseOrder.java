package org.isolctl.host.vm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;

/// Orders kernel releases by the numbers in them, from left to right: 6.1.0-9 before 6.1.0-56
/// before 6.12.1.
public enum ReleaseOrder implements Comparator<String> {
  BY_NUMBERS;

  /// `-cloud-amd64`: has digits that count nothing.
  private static final Pattern FLAVOUR = Pattern.compile("-[a-z].*");

  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");

  @Override
  public int compare(String a, String b) {
    return Arrays.compare(numbers(a), numbers(b));
  }

  private static long[] numbers(String release) {
    return NO_DIGITS
        .splitAsStream(FLAVOUR.matcher(release).replaceFirst(""))
        .filter(digits -> !digits.isEmpty())
        .mapToLong(Long::parseLong)
        .toArray();
  }
}
