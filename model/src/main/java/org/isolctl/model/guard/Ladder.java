package org.isolctl.model.guard;

import java.util.List;

/// When a thread is looked at again after its mask was set.
///
/// No fixed wait is safe: on a kernel before 6.2 a new thread resets its own mask when it first
/// runs (kernel/kthread.c, kthread(), 6.1), which was measured from less than 0.1 ms to 500 ms
/// after the fork event. The rungs grow so that a short stray is caught early and a late one at
/// all.
public final class Ladder {
  private static final List<Long> RUNGS =
      List.of(
          200_000L,
          1_000_000L,
          5_000_000L,
          20_000_000L,
          100_000_000L,
          500_000_000L,
          2_000_000_000L);

  /// The rung above which a thread counts as settled.
  public static final int LAST = RUNGS.size() - 1;

  private Ladder() {}

  /// Nanoseconds after the last set at which a rung is due. Beyond the last rung every further look
  /// comes as long after the one before as the last rung after the set.
  static long offset(int rung) {
    return rung <= LAST ? RUNGS.get(rung) : RUNGS.get(LAST) * (rung - LAST + 1);
  }
}
