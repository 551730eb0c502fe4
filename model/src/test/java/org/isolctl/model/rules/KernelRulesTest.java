package org.isolctl.model.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.thread.ThreadClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelRulesTest {
  private static final List<ThreadClass> WITH_MASK =
      List.of(
          ThreadClass.INIT,
          ThreadClass.KTHREADD,
          ThreadClass.KTHREAD,
          ThreadClass.NODE_KTHREAD,
          ThreadClass.RCU_GP,
          ThreadClass.RCUO,
          ThreadClass.UNBOUND_KWORKER,
          ThreadClass.RESCUER);

  static List<Rule> rules() {
    return KernelRules.all();
  }

  /// Every series from 3.10 to some that do not exist yet.
  static List<KernelVersion> series() {
    var versions = new ArrayList<String>();
    Stream.iterate(10, minor -> minor <= 19, minor -> minor + 1)
        .forEach(m -> versions.add("3." + m));
    for (int major = 4; major <= 7; major++) {
      for (int minor = 0; minor <= 20; minor++) {
        versions.add(major + "." + minor);
      }
    }
    return versions.stream().map(KernelVersion::parse).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_rule_says_where_it_was_read_and_what_it_rests_on(Rule rule) {
    assertThat(rule.source().file()).matches("[a-z0-9_/]+/[a-z0-9_-]+\\.([ch]|cocci)");
    assertThat(rule.source().versions()).matches(".*\\d\\.\\d.*");
    switch (rule.evidence()) {
      case Evidence.Measured(var kernels) -> assertThat(kernels).matches(".*\\d\\.\\d.*");
      case Evidence.SourceOnly(var why) -> assertThat(why).hasSizeGreaterThan(10);
    }
    assertThat(rule.evidence().text()).containsAnyOf("measured on", "source only");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_rule_says_one_thing_in_whole_sentences(Rule rule) {
    assertThat(rule.id()).matches("[a-z0-9.]+(-[a-z0-9.]+)+");
    assertThat(rule.says()).matches("(?s)\\S.*\\.").doesNotContain("  ");
    assertThat(rule.subject().text()).contains(" ");
  }

  @Test
  void no_two_rules_have_the_same_id() {
    var ids = new HashSet<String>();

    assertThat(KernelRules.all()).allMatch(rule -> ids.add(rule.id()));
  }

  @ParameterizedTest
  @MethodSource("series")
  void every_kernel_has_exactly_one_mask_rule_for_each_class(KernelVersion version) {
    for (var threadClass : WITH_MASK) {
      assertThat(giving(RuleSubject.threads(threadClass), version))
          .as("%s on %s", threadClass, version)
          .hasSize(1);
      assertThat(KernelRules.maskOf(threadClass, version))
          .contains(giving(RuleSubject.threads(threadClass), version).getFirst());
    }
    assertThat(giving(RuleSubject.mask("workqueue_unbound"), version)).as("%s", version).hasSize(1);
    assertThat(KernelRules.maskOf(ThreadClass.PER_CPU_KTHREAD, version)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("series")
  void every_kernel_has_at_most_one_meaning_for_a_word(KernelVersion version) {
    for (var word : IsolationWord.values()) {
      assertThat(
              KernelRules.of(version).stream()
                  .filter(rule -> rule.subject().equals(word.subject()))
                  .filter(rule -> rule.effect() instanceof Effect.SetsTypes))
          .as("%s on %s", word, version)
          .hasSizeLessThanOrEqualTo(1);
    }
    assertThat(KernelRules.setBy(IsolationWord.NOHZ_FULL, version).isPresent())
        .isEqualTo(version.isAtLeast(4, 15));
  }

  @Test
  void a_range_ends_before_its_end() {
    var range = VersionRange.between("5.9", "6.14");

    assertThat(range.contains(KernelVersion.parse("5.8.18"))).isFalse();
    assertThat(range.contains(KernelVersion.parse("5.9-rc1"))).isTrue();
    assertThat(range.contains(KernelVersion.parse("6.13.12"))).isTrue();
    assertThat(range.contains(KernelVersion.parse("6.14.0"))).isFalse();
    assertThat(range).hasToString("5.9 until 6.14");
    assertThat(VersionRange.since("7.0")).hasToString("7.0 and later");
  }

  @Test
  void a_range_knows_the_stable_series_that_got_the_change_early_or_lost_it() {
    var range =
        VersionRange.since("6.9").alsoIn(new Backport(6, 1, 192)).exceptIn(new Backport(6, 10, 3));

    assertThat(range.contains(KernelVersion.parse("6.1.192"))).isTrue();
    assertThat(range.contains(KernelVersion.parse("6.1.191"))).isFalse();
    assertThat(range.contains(KernelVersion.parse("6.2.200"))).isFalse();
    assertThat(range.contains(KernelVersion.parse("6.10.3"))).isFalse();
    assertThat(range.contains(KernelVersion.parse("6.10.2"))).isTrue();
    assertThat(range).hasToString("6.9 and later, also 6.1.192 by backport, not 6.10.3");
  }

  @Test
  void a_vendor_kernel_that_hides_its_patch_level_counts_as_current() {
    var range = VersionRange.since("6.9").alsoIn(new Backport(6, 1, 192));

    assertThat(range.contains(KernelVersion.parse("6.1.0-44-amd64"))).isTrue();
    assertThat(range.contains(KernelVersion.parse("6.1.0-rc2"))).isFalse();
    assertThat(range.contains(KernelVersion.parse("6.1.1"))).isFalse();
  }

  @Test
  void kernels_before_the_oldest_one_read_count_as_it() {
    assertThat(KernelRules.maskOf(ThreadClass.KTHREAD, KernelVersion.parse("2.6.32")))
        .map(Rule::id)
        .hasValue("kthread-all");
  }

  @Test
  void a_mask_without_the_boot_cpu_is_refused_early() {
    var kernel =
        new BootedKernel(
            CpuSet.range(0, 3),
            CpuSet.range(0, 3),
            0,
            CpuSet.empty(),
            java.util.Map.of(HousekeepingType.DOMAIN, CpuSet.of(3)),
            CpuSet.empty(),
            CpuSet.empty(),
            CpuSet.empty());

    assertThat(kernel.setEarly(CpuSet.of(3))).hasToString("0");
    assertThat(kernel.setEarly(CpuSet.of(0, 3))).hasToString("0,3");
    assertThat(kernel.housekeeping(HousekeepingType.TICK)).hasToString("0-3");
    assertThat(kernel.isSet(HousekeepingType.DOMAIN)).isTrue();
  }

  @Test
  void the_list_cannot_be_changed() {
    assertThatThrownBy(() -> KernelRules.all().removeFirst())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static List<Rule> giving(RuleSubject subject, KernelVersion version) {
    return KernelRules.of(version).stream()
        .filter(rule -> rule.subject().equals(subject))
        .filter(rule ->
            rule.effect() instanceof Effect.GivesMask
                || rule.effect() instanceof Effect.FollowsUnbound)
        .toList();
  }
}
