package org.isolctl.model.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticsTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "6.12;isolcpus=foo,2-3;flag-unknown;foo",
        "6.12;quiet isolcpus=domain,foo1,2;flag-invalid;foo1",
        "6.12;isolcpus=domain;flag-without-comma;domain",
        "6.12;isolcpus=domain,managed_irq;flag-without-comma;managed_irq",
        "6.12;isolcpus=all;keyword-first;all",
        "6.12;isolcpus=domain,2-3,5;cpu-out-of-range;5",
        "6.12;isolcpus=2-3,9-11,1;cpu-out-of-range;9-11",
        "6.12;isolcpus=1,3-2;list-incorrect;2",
        "6.12;isolcpus=\"2 x\";list-incorrect;x",
        "5.10;isolcpus=2-N;keyword-too-new;N",
        "6.12;a isolcpus= b;list-empty;isolcpus=",
        "6.12;isolcpus quiet;value-missing;isolcpus",
        "6.12;isolcpus=2 nohz_full=nohz;list-incorrect;nohz",
        "6.12;nohz_full=1 nohz_full=2;lists-must-match;2",
        "7.0;nohz_full=2 isolcpus=nohz,2;flag-repeated;isolcpus=nohz,2",
        "6.12;a kthread_cpus=0-1;parameter-unknown;kthread_cpus=0-1",
        "6.12;isolcpu=2;parameter-misspelled;isolcpu",
        "6.12;ISOLCPUS=2;parameter-misspelled;ISOLCPUS",
        "6.12;nohzfull=2;parameter-misspelled;nohzfull",
        "6.12;rcu_nocb=2;parameter-misspelled;rcu_nocb",
        "6.12;a -- isolcpus=2;after-dashes;isolcpus=2",
        "6.12;rcu_nocbs=9;rcu-nocbs-all;9",
        "6.12;isolcpus=2-3;kthreads-not-moved;isolcpus=2-3",
        "6.12;isolcpus=2-3;irq-default-reaches-isolated;isolcpus=2-3",
        "6.12;isolcpus=2-3;isolated-without-rcu-nocbs;isolcpus=2-3",
        "6.12;isolcpus=2-3 irqaffinity=0-2;irqaffinity-reaches-isolated;irqaffinity=0-2",
        "7.0;nohz_full=2-3;nohz-full-without-isolation;nohz_full=2-3",
        "6.12;nohz=off;nohz-off;nohz=off",
        "6.12;nowatchdog;watchdog-off;nowatchdog",
        "6.12;nosoftlockup;watchdog-off;nosoftlockup",
        "6.12;nmi_watchdog=0;nmi-watchdog;nmi_watchdog=0",
        "6.12;nmi_watchdog=1;nmi-watchdog;nmi_watchdog=1",
        "6.12;skew_tick=1;skew-tick;skew_tick=1",
        "6.12;tsc=reliable;tsc-watchdog-off;tsc=reliable",
        "6.12;mce=ignore_ce;mce-quiet;mce=ignore_ce",
        "6.12;rcu_nocb_poll;rcu-nocb-poll;rcu_nocb_poll",
        "6.12;systemd.cpu_affinity=0-1;systemd-cpu-affinity;systemd.cpu_affinity=0-1",
        "6.12;tuned.non_isolcpus=3;tuned-non-isolcpus;tuned.non_isolcpus=3",
        "6.12;maxcpus=2;cpus-limited;maxcpus=2",
      })
  void marks_the_place_that_it_speaks_of(String kernel, String line, String code, String marked) {
    var remark = only(predict(kernel, line), code);

    assertThat(line.substring(remark.at().offset(), remark.at().end())).isEqualTo(marked);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "6.12;isolcpus=Domain,2-3;flag-unknown;write domain",
        "6.12;isolcpus=managed-irq,2-3;flag-invalid;write managed_irq",
        "6.12;isolcpus=no_kthreads,2-3;flag-unknown;this kernel knows nohz, domain, managed_irq",
        "6.12;isolcpus=2-3;kthreads-not-moved;add nohz_full=2-3",
        "5.4;isolcpus=2-3;kthreads-not-moved;no boot word of this kernel does",
        "5.10;isolcpus=2-3;kthreads-not-moved;CONFIG_NO_HZ_FULL=y",
        "7.0;nohz_full=2-3;nohz-full-without-isolation;isolcpus=domain,2-3",
        "7.0;nohz_full=2-3 isolcpus=nohz,domain,2-3;flag-repeated;write isolcpus=domain,2-3",
        "7.0;isolcpus=nohz,2-3 nohz_full=2-3;flag-repeated;leave the word out",
        "6.12;isolcpus=2-3 nohz_full=1-3;nohz-full-without-isolation;isolcpus=domain,1-3",
        "6.12;nohz_full=2-3 nohz_full=1;lists-must-match;write 2-3 in both",
        "6.12;isolcpus=2-3 irqaffinity=0-2;irqaffinity-reaches-isolated;write irqaffinity=0-1",
        "6.12;isolcpus=2-3;irq-default-reaches-isolated;add irqaffinity=0-1",
        "4.4;isolcpus=2-3;irq-default-reaches-isolated;/proc/irq/default_smp_affinity",
        "6.12;isolcpus=all;keyword-first;begin the list with a number",
        "6.12;kthread_cpus=0;parameter-unknown;from 7.0 on",
      })
  void says_what_to_write_instead(String kernel, String line, String code, String instead) {
    assertThat(only(predict(kernel, line), code).instead().orElseThrow()).contains(instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "7.3;isolcpus=2-3;kthreads-not-moved",
        "6.12;isolcpus=domain,2-3 nohz_full=2-3 irqaffinity=0-1;kthreads-not-moved",
        "6.12;isolcpus=2-3 nohz_full=2-3;isolated-without-rcu-nocbs",
        "6.12;isolcpus=2-3 irqaffinity=0-1;irq-default-reaches-isolated",
        "6.12;isolcpus=2-3 irqaffinity=0-1;irqaffinity-reaches-isolated",
        "7.3;isolcpus=2-3 nohz_full=2-3;nohz-full-without-isolation",
        "6.12;nohz=on;nohz-off",
        "6.12;tsc=unstable;tsc-watchdog-off",
        "6.12;mce=2;mce-quiet",
        "6.12;quiet -- splash;after-dashes",
        "6.12;isolcpus=2-3 quiet root=/dev/sda1;parameter-misspelled",
      })
  void keeps_silent_where_there_is_nothing_to_say(String kernel, String line, String code) {
    assertThat(codes(predict(kernel, line))).doesNotContain(code);
  }

  @Test
  void warns_of_a_core_that_is_split() {
    var cores = List.of(CpuSet.of(0, 2), CpuSet.of(1, 3));
    var input = PredictionInput.of(KernelVersion.parse("7.3"), 4, "isolcpus=1-3");

    var remark = only(Predictor.predict(input.withSmtSiblings(cores)), "smt-sibling-outside");
    assertThat(remark.message()).isEqualTo("CPUs 0,2 are one core: what runs on 0 slows 2.");
    assertThat(codes(Predictor.predict(input))).doesNotContain("smt-sibling-outside");
  }

  @Test
  void comes_in_the_order_of_the_line() {
    var remarks = predict("6.12", "nohz=off kthread_cpus=0 isolcpus=x").diagnostics();

    assertThat(remarks).extracting(remark -> remark.at().offset()).isSorted();
    assertThat(remarks).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void counts_errors_but_not_warnings() {
    assertThat(predict("6.12", "isolcpus=2-3").hasErrors()).isFalse();
    assertThat(predict("6.12", "isolcpus=9").hasErrors()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void every_code_has_a_plain_label(DiagnosticCode code) {
    assertThat(code.label()).matches("[a-z]+(-[a-z]+)*");
  }

  private static Prediction predict(String kernel, String line) {
    return Predictor.predict(PredictionInput.of(KernelVersion.parse(kernel), 4, line));
  }

  private static Stream<String> codes(Prediction prediction) {
    return prediction.diagnostics().stream().map(remark -> remark.code().label());
  }

  private static Diagnostic only(Prediction prediction, String code) {
    assertThat(codes(prediction)).containsOnlyOnce(code);
    return prediction.diagnostics().stream()
        .filter(remark -> remark.code().label().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
