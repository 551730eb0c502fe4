package org.isolctl.model.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.judge.detect.BootWords;
import org.isolctl.model.judge.detect.Detector;
import org.isolctl.model.judge.detect.IrqDefault;
import org.isolctl.model.judge.detect.IrqStrays;
import org.isolctl.model.judge.detect.Irqbalance;
import org.isolctl.model.judge.detect.PacketSteering;
import org.isolctl.model.judge.detect.Partitions;
import org.isolctl.model.judge.detect.PatchedKernel;
import org.isolctl.model.judge.detect.PerCpuKthreads;
import org.isolctl.model.judge.detect.PileUps;
import org.isolctl.model.judge.detect.RcuCallbacks;
import org.isolctl.model.judge.detect.SharedCores;
import org.isolctl.model.judge.detect.ThreadStrays;
import org.isolctl.model.judge.detect.Ticks;
import org.isolctl.model.judge.detect.Watchdogs;
import org.isolctl.model.judge.detect.WorkqueueStrays;
import org.isolctl.model.policy.Policy;

/// Judges a machine: facts in, audit out, nothing else.
public final class Auditor {
  private static final List<Detector> DETECTORS =
      List.of(
          new ThreadStrays(),
          new PerCpuKthreads(),
          new WorkqueueStrays(),
          new IrqStrays(),
          new IrqDefault(),
          new PileUps(),
          new SharedCores(),
          new Ticks(),
          new RcuCallbacks(),
          new Irqbalance(),
          new PacketSteering(),
          new Watchdogs(),
          new Partitions(),
          new BootWords(),
          new PatchedKernel());

  private Auditor() {}

  /// The audit of one observation.
  ///
  /// @param isolated which CPUs count as isolated: {@link Isolation#of}
  /// @param policy whose exceptions are taken out of the findings and listed by themselves
  /// @param outlook what this kernel does by itself
  public static Audit audit(
      HostFacts facts, IsolatedCpus isolated, Policy policy, KernelOutlook outlook) {
    var situation = new Situation(facts, isolated, outlook);
    var findings = new ArrayList<Finding>();
    var exemptions = new ArrayList<Exemption>();
    for (Detector detector : DETECTORS) {
      detector.detect(
          situation,
          finding -> {
            var reason = Exceptions.reasonFor(finding, policy, facts);
            reason.ifPresentOrElse(
                words -> exemptions.add(Exceptions.exempt(finding, words)),
                () -> findings.add(finding));
          });
    }
    // Stable: within a severity the order of the detectors and of the tids stays.
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    var gaps = Gaps.of(facts);
    var machine = facts.machine();
    var verdict = verdict(facts, situation.isolated(), findings);
    return new Audit(
        verdict,
        machine.kernel().release().toOptional(),
        machine.cpus().possible().toOptional(),
        machine.cpus().online().toOptional(),
        machine.kernel().bootLine().toOptional(),
        isolated,
        situation.housekeeping(),
        new Audit.ThreadCounts(facts.threads().seen(), facts.threads().kernel(), strays(findings)),
        findings,
        tenants(situation),
        exemptions,
        gaps,
        Advice.of(verdict, situation),
        facts.watch());
  }

  private static int strays(List<Finding> findings) {
    return (int)
        findings.stream()
            .filter(finding ->
                finding.code() == FindingCode.KTHREAD_STRAY
                    || finding.code() == FindingCode.USER_STRAY)
            .count();
  }

  /// What was found stands whatever could not be seen; the absence of findings counts only where
  /// what they rest on could be seen.
  private static Verdict verdict(HostFacts facts, CpuSet isolated, List<Finding> findings) {
    var cpus = facts.machine().cpus();
    boolean cpusKnown =
        isPresent(cpus.online()) && isPresent(cpus.possible()) && isPresent(cpus.isolated());
    if (isolated.isEmpty()) {
      return cpusKnown ? Verdict.NOT_ISOLATED : Verdict.UNDECIDED;
    }
    if (findings.stream().anyMatch(one -> one.severity().compareTo(Severity.ERROR) >= 0)) {
      return Verdict.VIOLATED;
    }
    boolean threadsKnown =
        !facts.threads().hidden()
            && facts.threads().kernel() > 0
            && facts.threads().threads().stream().allMatch(thread -> isPresent(thread.mask()));
    boolean restKnown =
        isPresent(facts.machine().workqueues().global())
            && isPresent(facts.machine().irqs().defaultMask());
    return cpusKnown && threadsKnown && restKnown ? Verdict.INTACT : Verdict.UNDECIDED;
  }

  private static boolean isPresent(Reading<?> reading) {
    return reading instanceof Reading.Present;
  }

  private static List<Tenant> tenants(Situation situation) {
    return situation.threads().stream()
        .filter(thread -> thread.residence() == Residence.TENANT)
        .map(thread ->
            new Tenant(
                thread.tid(),
                thread.tgid(),
                thread.comm(),
                thread.threadClass(),
                situation.cut(thread.mask())))
        .toList();
  }
}
