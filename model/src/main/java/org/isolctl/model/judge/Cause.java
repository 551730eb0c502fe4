package org.isolctl.model.judge;

/// Why something reaches isolated CPUs: a closed list, each with a page in docs/causes.
public enum Cause {
  /// This kernel gives every thread of the class all CPUs.
  DEFAULT_MASK("default-mask"),
  /// The mask that the kernel gives today leaves the CPUs out, but the thread was made before.
  BORN_BEFORE_MASK("born-before-mask"),
  /// The thread's own code or its creator set the mask.
  OWN_MASK("own-mask"),
  /// Bound to its CPU by design.
  PER_CPU("per-cpu"),
  /// A mask of unbound workqueues reaches the CPUs.
  WORKQUEUE_MASK("workqueue-mask"),
  /// The requested mask of an interrupt reaches the CPUs.
  IRQ_MASK("irq-mask"),
  /// The requested mask is right but not yet in effect: it takes hold at the next interrupt.
  IRQ_PENDING("irq-pending"),
  /// The kernel itself spreads this interrupt and refuses a change.
  MANAGED_IRQ("managed-irq"),
  /// The kernel keeps the thread on the CPUs of a NUMA node.
  NODE_AFFINE("node-affine"),
  /// Somebody set this user thread's mask.
  USER_PINNED("user-pinned"),
  /// A user thread that has the mask its parent gave it.
  USER_INHERITED("user-inherited"),
  /// Several threads share isolated CPUs, where nothing balances them.
  NO_BALANCING("no-balancing"),
  /// The user's exception.
  BY_POLICY("by-policy");

  private final String label;

  Cause(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
