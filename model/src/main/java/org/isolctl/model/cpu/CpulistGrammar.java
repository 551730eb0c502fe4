package org.isolctl.model.cpu;

import java.util.OptionalInt;

/// Which cpulists are accepted: numbers and ranges always, the rest by kernel era.
///
/// @param emptyIsZero an empty item means CPU 0, as in 3.10 (lib/bitmap.c; 4.15 no, 4.3 by memory)
/// @param groups `a-b:used/group`, the first *used* CPUs of every *group* from a to b
///   (lib/bitmap.c, 3.10 no, 4.15 yes; 4.10 by memory)
/// @param keywords `N` for the highest CPU and `all` (lib/bitmap.c, 5.14-rc5 yes, 5.12.9 no); they
///   need a width
/// @param width how many CPU numbers there are: a higher number is an error, as in the kernel; any
///   number where it is not known
public record CpulistGrammar(
    boolean emptyIsZero, boolean groups, boolean keywords, OptionalInt width) {
  /// Any width, and hence no `N` and no `all`: what the kernel's own files hold.
  public static final CpulistGrammar ANY_WIDTH =
      new CpulistGrammar(false, true, false, OptionalInt.empty());

  public CpulistGrammar {
    if (keywords && width.isEmpty()) {
      throw new IllegalArgumentException("N and all mean nothing without a width");
    }
    if (emptyIsZero && (groups || keywords)) {
      throw new IllegalArgumentException(
          "no kernel takes an empty item for CPU 0 and also knows groups or keywords");
    }
    if (width.isPresent() && (width.getAsInt() < 1 || width.getAsInt() > CpuSet.MAX_CPU + 1)) {
      throw new IllegalArgumentException("no machine has " + width.getAsInt() + " CPU numbers");
    }
  }

  /// What today's kernels accept on a machine with CPUs 0 to `width - 1`.
  public static CpulistGrammar ofWidth(int width) {
    return new CpulistGrammar(false, true, true, OptionalInt.of(width));
  }

  int highest() {
    return width.isPresent() ? width.getAsInt() - 1 : CpuSet.MAX_CPU;
  }
}
