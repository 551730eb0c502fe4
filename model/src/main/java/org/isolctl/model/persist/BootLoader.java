package org.isolctl.model.persist;

/// The ways in which boot lines are kept.
public enum BootLoader {
  /// `grub-mkconfig` with the drop-ins of Debian and Ubuntu.
  GRUB("grub", "a drop-in of GRUB"),
  /// The entries of the Boot Loader Specification, type 1: Fedora and its kin under GRUB, and
  /// systemd-boot; with `/etc/kernel/cmdline`, of which kernel-install makes new entries.
  ENTRIES("entries", "the entries of the Boot Loader Specification"),
  /// `/etc/kernel/cmdline` alone, which goes into unified kernel images.
  KERNEL_INSTALL("kernel-install", "the line of kernel-install"),
  /// `cmdline.txt` on the first partition of a Raspberry Pi.
  RASPBERRY_PI("raspberry-pi", "the line of the Raspberry Pi's firmware");

  private final String label;
  private final String title;

  BootLoader(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /// The word of the command line and of the output.
  public String label() {
    return label;
  }

  /// What it is, for people.
  public String title() {
    return title;
  }
}
