package org.isolctl.model.judge;

/// How near a stray is to stealing time, in three grades that are never blurred.
public enum Grade {
  /// The mask reaches the CPU, but the CPU is outside every scheduler domain, so the balancer never
  /// takes the thread there; an explicit move, CPU hotplug or a wake-up rule can.
  MAY_RUN("may-run"),
  /// The mask reaches the CPU and the scheduler (or the interrupt controller) uses it.
  WILL_RUN("will-run"),
  /// It was seen there: last CPU, run time that grew there, interrupts counted there.
  DID_RUN("did-run");

  private final String label;

  Grade(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
