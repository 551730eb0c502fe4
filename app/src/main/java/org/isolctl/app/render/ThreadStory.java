package org.isolctl.app.render;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.judge.Exemption;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;
import org.isolctl.model.thread.ThreadClassifier;

/// One thread and what an audit says of it.
///
/// @param findings those that are about it
/// @param exemption the exception of the policy file that lets it be where it is
public record ThreadStory(
    ThreadFacts thread, Audit audit, List<Finding> findings, Optional<Exemption> exemption) {
  public ThreadStory {
    findings = List.copyOf(findings);
  }

  /// How it stands with isolation.
  enum Judgement {
    /// There are findings.
    STRAY("stray"),
    /// The policy file allows what would be findings.
    ALLOWED("allowed"),
    /// Somebody put it onto isolated CPUs.
    TENANT("tenant"),
    /// Nothing is isolated, so it cannot stray.
    NOT_ISOLATED("not-isolated"),
    /// Its mask could not be read.
    UNKNOWN("unknown"),
    /// It does not reach isolated CPUs.
    FINE("fine");

    private final String label;

    Judgement(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// Picks what an audit has on a thread.
  public static ThreadStory of(ThreadFacts thread, Audit audit) {
    return new ThreadStory(
        thread,
        audit,
        audit.findings().stream().filter(finding -> isAbout(finding.subject(), thread)).toList(),
        audit.exemptions().stream()
            .filter(one -> isAbout(one.finding().subject(), thread))
            .findFirst());
  }

  private static boolean isAbout(Subject subject, ThreadFacts thread) {
    return switch (subject) {
      case Subject.OfThread(int tid, _, _) -> tid == thread.tid();
      case Subject.OfProcess(_, _, List<Integer> tids) -> tids.contains(thread.tid());
      case Subject.OfIrq _,
          Subject.OfWorkqueue _,
          Subject.OfCpus _,
          Subject.OfQueue _,
          Subject.OfPartition _,
          Subject.OfBootWord _,
          Subject.OfSetting _ ->
          false;
    };
  }

  Optional<CpuSet> mask() {
    return thread.mask().toOptional();
  }

  Optional<ThreadClass> threadClass() {
    return mask().flatMap(cpus -> ThreadClassifier.classify(thread, cpus));
  }

  Optional<Integer> lastCpu() {
    return thread.stat().toOptional().map(stat -> stat.lastCpu()).filter(cpu -> cpu >= 0);
  }

  CpuSet isolated() {
    return audit.isolated().all();
  }

  Judgement judgement() {
    if (!findings.isEmpty()) {
      return Judgement.STRAY;
    }
    if (exemption.isPresent()) {
      return Judgement.ALLOWED;
    }
    if (audit.tenants().stream().anyMatch(tenant -> tenant.tid() == thread.tid())) {
      return Judgement.TENANT;
    }
    if (isolated().isEmpty()) {
      return Judgement.NOT_ISOLATED;
    }
    return mask().isEmpty() ? Judgement.UNKNOWN : Judgement.FINE;
  }
}
