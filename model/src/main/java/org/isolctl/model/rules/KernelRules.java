package org.isolctl.model.rules;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.thread.ThreadClass;

/// All rules, and the questions that are asked of them.
public final class KernelRules {
  /// The oldest series whose source was read; older kernels are taken for it.
  public static final VersionRange.Series OLDEST_READ = new VersionRange.Series(3, 10);

  /// The newest series whose source was read; newer kernels are taken to do the same.
  public static final VersionRange.Series NEWEST_READ = new VersionRange.Series(7, 3);

  private static final List<Rule> ALL =
      Stream.of(
              CpulistRules.all(),
              IsolcpusRules.all(),
              HousekeepingRules.all(),
              ThreadRules.all(),
              WorkqueueRules.all(),
              ParameterRules.all())
          .flatMap(List::stream)
          .toList();
  private static final Map<RuleSubject, List<Rule>> BY_SUBJECT =
      ALL.stream().collect(groupingBy(Rule::subject));

  private KernelRules() {}

  /// Every rule, in the order of the documentation.
  public static List<Rule> all() {
    return ALL;
  }

  /// The rules that hold in a kernel.
  public static List<Rule> of(KernelVersion version) {
    return ALL.stream().filter(rule -> rule.holdsIn(version)).toList();
  }

  /// The rule that gives threads of a class their mask; none for classes that have no common one.
  public static Optional<Rule> maskOf(ThreadClass threadClass, KernelVersion version) {
    return maskRule(RuleSubject.threads(threadClass), version);
  }

  /// The rule that gives unbound workqueues their mask.
  public static Rule unboundMask(KernelVersion version) {
    return maskRule(RuleSubject.mask("workqueue_unbound"), version).orElseThrow();
  }

  private static Optional<Rule> maskRule(RuleSubject subject, KernelVersion version) {
    for (Rule rule : BY_SUBJECT.getOrDefault(subject, List.of())) {
      boolean gives =
          switch (rule.effect()) {
            case Effect.GivesMask _, Effect.FollowsUnbound _ -> true;
            case Effect.SetsTypes _, Effect.Switches _, Effect.Explains _ -> false;
          };
      if (gives && rule.holdsIn(version)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /// What a word sets in this kernel; none where the kernel does not know the word.
  public static Optional<Rule> setBy(IsolationWord word, KernelVersion version) {
    for (Rule rule : BY_SUBJECT.getOrDefault(word.subject(), List.of())) {
      if (rule.effect() instanceof Effect.SetsTypes && rule.holdsIn(version)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
