package org.isolctl.model.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// What a rule does in a prediction.
public sealed interface Effect {
  /// It gives a mask.
  ///
  /// @param reads the housekeeping types that the mask is made of: the rules that set them are part
  ///   of the reason for it
  record GivesMask(Set<HousekeepingType> reads, MaskFunction function) implements Effect {
    public GivesMask {
      reads = Set.copyOf(reads);
    }
  }

  /// The mask of unbound workqueues is that of these threads too.
  record FollowsUnbound() implements Effect {}

  /// A word takes the listed CPUs out of these housekeeping types.
  record SetsTypes(Set<HousekeepingType> types) implements Effect {
    public SetsTypes {
      types = Set.copyOf(types);
    }
  }

  /// The code that reads the boot line asks whether the rule holds.
  record Switches() implements Effect {}

  /// Nothing: it is there to be read.
  record Explains() implements Effect {}

  static Effect mask(MaskFunction function, HousekeepingType... reads) {
    return new GivesMask(typeSet(reads), function);
  }

  static Effect followsUnbound() {
    return new FollowsUnbound();
  }

  static Effect sets(HousekeepingType... types) {
    return new SetsTypes(typeSet(types));
  }

  private static Set<HousekeepingType> typeSet(HousekeepingType... types) {
    var set = EnumSet.noneOf(HousekeepingType.class);
    set.addAll(Arrays.asList(types));
    return set;
  }

  static Effect switches() {
    return new Switches();
  }

  static Effect explains() {
    return new Explains();
  }
}
