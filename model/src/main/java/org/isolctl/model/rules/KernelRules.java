package org.isolctl.model.rules;

import java.util.EnumMap;
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
              ParameterRules.all(),
              PatchRules.all())
          .flatMap(List::stream)
          .toList();
  private static final Map<ThreadClass, List<Rule>> MASKS = new EnumMap<>(ThreadClass.class);
  private static final Map<IsolationWord, List<Rule>> WORDS = new EnumMap<>(IsolationWord.class);
  private static final List<Rule> UNBOUND = giving(RuleSubject.mask("workqueue_unbound"));

  static {
    for (var threadClass : ThreadClass.values()) {
      MASKS.put(threadClass, giving(RuleSubject.threads(threadClass)));
    }
    for (var word : IsolationWord.values()) {
      WORDS.put(word, giving(word.subject()));
    }
  }

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
    return first(MASKS.getOrDefault(threadClass, List.of()), version);
  }

  /// The rule that gives unbound workqueues their mask.
  public static Rule unboundMask(KernelVersion version) {
    return first(UNBOUND, version).orElseThrow();
  }

  /// What a word sets in this kernel; none where the kernel does not know the word.
  public static Optional<Rule> setBy(IsolationWord word, KernelVersion version) {
    return first(WORDS.getOrDefault(word, List.of()), version);
  }

  private static Optional<Rule> first(List<Rule> rules, KernelVersion version) {
    for (Rule rule : rules) {
      if (rule.holdsIn(version)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /// The rules on a subject that give a mask or set types.
  private static List<Rule> giving(RuleSubject subject) {
    return ALL.stream()
        .filter(rule -> rule.subject().is(subject))
        .filter(rule -> rule.effect().isGiving())
        .toList();
  }
}
