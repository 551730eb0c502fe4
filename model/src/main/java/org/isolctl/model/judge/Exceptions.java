package org.isolctl.model.judge;

import java.util.Optional;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.policy.Policy;
import org.isolctl.model.policy.PolicyException;

/// Holds findings against the user's exceptions. Only threads that stray can be excepted: what is
/// listed for information needs no leave.
final class Exceptions {
  private Exceptions() {}

  static Optional<String> reasonFor(Finding finding, Policy policy, HostFacts facts) {
    boolean stray =
        finding.code() == FindingCode.KTHREAD_STRAY || finding.code() == FindingCode.USER_STRAY;
    if (!stray || !(finding.subject() instanceof Subject.OfThread thread)) {
      return Optional.empty();
    }
    for (PolicyException exception : policy.exceptions()) {
      // The cgroup is looked up only for an exception that asks for it.
      var cgroup =
          exception.cgroup().isPresent() ? cgroup(facts, thread.tid()) : Optional.<String>empty();
      if (exception.matches(thread.comm(), thread.threadClass(), cgroup)) {
        return Optional.of(exception.reason());
      }
    }
    return Optional.empty();
  }

  static Exemption exempt(Finding finding, String reason) {
    return new Exemption(
        new Finding(
            finding.code(),
            Severity.INFO,
            finding.subject(),
            finding.mask(),
            finding.reach(),
            finding.grade(),
            Optional.of(Cause.BY_POLICY),
            finding.movable(),
            finding.because(),
            finding.remedy(),
            finding.readings()),
        reason);
  }

  private static Optional<String> cgroup(HostFacts facts, int tid) {
    return facts.threads().threads().stream()
        .filter(thread -> thread.tid() == tid)
        .findFirst()
        .flatMap(ThreadFacts::cgroup)
        .flatMap(Reading::toOptional);
  }
}
