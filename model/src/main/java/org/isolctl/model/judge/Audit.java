package org.isolctl.model.judge;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.WatchFacts;

/// The whole answer of an audit.
///
/// @param kernel the release, where it could be read
/// @param housekeeping the online CPUs that are not isolated
/// @param findings worst first
/// @param tenants threads that were put onto isolated CPUs
/// @param exemptions strays that the policy allows
/// @param gaps readings that the verdict lacks
/// @param advice sentences for a reader whose verdict is not-isolated or undecided
public record Audit(
    Verdict verdict,
    Optional<String> kernel,
    Optional<CpuSet> possible,
    Optional<CpuSet> online,
    Optional<String> bootLine,
    IsolatedCpus isolated,
    CpuSet housekeeping,
    ThreadCounts threads,
    List<Finding> findings,
    List<Tenant> tenants,
    List<Exemption> exemptions,
    List<Gap> gaps,
    List<String> advice,
    Optional<WatchFacts> watch) {
  public Audit {
    findings = List.copyOf(findings);
    tenants = List.copyOf(tenants);
    exemptions = List.copyOf(exemptions);
    gaps = List.copyOf(gaps);
    advice = List.copyOf(advice);
  }

  /// Whether something is wrong that can be mended: also where nothing is isolated, as when the
  /// boot word that was to isolate was dropped.
  public boolean isFaulty() {
    return findings.stream().anyMatch(one -> one.severity().compareTo(Severity.ERROR) >= 0);
  }

  /// How many threads were seen.
  ///
  /// @param kernel kernel threads among them
  /// @param stray threads of all classes whose mask reaches isolated CPUs though nothing says that
  ///   they belong there
  public record ThreadCounts(int seen, int kernel, int stray) {}
}
