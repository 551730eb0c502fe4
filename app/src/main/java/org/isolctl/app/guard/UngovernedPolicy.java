package org.isolctl.app.guard;

import java.util.Set;
import org.isolctl.model.policy.Policy;

/// The user's policy without what it says of interrupts and workqueues.
record UngovernedPolicy(PolicySource source) implements PolicySource {
  @Override
  public Policy read() throws PolicyTroubleException {
    var policy = source.read();
    return new Policy(policy.isolated(), policy.exceptions(), policy.moveUser(), Set.of());
  }

  @Override
  public String name() {
    return source.name();
  }
}
