package org.isolctl.model.predict;

import java.util.Map;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Statements that were read in kernel sources and not measured: kernels before 5.10, and corners
/// that no boot has shown. All on 4 CPUs.
class SourceStatementsTest {
  private static final KernelConfig TICKLESS =
      KernelConfig.of(
          Map.of(
              "NO_HZ_FULL", "y",
              "RCU_NOCB_CPU", "y",
              "CPU_ISOLATION", "y",
              "CPUMASK_OFFSTACK", "y",
              "PM_SLEEP_SMP", "y"),
          "of the test");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        // kernel; line; masks; codes (kernel/sched/core.c and lib/bitmap.c of 3.10)
        "3.10;isolcpus=2-3;isolated=2-3 init=0-1 kthread=0-3 unbound=0-3;kthreads-not-moved",
        "3.10;isolcpus=;isolated=0 init=1-3;list-empty",
        "3.10;isolcpus=,2;isolated=0,2;list-empty",
        "3.10;isolcpus=2,,3;isolated=0,2-3;list-empty",
        "3.10;isolcpus=2-3,abc;isolated=2-3;list-incorrect",
        "3.10;isolcpus=2-3,64;isolated=2-3;cpu-out-of-range",
        "3.10;isolcpus=domain,2-3;isolated= init=0-3;list-incorrect",
        "3.10;isolcpus=2-N;isolated=;keyword-too-new",
        "3.10;isolcpus=0-3:1/2;isolated=;group-too-new",
        "3.10;isolcpus=1 isolcpus=3;isolated=3 init=0-2;parameter-repeated",
        "3.10;isolcpus=0-3;isolated=0-3 init=0;kthreads-not-moved",
        "3.10;isolcpus;isolated=;value-missing",
        "3.10;-- isolcpus=3;isolated=3;kthreads-not-moved",
        "3.10;irqaffinity=0-1;irq=0-3;parameter-unknown",
        "3.10;workqueue.unbound_cpus=0;unbound=0-3;parameter-unknown",
        "3.10;nohz_full=2-3;nohz_full= rcu_nocbs=;nohz-full-needs-rcu-nocbs",
        "3.10;nohz_full=2-3 rcu_nocbs=2-3;nohz_full=2-3 rcu_nocbs=2-3 rcuo=0-3;",
        "3.10;nohz_full=0-1 rcu_nocbs=0-3;nohz_full=1;boot-cpu-keeps-tick",
        "3.10;nohz_full=2-9;nohz_full=;cpu-out-of-range",
        "3.10;nohz_full=2 nohz_full=3 rcu_nocbs=3;nohz_full=3;parameter-repeated",
        "3.10;nohz_full;nohz_full=;value-missing",
        "3.10;rcu_nocbs=2,x;rcu_nocbs=2;list-incorrect",
        "4.4;isolcpus=;isolated= init=0-3;list-empty",
        "4.4;nohz_full=2-3;nohz_full=2-3 rcu_nocbs=2-3 init=0-3 kthread=0-3 rcu-gp=0-1;",
        "4.14;isolcpus=2-3 nohz_full=1-3;isolated=2-3 nohz_full=1-3;",
        // kernel/sched/isolation.c
        "4.15;isolcpus=2-3;isolated=2-3 init=0-1 kthread=0-3 unbound=0-1 rescuer=0-3;",
        "4.15;isolcpus=foo,2-3;isolated=;flag-unknown",
        "4.15;isolcpus=managed_irq,2-3;isolated=;flag-unknown",
        "4.15;isolcpus=domain;isolated=;flag-without-comma",
        "4.15;isolcpus=2-3 nohz_full=1-3;isolated=2-3 nohz_full=;lists-must-match",
        "4.15;isolcpus=2-3 nohz_full=2-3;isolated=2-3 nohz_full=2-3 unbound=0-1;",
        "4.15;isolcpus=0-3;isolated=1-3 init=0;no-housekeeping-left",
        "4.15;nohz_full=0-3;nohz_full=1-3 tick=0;no-housekeeping-left",
        "4.15;nohz_full=2-3;unbound=0-3;",
        "4.19;nohz_full=2-3;unbound=0-1 kthread=0-3 rcu-gp=0-1;",
        "5.4;isolcpus=0-3;isolated=1-3;no-housekeeping-left",
        "5.8;isolcpus=managed_irq,2-3;isolated= managed_irq=0-1;",
        "5.8;nohz_full=2-3;kthread=0-3 kthreadd=0-3 unbound=0-1;",
        "5.9;nohz_full=2-3;kthread=0-1 kthreadd=0-1 init=0-3;",
        "5.12;isolcpus=2-N;isolated=;keyword-too-new",
        "5.13;isolcpus=2-N;isolated=2-3;",
        "5.15;isolcpus=;isolated=;list-empty",
        "5.17;isolcpus=;isolated= domain=0-3;list-empty",
        "5.17;isolcpus= isolcpus=2-3;isolated=;lists-must-match",
        "5.17;isolcpus=2-3 nohz_full=1-3;nohz_full=;lists-must-match",
        "5.18;isolcpus=2-3 nohz_full=1-3;isolated=2-3 nohz_full=1-3 kthread=0 unbound=0;",
        "6.13;isolcpus=nohz,2-3;nohz_full=2-3 kthread=0-3;",
        "6.14;isolcpus=nohz,2-3;nohz_full=2-3 kthread=0-1;",
        "6.2;workqueue.unbound_cpus=0;unbound=0-3;parameter-unknown",
        "6.6;workqueue.unbound_cpus=0 workqueue.unbound_cpus=1;unbound=1;parameter-repeated",
        "6.6;workqueue.unbound_cpus=9;unbound=0-3;cpu-out-of-range",
        "6.6;workqueue.unbound_cpus;unbound=0-3;value-missing",
        "6.12;isolcpus=2-3 nohz_full=0-1;unbound=2-3;",
        "6.12;nohz_full=all;nohz_full=1-3 tick=0;no-housekeeping-left",
        "6.12;isolcpus=managed_irq,2-3;isolated= init=0-3 managed_irq=0-1;",
        "6.12;rcu_nocbs;rcu_nocbs=;",
        "5.15;rcu_nocbs;rcu_nocbs=;value-missing",
        "5.17;rcu_nocbs;rcu_nocbs=;",
        "6.1;rcu_nocbs=all;rcu_nocbs=0-3;",
        "6.1;rcu_nocbs=1 rcu_nocbs=2;rcu_nocbs=2 rcuo=0-3;parameter-repeated",
        "6.12;irqaffinity=2-3,9;irq=0,2-3;cpu-out-of-range",
        "6.12;irqaffinity=;irq=0;boot-cpu-added",
        "6.12;irqaffinity;irq=0-3;value-missing",
        "6.12;irqaffinity=1 irqaffinity=2;irq=0,2;parameter-repeated",
        "6.12;nohz-full=2-3;nohz_full=2-3;",
        "6.12;\"isolcpus=2-3\";isolated=2-3;",
        "6.12;-- isolcpus=2-3;isolated=;after-dashes",
        "6.12;isolcpus=domain 2-3;isolated=2-3;flag-without-comma",
        "6.12;isolcpus=domain domain,3;isolated=3;flag-without-comma",
        "6.12;isolcpus=domain foo_,3;isolated=3;flag-without-comma",
        "6.12;isolcpus=\"domain\" 2-3;isolated=;flag-without-comma",
        "6.12;isolcpus=N-3;isolated=;keyword-first",
        "6.12;isolcpus=2-3 isolcpus=nohz,1;isolated=2-3 nohz_full=1;",
        "6.19;nohz_full=1-3 isolcpus=0;nohz_full=1-3 isolated=;no-cpu-for-both",
        "6.19;isolcpus=managed_irq,1-3 isolcpus=0;isolated=0 managed_irq=0;",
        "7.3;isolcpus=managed_irq,2-3 isolcpus=managed_irq,domain,2-3;isolated=;flag-repeated",
        "7.3;isolcpus=2-3 nohz_full=3;rcu-gp=0-2 kthread=0-1 rcuo=0-1;",
        "7.3;isolcpus=0-1 rcu_nocbs=0-1;rcuo=0 rcu-gp=0;",
        "7.3;isolcpus=0 rcu_nocbs=3;rcuo=0 rcu-gp=0 kthreadd=0;",
        "7.9;isolcpus=2-3;kthread=0-1;",
      })
  void leads_to_what_the_source_says(String kernel, String line, String masks, String codes) {
    Expected.of(masks, codes == null ? "" : codes)
        .assertMet(
            Predictor.predict(
                PredictionInput.of(KernelVersion.parse(kernel), 4, line).withConfig(TICKLESS)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "6.12;nr_cpus=2 isolcpus=1;possible=0-1 online=0-1 isolated=1 init=0;cpus-limited",
        "6.12;nr_cpus=2 isolcpus=2-3;possible=0-1 isolated=;cpu-out-of-range",
        "6.12;nr_cpus=9;possible=0-3;cpus-limited",
        "6.12;nr_cpus=0;possible=0-3;",
        "6.12;nosmp isolcpus=1;possible=0 isolated=;cpu-out-of-range",
        "6.12;maxcpus=0;possible=0 online=0;cpus-limited",
        "6.12;maxcpus=x;possible=0 online=0;cpus-limited",
        "6.12;maxcpus=0x2 isolcpus=3;possible=0-3 online=0-1 isolated=3 node-kthread=0-1;",
        "6.12;maxcpus=02;online=0-1;cpus-limited",
        "6.12;maxcpus=-1;online=0-3;cpus-limited",
        "6.12;maxcpus=;online=0-3;",
        "6.12;maxcpus=2 isolcpus=0-1;isolated=1 init=0,2-3;no-housekeeping-left",
        "6.2;maxcpus=2 isolcpus=0-1;isolated=0-1 init=2-3;boot-fails",
        "6.2;possible_cpus=6;possible=0-5 online=0-3;cpus-limited",
        "6.2;possible_cpus=2;possible=0-1;cpus-limited",
        "6.9;possible_cpus=6;possible=0-3;cpus-limited",
      })
  void limits_the_cpus_as_the_line_says(String kernel, String line, String masks, String codes) {
    Expected.of(masks, codes == null ? "" : codes)
        .assertMet(
            Predictor.predict(
                PredictionInput.of(KernelVersion.parse(kernel), 4, line).withConfig(TICKLESS)));
  }

  @Test
  void a_kernel_with_fixed_masks_takes_numbers_up_to_nr_cpus() {
    var fixed =
        KernelConfig.of(
            Map.of("CPU_ISOLATION", "y", "NO_HZ_FULL", "y", "NR_CPUS", "64"), "of the test");
    var input = PredictionInput.of(KernelVersion.parse("6.12"), 4, "isolcpus=2-3,63");

    Expected.of("isolated=2-3 init=0-1", "").assertMet(Predictor.predict(input.withConfig(fixed)));
    Expected.of("isolated=", "cpu-out-of-range")
        .assertMet(
            Predictor.predict(
                new PredictionInput(
                    KernelVersion.parse("5.10"),
                    fixed,
                    input.possible(),
                    input.present(),
                    0,
                    input.nodes(),
                    input.smtSiblings(),
                    input.bootLine(),
                    false)));
  }

  @Test
  void a_kernel_without_the_options_does_not_know_the_words() {
    var bare = KernelConfig.of(Map.of("SMP", "y"), "of the test");
    var line = "isolcpus=2 nohz_full=3 rcu_nocbs=3";

    Expected.of(
            "isolated= nohz_full= rcu_nocbs= kthread=0-3", "isolation-unsupported nocb-unsupported")
        .assertMet(
            Predictor.predict(
                PredictionInput.of(KernelVersion.parse("6.12"), 4, line).withConfig(bare)));
    Expected.of("isolated=2 nohz_full=", "nohz-unsupported")
        .assertMet(
            Predictor.predict(
                PredictionInput.of(KernelVersion.parse("4.4"), 4, line).withConfig(bare)));
  }
}
