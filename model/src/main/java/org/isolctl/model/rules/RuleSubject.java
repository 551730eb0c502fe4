package org.isolctl.model.rules;

import org.isolctl.model.thread.ThreadClass;

/// What a rule is about.
public sealed interface RuleSubject {
  /// The mask of threads of a class.
  record OfThreads(ThreadClass threadClass) implements RuleSubject {
    @Override
    public String name() {
      return threadClass.label();
    }
  }

  /// What the kernel makes of a word of the boot line.
  record OfParameter(String name) implements RuleSubject {}

  /// A mask that the kernel shows, for instance `workqueue_unbound`.
  record OfMask(String name) implements RuleSubject {}

  /// A text form, for instance `cpulist`.
  record OfSyntax(String name) implements RuleSubject {}

  /// What it is called among its kind.
  String name();

  /// Whether both are the same. Equality of records is linked when it is first asked, which takes a
  /// short command some milliseconds; this is not.
  default boolean is(RuleSubject other) {
    return getClass() == other.getClass() && name().equals(other.name());
  }

  /// The kind of subject and its name, for instance `thread kthread`.
  default String text() {
    return switch (this) {
      case OfThreads(var threadClass) -> "thread " + threadClass.label();
      case OfParameter(var name) -> "parameter " + name;
      case OfMask(var name) -> "mask " + name;
      case OfSyntax(var name) -> "syntax " + name;
    };
  }

  static RuleSubject threads(ThreadClass threadClass) {
    return new OfThreads(threadClass);
  }

  static RuleSubject parameter(String name) {
    return new OfParameter(name);
  }

  static RuleSubject mask(String name) {
    return new OfMask(name);
  }

  static RuleSubject syntax(String name) {
    return new OfSyntax(name);
  }
}
