package org.isolctl.model.guard;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// When the next scan is due: soon after it was asked for, but never too soon after the last one,
/// and slowly by itself.
///
/// @param period between two scans that nobody asked for
/// @param gap least time between two scans: one after every loss of events burnt most of a CPU
///   while a small buffer overflowed again and again
/// @param lastNanos when the last scan ended; meaningless while `everDone` is false
/// @param wanted why a scan is wanted
public record ScanSchedule(
    Duration period, Duration gap, boolean everDone, long lastNanos, Set<ScanReason> wanted) {
  public static final Duration GAP = Duration.ofMillis(100);

  public ScanSchedule {
    wanted = wanted.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(wanted));
  }

  /// Nothing is done and nothing is asked for.
  public static ScanSchedule every(Duration period) {
    return new ScanSchedule(period, GAP, false, 0, Set.of());
  }

  public ScanSchedule asked(ScanReason reason) {
    var more = EnumSet.of(reason);
    more.addAll(wanted);
    return new ScanSchedule(period, gap, everDone, lastNanos, more);
  }

  /// When the next scan is due; the first one only once it was asked for, as it must not come
  /// before the guard listens.
  public long dueNanos(long now) {
    if (!everDone) {
      return wanted.isEmpty() ? Long.MAX_VALUE : now;
    }
    return lastNanos + (wanted.isEmpty() ? period : gap).toNanos();
  }

  /// Why the scan that is due is made.
  public Set<ScanReason> reasons() {
    return wanted.isEmpty() ? Set.of(ScanReason.TIMER) : wanted;
  }

  /// After a scan; what was asked for while it ran is not seen by it and must be asked again.
  public ScanSchedule done(long now) {
    return new ScanSchedule(period, gap, true, now, Set.of());
  }
}
