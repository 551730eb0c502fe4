package org.isolctl.model.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.kernel.KernelVersion;

/// From one series of kernels on, until before another one.
///
/// @param from the first series, for instance `5.9`
/// @param until the first series where it no longer holds; absent where it holds to this day
/// @param early stable series that have it although they lie before `from`
/// @param lost stable series that no longer have it although they lie before `until`
public record VersionRange(
    Series from, Optional<Series> until, List<Backport> early, List<Backport> lost) {
  public VersionRange {
    early = List.copyOf(early);
    lost = List.copyOf(lost);
  }

  /// A series of kernels, for instance `6.12`.
  public record Series(int major, int minor) {
    static Series parse(String text) {
      int dot = text.indexOf('.');
      return new Series(
          Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    boolean isReachedBy(KernelVersion version) {
      return version.isAtLeast(major, minor);
    }

    @Override
    public String toString() {
      return major + "." + minor;
    }
  }

  /// From a series on, to this day.
  public static VersionRange since(String from) {
    return new VersionRange(Series.parse(from), Optional.empty(), List.of(), List.of());
  }

  /// From a series on, until before another one.
  public static VersionRange between(String from, String until) {
    return new VersionRange(
        Series.parse(from), Optional.of(Series.parse(until)), List.of(), List.of());
  }

  VersionRange alsoIn(Backport... series) {
    return new VersionRange(from, until, Arrays.asList(series), lost);
  }

  VersionRange exceptIn(Backport... series) {
    return new VersionRange(from, until, early, Arrays.asList(series));
  }

  /// Whether it holds in this kernel. Kernels before 3.10 are taken for 3.10.
  public boolean contains(KernelVersion version) {
    for (Backport series : early) {
      if (series.isIn(version)) {
        return true;
      }
    }
    for (Backport series : lost) {
      if (series.isIn(version)) {
        return false;
      }
    }
    boolean started = from.isReachedBy(version) || from.equals(KernelRules.OLDEST_READ);
    return started && (until.isEmpty() || !until.get().isReachedBy(version));
  }

  /// For people: `5.9 until 6.14`, `7.0 and later`.
  @Override
  public String toString() {
    var text = new StringBuilder(from.toString());
    text.append(until.map(end -> " until " + end).orElse(" and later"));
    early.forEach(series -> text.append(", also ").append(series).append(" by backport"));
    lost.forEach(series -> text.append(", not ").append(series));
    return text.toString();
  }
}
