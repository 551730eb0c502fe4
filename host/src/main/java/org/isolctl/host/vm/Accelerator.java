package org.isolctl.host.vm;

import java.time.Duration;

/// What runs the guest's instructions.
public enum Accelerator {
  /// This machine's processor. A boot takes a second or two; that `/dev/kvm` may be opened does not
  /// prove that it works, for instance in a nested machine.
  KVM("kvm", Duration.ofSeconds(30)),
  /// QEMU's own translator: 3 to 4 s of one CPU for a boot, and much longer on a busy machine. One
  /// thread for all CPUs: with one each they wait for each other.
  TCG("tcg,thread=single", Duration.ofMinutes(5));

  private final String argument;
  private final Duration limit;

  Accelerator(String argument, Duration limit) {
    this.argument = argument;
    this.limit = limit;
  }

  String argument() {
    return argument;
  }

  /// How long a boot may take.
  Duration limit() {
    return limit;
  }
}
