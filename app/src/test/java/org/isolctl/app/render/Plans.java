package org.isolctl.app.render;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Left;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.isolctl.model.thread.ThreadClass;

/// Plans and results drawn by hand.
public final class Plans {
  public static final Target KTHREADD = new Target.OfThread(2, 4, "kthreadd");
  public static final Target HOSTILE = new Target.OfThread(31, 40, "a\u001b[2J\nb");

  private Plans() {}

  public static Change change(Target target, String from, String to) {
    return new Change(
        target, Value.parse(from), Value.parse(to), Optional.of(FindingCode.KTHREAD_STRAY));
  }

  /// Three threads, an interrupt, and a rescuer that is left.
  public static Plan plan(boolean childrenInherit) {
    return new Plan(
        Optional.of("6.12.117"),
        CpuSet.range(2, 3),
        CpuSet.range(0, 1),
        childrenInherit,
        List.of(
            change(KTHREADD, "0-3", "0-1"),
            change(new Target.OfThread(30, 40, "khungtaskd"), "0-3", "0-1"),
            change(HOSTILE, "0-3", "0-1"),
            new Change(
                new Target.OfIrq(24, "eth0"),
                Value.parse("0-3"),
                Value.parse("0-1"),
                Optional.of(FindingCode.IRQ_STRAY))),
        List.of(
            new Left(
                new Subject.OfThread(9, "kworker/R-x", ThreadClass.RESCUER),
                FindingCode.KTHREAD_STRAY,
                "the kernel refuses another mask for it")));
  }

  public static Plan empty() {
    return new Plan(
        Optional.empty(), CpuSet.range(2, 3), CpuSet.range(0, 1), true, List.of(), List.of());
  }

  /// One result of each kind.
  public static List<Result> results() {
    return List.<Outcome>of(
            new Outcome.Written(),
            new Outcome.Pending(CpuSet.of(2)),
            new Outcome.Bent(Value.parse("0"), true),
            new Outcome.AlreadySo(),
            new Outcome.ChangedSince(Value.parse("0-2")),
            new Outcome.Gone(),
            new Outcome.Refused("EPERM", "the capability CAP_SYS_NICE is lacking", false),
            new Outcome.NotTried("the journal cannot be written"))
        .stream()
        .map(outcome -> new Result(change(HOSTILE, "0-3", "0-1"), outcome))
        .toList();
  }
}
