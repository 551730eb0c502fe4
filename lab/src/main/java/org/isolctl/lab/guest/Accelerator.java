package org.isolctl.lab.guest;

/// What runs the guest's instructions.
public enum Accelerator {
  /// QEMU's own translator. One thread for all CPUs: with one each, a guest on a busy machine
  /// spends its time waiting for a CPU of its own that is not running.
  TCG("tcg,thread=single"),
  /// The host's processor.
  KVM("kvm");

  private final String argument;

  Accelerator(String argument) {
    this.argument = argument;
  }

  String argument() {
    return argument;
  }
}
