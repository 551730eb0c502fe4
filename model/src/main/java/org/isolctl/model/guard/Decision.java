package org.isolctl.model.guard;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// What the guard makes of one look at one thread.
public sealed interface Decision {
  /// The thread is of no further interest: it is gone, or it is no kernel thread at all.
  record Forget() implements Decision {}

  /// Nothing is to be done now.
  ///
  /// @param next what to remember
  record Keep(Watched next) implements Decision {}

  /// The mask is to be set, and {@link GuardRules#afterSet} asked what follows.
  ///
  /// @param to never empty
  /// @param overwritten whether a mask that the guard had set was gone
  /// @param next what to remember until the kernel has answered
  record Set(CpuSet to, boolean overwritten, Watched next) implements Decision {}

  /// A mask that was set before the thread's text was read is not the guard's business after all:
  /// the former one is to be put back, unless somebody else has changed it since.
  ///
  /// @param given what the guard has set
  /// @param next what to remember; empty for a thread that is no kernel thread
  record GiveBack(CpuSet former, CpuSet given, Optional<Watched> next) implements Decision {}

  /// What to remember.
  default Optional<Watched> remembered() {
    return switch (this) {
      case Forget() -> Optional.empty();
      case Keep(var next) -> Optional.of(next);
      case Set(_, _, var next) -> Optional.of(next);
      case GiveBack(_, _, var next) -> next;
    };
  }
}
