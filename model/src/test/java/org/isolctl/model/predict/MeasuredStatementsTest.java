package org.isolctl.model.predict;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.model.kernel.KernelVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Single statements that were measured on booted kernels with 4 CPUs.
///
/// A row: the kernels it was measured on, the boot line, what it leads to, and the codes that a
/// reader must get. Its evidence is the booting of the kernels that it names.
class MeasuredStatementsTest {
  private static final String ALL =
      "5.10.223 6.1.192 6.12.117 6.16.12 6.18.15 6.19.14 7.0.13 7.1.13 7.2.13 7.3.4";
  private static final String TICKLESS =
      "6.1.192 6.12.117 6.16.12 6.18.15 6.19.14 7.0.13 7.1.13 7.2.13 7.3.4";

  private record Row(String kernels, String line, String leadsTo, String codes) {}

  private static final List<Row> ROWS =
      List.of(
          // Flags.
          new Row(ALL, "isolcpus=Domain,2-3", "isolated=2-3", "flag-unknown"),
          new Row(ALL, "isolcpus=foo,2-3", "isolated=2-3", "flag-unknown"),
          new Row(ALL, "isolcpus=foo1,2-3", "isolated=", "flag-invalid"),
          new Row(ALL, "isolcpus=domain", "isolated=", "flag-without-comma"),
          new Row(ALL, "isolcpus=domain,managed_irq", "isolated=", "flag-without-comma"),
          new Row(ALL, "isolcpus=domain foo=2-3", "isolated=", "flag-without-comma"),
          new Row(TICKLESS, "isolcpus=all", "isolated=", "keyword-first"),
          new Row(TICKLESS, "isolcpus=domain,all", "isolated=", "keyword-first"),
          new Row(ALL, "isolcpus", "isolated= init=0-3", "value-missing"),
          // Lists.
          new Row(TICKLESS, "isolcpus=2-N", "isolated=2-3", ""),
          new Row("5.10.223", "isolcpus=2-N", "isolated=", "keyword-too-new"),
          new Row(ALL, "isolcpus=2,,3,", "isolated=2-3", ""),
          new Row(ALL, "isolcpus=,2", "isolated=2", ""),
          new Row(ALL, "isolcpus=\"1, 3\"", "isolated=1,3", ""),
          new Row(ALL, "isolcpus=0-3:1/2", "isolated=0,2", ""),
          new Row(ALL, "isolcpus=2-3,5", "isolated= init=0-3", "cpu-out-of-range"),
          new Row(ALL, "isolcpus=3-2", "isolated=", "list-incorrect"),
          new Row(ALL, "isolcpus=0x2", "isolated=", "list-incorrect"),
          new Row(ALL, "isolcpus=1-2-3", "isolated=", "list-incorrect"),
          new Row(ALL, "isolcpus=0-3:1/0", "isolated=", "list-incorrect"),
          new Row(ALL, "isolcpus=0-3:3/2", "isolated=", "list-incorrect"),
          new Row(ALL, "isolcpus=", "isolated= init=0-3", "list-empty"),
          // What is left.
          new Row(ALL, "isolcpus=0-3", "isolated=1-3 init=0", "no-housekeeping-left"),
          new Row(ALL, "isolcpus=0-1", "isolated=0-1 init=2-3", ""),
          new Row("7.3.4", "isolcpus=0-1", "kthreadd=0 kthread=2-3", "boot-cpu-isolated"),
          new Row("7.3.4", "isolcpus=0,2", "kthreadd=0 kthread=1,3", "boot-cpu-isolated"),
          new Row(
              "6.1.192 6.12.117 6.19.14",
              "nohz_full=0-2",
              "nohz_full=1-2 kthreadd=0 kthread=3 init=0-3",
              "boot-cpu-keeps-tick boot-cpu-isolated"),
          // Two options.
          new Row(
              "5.10.223",
              "isolcpus=2-3 isolcpus=managed_irq,1-3",
              "isolated=2-3",
              "lists-must-match"),
          new Row(
              "5.10.223",
              "isolcpus=2-3 isolcpus=managed_irq,2-3",
              "isolated=2-3 managed_irq=0-1",
              ""),
          new Row("6.12.117 6.19.14", "isolcpus=2-3 isolcpus=2-3", "isolated=2-3", ""),
          new Row("7.0.13 7.3.4", "isolcpus=2-3 isolcpus=2-3", "isolated=2-3", "flag-repeated"),
          new Row(
              "7.0.13 7.3.4",
              "nohz_full=2-3 isolcpus=nohz,domain,2-3",
              "isolated= nohz_full=2-3 init=0-3 kthread=0-3",
              "flag-repeated nohz-full-without-isolation"),
          new Row(
              "6.12.117 6.16.12 6.19.14",
              "nohz_full=2-3 isolcpus=nohz,domain,2-3",
              "isolated=2-3 nohz_full=2-3 kthread=0-1",
              ""),
          new Row(
              "7.0.13 7.3.4",
              "isolcpus=nohz,domain,2-3 nohz_full=2-3",
              "isolated=2-3 nohz_full=2-3 kthread=0-1",
              "flag-repeated"),
          new Row(
              "7.0.13 7.3.4",
              "nohz_full=2-3 isolcpus=domain,managed_irq,2-3",
              "isolated=2-3 nohz_full=2-3 managed_irq=0-1 kthread=0-1",
              ""),
          new Row(
              "6.1.192 6.12.117 6.19.14",
              "isolcpus=nohz,1-3 nohz_full=2-3",
              "nohz_full=1-3",
              "lists-must-match"),
          new Row(
              "6.19.14",
              "isolcpus=2-3 nohz_full=0-1",
              "isolated=2-3 nohz_full=",
              "no-cpu-for-both"),
          new Row("7.3.4", "isolcpus=2-3 nohz_full=0-1", "isolated=2-3", "boot-cpu-keeps-tick"),
          new Row("6.1.192", "isolcpus=2-3 nohz_full=0-1", "unbound=", "unbound-mask-empty"),
          // NO_HZ_FULL.
          new Row("5.10.223", "nohz_full=2-3", "nohz_full=", "nohz-unsupported"),
          new Row("5.10.223", "isolcpus=nohz,domain,2-3", "isolated= init=0-3", "nohz-unsupported"),
          new Row("6.1.192 6.12.117", "isolcpus=nohz,2-3", "nohz_full=2-3 kthread=0-3", ""),
          new Row("6.16.12 6.18.15 6.19.14", "isolcpus=nohz,2-3", "nohz_full=2-3 kthread=0-1", ""),
          // RCU.
          new Row(TICKLESS, "nohz_full=2-3", "rcu_nocbs=2-3 rcu-gp=0-1", ""),
          new Row("6.1.192 6.12.117 6.19.14", "nohz_full=2-3", "rcuo=0-1", ""),
          new Row("7.0.13 7.1.13 7.2.13 7.3.4", "nohz_full=2-3", "rcuo=0-3", ""),
          new Row("6.1.192 6.12.117", "rcu_nocbs=9", "rcu_nocbs=0-3 rcuo=0-3", "rcu-nocbs-all"),
          // Interrupts and workqueues.
          new Row(ALL, "irqaffinity=1-2", "irq=0-2", "boot-cpu-added"),
          new Row(
              "6.12.117 7.3.4",
              "workqueue.unbound_cpus=0-1",
              "unbound=0-1 unbound-kworker=0-1",
              ""),
          new Row(
              "6.12.117 7.3.4",
              "isolcpus=2-3 workqueue.unbound_cpus=2-3",
              "unbound=0-1",
              "unbound-restriction-skipped"));

  static Stream<Arguments> measured() {
    return ROWS.stream()
        .flatMap(row ->
            Arrays.stream(row.kernels().split(" "))
                .map(kernel -> Arguments.of(kernel, row.line(), row.leadsTo(), row.codes())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("measured")
  void leads_to_what_was_measured(String kernel, String line, String leadsTo, String codes) {
    Expected.of(leadsTo, codes)
        .assertMet(Predictor.predict(PredictionInput.of(KernelVersion.parse(kernel), 4, line)));
  }
}
