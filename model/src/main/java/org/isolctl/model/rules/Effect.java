package org.isolctl.model.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.isolctl.model.cpu.CpuSet;

/// What a rule does in a prediction.
///
/// What it does is asked of the effect, and not by a switch over the cases: a pattern switch costs
/// a short command half a millisecond when it first runs, and every prediction asked four.
public sealed interface Effect {
  /// Whether the rule says what a subject gets: a mask, or types that a word sets.
  default boolean isGiving() {
    return true;
  }

  /// The mask that the rule gives; all possible CPUs where it gives none.
  ///
  /// @param node the CPUs of the thread's NUMA node
  /// @param unbound the mask of unbound workqueues
  default CpuSet mask(BootedKernel booted, CpuSet node, CpuSet unbound) {
    return booted.possible();
  }

  /// The housekeeping types that the mask is made of.
  default Set<HousekeepingType> reads() {
    return Set.of();
  }

  /// The housekeeping types that a word takes CPUs out of.
  default Set<HousekeepingType> types() {
    return Set.of();
  }

  /// It gives a mask.
  ///
  /// @param reads the housekeeping types that the mask is made of: the rules that set them are part
  ///   of the reason for it
  record GivesMask(Set<HousekeepingType> reads, MaskFunction function) implements Effect {
    public GivesMask {
      reads = Set.copyOf(reads);
    }

    @Override
    public CpuSet mask(BootedKernel booted, CpuSet node, CpuSet unbound) {
      return function.mask(booted, node);
    }
  }

  /// The mask of unbound workqueues is that of these threads too.
  record FollowsUnbound() implements Effect {
    @Override
    public CpuSet mask(BootedKernel booted, CpuSet node, CpuSet unbound) {
      return unbound.intersects(booted.online()) ? unbound : booted.possible();
    }
  }

  /// A word takes the listed CPUs out of these housekeeping types.
  record SetsTypes(Set<HousekeepingType> types) implements Effect {
    public SetsTypes {
      types = Set.copyOf(types);
    }
  }

  /// The code that reads the boot line asks whether the rule holds.
  record Switches() implements Effect {
    @Override
    public boolean isGiving() {
      return false;
    }
  }

  /// Nothing: it is there to be read.
  record Explains() implements Effect {
    @Override
    public boolean isGiving() {
      return false;
    }
  }

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
