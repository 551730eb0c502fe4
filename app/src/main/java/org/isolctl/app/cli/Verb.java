package org.isolctl.app.cli;

import java.util.Locale;
import java.util.Optional;

/// The verbs that the command knows.
enum Verb {
  AUDIT("Judge whether the isolation of this machine, or of a captured one, is real"),
  EXPLAIN("Explain a finding, a cause, or one thread of the machine"),
  PREDICT("Say what a boot line does on a kernel, before anybody boots it"),
  TRY("Boot a kernel with a boot line in QEMU, and compare with what is predicted"),
  RULES("List what kernels do with CPU isolation, and how that is known"),
  PLAN("Show what would keep the isolated CPUs free, and why"),
  APPLY("Make those changes, each written into a journal first"),
  UNDO("Take back exactly what was changed since the machine was booted"),
  GUARD("Keep every new kernel thread off the isolated CPUs"),
  RUN("Run a command on the isolated CPUs, or move a running process there"),
  PERSIST("Keep the isolation over reboots, in the boot loader's files"),
  CAPTURE("Write what an audit reads into a file, to judge it elsewhere"),
  KERNEL_PATCH("Mend kernel sources, so that isolcpus= holds for kernel threads too");

  private final String word;
  private final String purpose;

  Verb(String purpose) {
    this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.purpose = purpose;
  }

  String word() {
    return word;
  }

  String purpose() {
    return purpose;
  }

  /// A new command. Only the one that is called is ever built, as a short command would otherwise
  /// take longer to say what the others can than to run.
  Command build() {
    return switch (this) {
      case AUDIT -> new AuditCommand();
      case EXPLAIN -> new ExplainCommand();
      case PREDICT -> new PredictCommand();
      case TRY -> new TryCommand();
      case RULES -> new RulesCommand();
      case PLAN -> new PlanCommand();
      case APPLY -> new ApplyCommand();
      case UNDO -> new UndoCommand();
      case GUARD -> new GuardCommand();
      case RUN -> new RunCommand();
      case PERSIST -> new PersistCommand();
      case CAPTURE -> new CaptureCommand();
      case KERNEL_PATCH -> new KernelPatchCommand();
    };
  }

  static Optional<Verb> named(String word) {
    for (Verb verb : values()) {
      if (verb.word.equals(word)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }
}
