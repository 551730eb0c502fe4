package org.isolctl.model.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.rules.HousekeepingType;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.Rule;
import org.isolctl.model.thread.ThreadClass;
import org.junit.jupiter.api.Test;

class PredictorTest {
  private static final List<String> KERNELS =
      List.of(
          "3.10", "4.4", "4.15", "4.19", "5.4", "5.10", "5.17", "6.1.192", "6.12", "6.16", "6.19",
          "7.0", "7.1", "7.3");

  @Test
  void tells_which_rules_led_to_a_mask() {
    var because = predict("6.12", "nohz_full=2-3 isolcpus=2-3").because();

    assertThat(because)
        .containsEntry("threads.kthread", List.of("nohz-full-5.9", "kthread-housekeeping"))
        .containsEntry("threads.init", List.of("isolcpus-domain", "init-domain"))
        .containsEntry(
            "workqueue_unbound",
            List.of("isolcpus-domain", "nohz-full-5.9", "unbound-nohz-then-domain"))
        .containsEntry(
            "threads.unbound-kworker",
            List.of(
                "isolcpus-domain", "nohz-full-5.9", "unbound-nohz-then-domain", "unbound-kworker"));
  }

  @Test
  void gives_only_rules_that_are_published() {
    var published = KernelRules.all().stream().map(Rule::id).toList();

    for (String kernel : KERNELS) {
      var because = predict(kernel, "isolcpus=nohz,domain,2 nohz_full=2").because();
      assertThat(because.values()).allSatisfy(ids -> assertThat(published).containsAll(ids));
    }
  }

  @Test
  void lists_the_housekeeping_types_that_the_kernel_has() {
    assertThat(predict("4.4", "").housekeeping()).isEmpty();
    assertThat(predict("4.15", "").housekeeping())
        .containsOnlyKeys(
            HousekeepingType.DOMAIN,
            HousekeepingType.TICK,
            HousekeepingType.TIMER,
            HousekeepingType.RCU,
            HousekeepingType.MISC);
    assertThat(predict("6.12", "isolcpus=2-3").housekeeping())
        .containsEntry(HousekeepingType.DOMAIN, CpuSet.range(0, 1))
        .containsEntry(HousekeepingType.KTHREAD, CpuSet.range(0, 3))
        .doesNotContainKey(HousekeepingType.KERNEL_NOISE);
    assertThat(predict("7.1", "isolcpus=2-3").housekeeping())
        .containsEntry(HousekeepingType.KTHREAD, CpuSet.range(0, 1))
        .containsEntry(HousekeepingType.DOMAIN_BOOT, CpuSet.range(0, 1))
        .containsEntry(HousekeepingType.KERNEL_NOISE, CpuSet.range(0, 3));
  }

  @Test
  void says_what_it_takes_for_granted() {
    assertThat(predict("6.12", "").assumptions())
        .containsExactly(
            "Kernel configuration: assumed, as Debian builds it for amd64 (CONFIG_NO_HZ_FULL=y).");
    assertThat(predict("7.4", "").assumptions()).anyMatch(line -> line.contains("newer than 7.3"));
    assertThat(predict("3.2", "").assumptions()).anyMatch(line -> line.contains("older than 3.10"));
  }

  @Test
  void has_no_rcuo_threads_where_nothing_is_offloaded() {
    assertThat(predict("6.12", "").threads())
        .containsOnlyKeys(
            ThreadClass.INIT,
            ThreadClass.KTHREADD,
            ThreadClass.KTHREAD,
            ThreadClass.NODE_KTHREAD,
            ThreadClass.RCU_GP,
            ThreadClass.UNBOUND_KWORKER,
            ThreadClass.RESCUER);
    assertThat(predict("6.12", "rcu_nocbs=3").threads()).containsKey(ThreadClass.RCUO);
  }

  @Test
  void predicts_for_thousands_of_cpus() {
    var prediction =
        Predictor.predict(PredictionInput.of(KernelVersion.parse("7.3"), 8192, "isolcpus=2-N:1/2"));

    assertThat(prediction.isolated().size()).isEqualTo(4095);
    assertThat(prediction.maskOf(ThreadClass.KTHREAD).map(CpuSet::size)).hasValue(4097);
  }

  @Test
  void counts_only_present_cpus_as_housekeeping() {
    var input =
        PredictionInput.of(KernelVersion.parse("6.12"), 8, "isolcpus=0-3")
            .withPresent(CpuSet.range(0, 3));

    Expected.of("possible=0-7 online=0-3 isolated=1-3 init=0,4-7", "no-housekeeping-left")
        .assertMet(Predictor.predict(input));
  }

