package org.isolctl.model.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.model.judge.Sketch.KTHREAD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStatus;
import org.isolctl.model.policy.Glob;
import org.isolctl.model.policy.Policy;
import org.isolctl.model.policy.PolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  @Test
  void aMachineWhoseThreadsAllStayAwayIsIntact() {
    var audit = new Sketch().isolcpus("2-3").audit();

    assertThat(audit.verdict()).isEqualTo(Verdict.INTACT);
    assertThat(audit.threads()).isEqualTo(new Audit.ThreadCounts(2, 1, 0));
    assertThat(audit.housekeeping()).isEqualTo(CpuSet.of(0, 1));
    assertThat(audit.gaps()).isEmpty();
    assertThat(audit.isFaulty()).isFalse();
  }

  @Test
  void whereNothingIsIsolatedTheReaderIsToldHowToLookFirst() {
    var sketch = new Sketch();
    sketch.bootLine = "quiet";

    var audit = sketch.audit();

    assertThat(audit.verdict()).isEqualTo(Verdict.NOT_ISOLATED);
    assertThat(audit.findings()).isEmpty();
    assertThat(audit.advice())
        .containsExactly(
            "To see first what would be in the way: isolctl audit --isolated 3",
            "To isolate CPUs on this kernel: boot with isolcpus=managed_irq,domain,3 nohz_full=3"
                + " irqaffinity=0-2");
  }

  @Test
  void whereNoBootWordReachesKernelThreadsTheAdviceSaysSoAndNamesTheGuard() {
    var sketch = new Sketch();
    sketch.bootLine = "quiet";
    sketch.release = "6.18.44";
    sketch.config =
        Reading.present("/proc/config.gz", Map.of("CPU_ISOLATION", "y", "RCU_NOCB_CPU", "y"));

    assertThat(sketch.audit().advice())
        .contains(
            "To isolate CPUs on this kernel: boot with isolcpus=managed_irq,domain,3 rcu_nocbs=3"
                + " irqaffinity=0-2",
            "To keep kernel threads off them too, run isolctl guard. Boot words cannot: up to 6.19"
                + " only nohz_full= reaches them, and this kernel is built without it.");
  }

  @Test
  void aDroppedIsolcpusLeavesNothingIsolatedAndIsAFault() {
    var sketch = new Sketch();
    sketch.bootLine = "quiet isolcpus=2-9";

    var audit = sketch.audit();

    assertThat(audit.verdict()).isEqualTo(Verdict.NOT_ISOLATED);
    assertThat(audit.isFaulty()).isTrue();
    assertThat(audit.findings())
        .extracting(Finding::subject)
        .contains(new Subject.OfBootWord("isolcpus", 17));
  }

  @Test
  void aKernelThatReportsSomethingElseThanItsRulesSayIsReported() {
    var sketch = new Sketch().isolcpus("3");

    assertThat(sketch.only(FindingCode.PREDICTION_DIFFERS).because())
        .isEqualTo("The kernel reports '3' where the rules for it say '2-3'.");
  }

  @Test
  void aMachineWithOneCpuIsToldThatThereIsNothingToIsolate() {
    var sketch = new Sketch();
    sketch.online = Sketch.list("/sys/devices/system/cpu/online", "0");
    sketch.possible = sketch.online;

    assertThat(sketch.audit().advice())
        .containsExactly("This machine has one CPU: there is none to isolate.");
  }

  @Test
  void unreadableCpusLeaveTheVerdictOpen() {
    var sketch = new Sketch();
    sketch.isolated = Reading.denied("/sys/devices/system/cpu/isolated", "root");

    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void hiddenKernelThreadsLeaveTheVerdictOpenUnlessAFindingSettlesIt() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.hidden = true;
    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(sketch.audit().gaps()).anyMatch(gap -> gap.reading().equals("kernel threads"));

    sketch.thread(900, "agent", 0, "0-3", 0);
    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void aMaskThatMayNotBeReadLeavesTheVerdictOpen() {
    var sketch = new Sketch().isolcpus("2-3");
    var source = "sched_getaffinity 77";
    sketch.threads.add(
        new ThreadFacts(
            77, 77, Reading.denied(source, "CAP_SYS_PTRACE"), sketch.threads.getFirst().stat()));

    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(sketch.audit().gaps()).contains(new Gap(source, Gap.State.DENIED, "CAP_SYS_PTRACE"));
  }

  @Test
  void theWorstFindingsComeFirst() {
    var sketch =
        new Sketch()
            .isolcpus("2-3")
            .thread(50, "khungtaskd", KTHREAD, "0-3", 0)
            .thread(51, "kauditd", KTHREAD, "0-3", 2);

    assertThat(sketch.audit().findings())
        .extracting(Finding::severity)
        .startsWith(Severity.CRITICAL, Severity.ERROR)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void anExceptionOfThePolicyIsListedWithItsReasonAndBreaksNothing() {
    var sketch = new Sketch().isolcpus("2-3").thread(50, "kvm-pit/812", KTHREAD, "0-3", 0);
    sketch.policy =
        new Policy(
            Optional.empty(),
            List.of(
                new PolicyException(
                    Optional.of(new Glob("kvm-pit/*")),
                    Optional.empty(),
                    Optional.empty(),
                    "follows its vCPU")));

    var audit = sketch.audit();

    assertThat(audit.verdict()).isEqualTo(Verdict.INTACT);
    assertThat(audit.threads().stray()).isZero();
    assertThat(audit.exemptions()).hasSize(1);
    assertThat(audit.exemptions().getFirst().reason()).isEqualTo("follows its vCPU");
    assertThat(audit.exemptions().getFirst().finding().cause()).contains(Cause.BY_POLICY);
  }

  @Test
  void anExceptionByCgroupLetsItsThreadsThrough() {
    var sketch = new Sketch().isolcpus("2-3").thread(900, "agent", 0, "0-3", 0);
    sketch.policy =
        new Policy(
            Optional.empty(),
            List.of(
                new PolicyException(
                    Optional.empty(),
                    Optional.of(new Glob("/system.slice/*")),
                    Optional.empty(),
                    "monitoring")));

    assertThat(sketch.audit().exemptions()).hasSize(1);
  }

  /// sos stops after 2,048 processes; what it has of a thread is its status.
  @ParameterizedTest
  @ValueSource(ints = {2047, 2048})
  void a_sosreport_with_as_many_processes_as_it_may_hold_lacks_the_rest(int processes) {
    var sketch = new Sketch();
    sketch.threads.clear();
    var status = Optional.of(new ThreadStatus("any", 'S', 1, Optional.of(false)));
    for (int tid = 1; tid <= processes; tid++) {
      sketch.threads.add(
          new ThreadFacts(
              tid,
              tid,
              Sketch.list("/proc/TID/status", "0-1"),
              Reading.absent("/proc/TID/stat"),
              status,
              Optional.empty()));
    }

    assertThat(
            sketch.audit().gaps().stream()
                .anyMatch(it -> it.reading().equals("processes beyond 2048")))
        .isEqualTo(processes == 2048);
  }
}
