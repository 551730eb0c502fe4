package org.isolctl.host.act;

import java.util.Optional;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// Targets and changes for tests.
final class Changes {
  static final Target KTHREADD = new Target.OfThread(2, 4, "kthreadd");
  static final Target KHUNGTASKD = new Target.OfThread(30, 40, "khungtaskd");
  static final Target WORKQUEUES = new Target.OfWorkqueue("*");
  static final Target ETH0 = new Target.OfIrq(24, "eth0");

  private Changes() {}

  static Change change(Target target, String from, String to) {
    return new Change(
        target, Value.parse(from), Value.parse(to), Optional.of(FindingCode.KTHREAD_STRAY));
  }
}