  @Test
  void rcu_nocbs_makes_the_threads_of_all_cpus_from_5_17_on_whatever_its_list() {
    for (String line : List.of("rcu_nocbs", "rcu_nocbs=", "rcu_nocbs=3")) {
      var prediction = offloading("5.17", line);
      assertThat(prediction.threads()).as(line).containsKey(ThreadClass.RCUO);
      assertThat(prediction.rcuNocbs().isEmpty()).as(line).isEqualTo(!line.endsWith("3"));
    }
    assertThat(offloading("5.16", "rcu_nocbs=").threads()).doesNotContainKey(ThreadClass.RCUO);
    assertThat(offloading("5.16", "rcu_nocbs=3").threads()).containsKey(ThreadClass.RCUO);
  }

  @Test
  void unbound_kworkers_fall_back_to_all_cpus_where_none_of_their_mask_is_up() {
    var prediction = predict("6.12", "maxcpus=2 workqueue.unbound_cpus=2");

    assertThat(prediction.workqueueUnbound()).isEqualTo(CpuSet.of(2));
    assertThat(prediction.threads()).containsEntry(ThreadClass.UNBOUND_KWORKER, CpuSet.range(0, 3));
    assertThat(predict("6.12", "maxcpus=3 workqueue.unbound_cpus=2").threads())
        .containsEntry(ThreadClass.UNBOUND_KWORKER, CpuSet.of(2));
  }

  @Test
  void rcuo_threads_of_cpus_that_come_up_late_have_what_nohz_full_leaves() {
    assertThat(predict("6.1", "nohz_full=0-1").threads())
        .containsEntry(ThreadClass.RCUO, CpuSet.range(2, 3));
    assertThat(predict("6.1", "nohz_full=0-2").threads())
        .containsEntry(ThreadClass.RCUO, CpuSet.of(0));
  }

  @Test
  void refuses_a_machine_without_its_boot_cpu() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new PredictionInput(
                KernelVersion.parse("6.12"),
                PredictionInput.of(KernelVersion.parse("6.12"), 1, "").config(),
                CpuSet.of(1),
                java.util.Optional.empty(),
                0,
                List.of(),
                List.of(),
                "",
                false))
        .withMessageContaining("boot CPU 0");
  }

  /// Any line, on any kernel: an answer, in which no mask is empty but those that may be, none
  /// leaves the possible CPUs, and every remark lies inside the line.
  @Test
  void answers_whatever_the_line_holds() {
    long seed = Long.getLong("isolctl.seed", System.nanoTime());
    var random = new Random(seed);
    String[] parts = {
      "isolcpus",
      "nohz_full",
      "rcu_nocbs",
      "irqaffinity",
      "workqueue.unbound_cpus",
      "maxcpus",
      "nr_cpus",
      "possible_cpus",
      "nosmp",
      "kthread_cpus",
      "=",
      "=",
      "=",
      "domain,",
      "nohz,",
      "managed_irq,",
      "domain",
      "foo,",
      "2-3",
      "1",
      "0",
      "0-3",
      "N",
      "all",
      "9",
      ",",
      "-",
      ":1/2",
      " ",
      " ",
      " ",
      "\"",
      "--",
      "\u00e9",
      "\t",
      "systemd.cpu_affinity",
      "nohz=off"
    };
    for (int i = 0; i < 30_000; i++) {
      var text = new StringBuilder();
      for (int part = random.nextInt(14); part > 0; part--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String line = text.toString();
      String kernel = KERNELS.get(random.nextInt(KERNELS.size()));
      var prediction = predict(kernel, line);
      String where = "<" + line + "> on " + kernel + ", -Disolctl.seed=" + seed;
      assertThat(prediction.threads().values())
          .as(where)
          .allSatisfy(mask -> {
            assertThat(mask.isEmpty()).isFalse();
            assertThat(mask.isSubsetOf(prediction.possible())).isTrue();
          });
      assertThat(prediction.diagnostics())
          .as(where)
          .allMatch(remark -> remark.at().end() <= line.length());
    }
  }

  /// On a kernel built with RCU_NOCB_CPU, which is not assumed of so old a one.
  private static Prediction offloading(String kernel, String line) {
    return Predictor.predict(
        PredictionInput.of(KernelVersion.parse(kernel), 4, line)
            .withConfig(AssumedConfig.of(KernelVersion.parse("6.12"))));
  }

  private static Prediction predict(String kernel, String line) {
    return Predictor.predict(PredictionInput.of(KernelVersion.parse(kernel), 4, line));
  }
}
