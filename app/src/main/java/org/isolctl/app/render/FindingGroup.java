package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;

/// Findings that a reader wants to see as one: the same thing with the same cause, only many times.
///
/// @param findings at least one
record FindingGroup(List<Finding> findings) {
  /// What the findings of a group have in common.
  ///
  /// @param mask absent too where it is one CPU only: threads and IRQs of which each CPU has its
  ///   own are one group and not as many as there are CPUs
  private record Likeness(
      FindingCode code,
      Severity severity,
      Class<? extends Subject> kind,
      Optional<ThreadClass> threadClass,
      Optional<CpuSet> mask,
      Optional<Grade> grade,
      Optional<Cause> cause) {

    static Likeness of(Finding finding) {
      return new Likeness(
          finding.code(),
          finding.severity(),
          finding.subject().getClass(),
          finding.subject() instanceof Subject.OfThread thread
              ? Optional.of(thread.threadClass())
              : Optional.empty(),
          finding.mask().filter(mask -> mask.size() > 1),
          finding.grade(),
          finding.cause());
    }
  }

  private static final Comparator<FindingGroup> WORST_FIRST =
      Comparator.comparing((FindingGroup group) -> group.any().severity())
          .reversed()
          .thenComparing(group -> group.any().code())
          .thenComparingInt(group -> -group.findings().size());

  FindingGroup {
    findings = List.copyOf(findings);
  }

  /// Gathers findings, worst first; within a group they stay in their order.
  static List<FindingGroup> gather(List<Finding> findings) {
    var groups = new LinkedHashMap<Likeness, List<Finding>>();
    for (Finding finding : findings) {
      groups.computeIfAbsent(Likeness.of(finding), _ -> new ArrayList<>()).add(finding);
    }
    return groups.values().stream().map(FindingGroup::new).sorted(WORST_FIRST).toList();
  }

  /// One of them, for what all have in common.
  Finding any() {
    return findings.getFirst();
  }

  /// The isolated CPUs that they reach together.
  CpuSet reach() {
    return findings.stream().map(Finding::reach).reduce(CpuSet.empty(), CpuSet::union);
  }

  /// The masks that occur, together.
  CpuSet masks() {
    return findings.stream()
        .flatMap(finding -> finding.mask().stream())
        .reduce(CpuSet.empty(), CpuSet::union);
  }
}
