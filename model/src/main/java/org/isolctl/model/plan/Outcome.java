package org.isolctl.model.plan;

import org.isolctl.model.cpu.CpuSet;

/// What came of one change.
public sealed interface Outcome {
  /// It was written, and reading it back shows it.
  record Written() implements Outcome {}

  /// It was written and is noted, but takes hold later: the next interrupt still goes elsewhere.
  record Pending(CpuSet inEffect) implements Outcome {}

  /// It was written, but the machine made something else of it: a cpuset, or the isolation itself,
  /// takes CPUs away from what is asked for.
  ///
  /// @param within whether what it made has no CPU that was not asked for
  record Bent(Value now, boolean within) implements Outcome {}

  /// It holds the wanted value already; nothing was written.
  record AlreadySo() implements Outcome {}

  /// It holds neither what the plan saw nor what was written: somebody else changed it, so it is
  /// left alone.
  record ChangedSince(Value now) implements Outcome {}

  /// It is not there any more.
  record Gone() implements Outcome {}

  /// The machine refused; it holds what it held.
  record Refused(String error, String why, boolean byDesign) implements Outcome {}

  /// Nothing was tried, because something before it failed.
  record NotTried(String why) implements Outcome {}

  /// The word of the output.
  default String label() {
    return switch (this) {
      case Written _ -> "written";
      case Pending _ -> "pending";
      case Bent _ -> "bent";
      case AlreadySo _ -> "already-so";
      case ChangedSince _ -> "changed-since";
      case Gone _ -> "gone";
      case Refused _ -> "refused";
      case NotTried _ -> "not-tried";
    };
  }

  /// Whether the machine was written to.
  default boolean wrote() {
    return switch (this) {
      case Written _, Pending _, Bent _ -> true;
      case AlreadySo _, ChangedSince _, Gone _, Refused _, NotTried _ -> false;
    };
  }

  /// Whether nothing was written because the machine, or what it shows now, forbids it.
  default boolean refused() {
    return switch (this) {
      case ChangedSince _, Refused _, NotTried _ -> true;
      case Written _, Pending _, Bent _, AlreadySo _, Gone _ -> false;
    };
  }

  /// Whether what was wanted was not reached though it might have been.
  default boolean failed() {
    return switch (this) {
      case Written _, Pending _, AlreadySo _, Gone _ -> false;
      case Bent bent -> !bent.within();
      case ChangedSince _, NotTried _ -> true;
      case Refused refused -> !refused.byDesign();
    };
  }

  /// One sentence for people, without its full stop; empty where the label says it all.
  default String remark() {
    return switch (this) {
      case Written _, AlreadySo _ -> "";
      case Pending(var inEffect) ->
          "takes hold at the next interrupt, which still goes to CPU " + inEffect;
      case Bent(var now, _) -> "the kernel made " + quoted(now) + " of it";
      case ChangedSince(var now) -> "it holds " + quoted(now) + " now: somebody else changed it";
      case Gone _ -> "it is not there any more";
      case Refused(var error, var why, _) -> error + ": " + why;
      case NotTried(var why) -> why;
    };
  }

  private static String quoted(Value value) {
    return value.text().isEmpty() ? "no CPU" : value.text();
  }
}
