package org.isolctl.model.run;

import org.isolctl.model.cpu.CpuSet;

/// What came of moving one thread.
///
/// @param from the mask that it had
/// @param wanted the mask that it was to have
public record Moved(int tid, CpuSet from, CpuSet wanted, Outcome outcome) {

  /// How it ended.
  public sealed interface Outcome {}

  /// It has the wanted mask.
  public record There() implements Outcome {}

  /// The kernel made something else of it.
  public record Bent(CpuSet now) implements Outcome {}

  /// It ended meanwhile.
  public record Gone() implements Outcome {}

  /// The kernel refused.
  ///
  /// @param why a sentence without its full stop
  public record Refused(String why) implements Outcome {}

  /// Whether it is not where it was to be, though it still runs.
  public boolean failed() {
    return switch (outcome) {
      case There(), Gone() -> false;
      case Bent _, Refused _ -> true;
    };
  }
}
