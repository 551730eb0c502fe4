package org.isolctl.model.rules;

/// The words that set housekeeping types: `nohz_full=` and the flags of `isolcpus=`.
public enum IsolationWord {
  NOHZ_FULL("nohz_full", HousekeepingRules.NOHZ_FULL),
  NOHZ("nohz", HousekeepingRules.NOHZ_WORD),
  DOMAIN("domain", HousekeepingRules.DOMAIN_WORD),
  MANAGED_IRQ("managed_irq", HousekeepingRules.MANAGED_IRQ_WORD);

  private final String text;
  private final String parameter;

  IsolationWord(String text, String parameter) {
    this.text = text;
    this.parameter = parameter;
  }

  /// The word as it stands in the boot line.
  public String text() {
    return text;
  }

  RuleSubject subject() {
    return RuleSubject.parameter(parameter);
  }
}
