package org.isolctl.model.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixTest {
  private static final CpuSet WANTED = CpuSet.range(2, 3);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "6.12;quiet;quiet isolcpus=managed_irq,domain,2-3 nohz_full=2-3 irqaffinity=0-1",
        "7.3;;isolcpus=managed_irq,domain,2-3 nohz_full=2-3 irqaffinity=0-1",
        "7.0;a nohz_full=2 b isolcpus=3 kthread_cpus=0;"
            + "a isolcpus=managed_irq,domain,2-3 nohz_full=2-3 irqaffinity=0-1 b",
        "5.10;quiet;quiet isolcpus=managed_irq,domain,2-3 irqaffinity=0-1",
        "4.4;quiet;quiet isolcpus=2-3",
        "4.9;quiet;quiet isolcpus=2-3 irqaffinity=0-1",
        "3.10.0-1160.el7;quiet;quiet isolcpus=2-3 nohz_full=2-3 rcu_nocbs=2-3",
        "4.19;quiet;quiet isolcpus=domain,2-3 irqaffinity=0-1",
        "6.12;a \"b c\" -- init words;a \"b c\" isolcpus=managed_irq,domain,2-3 nohz_full=2-3"
            + " irqaffinity=0-1 -- init words",
      })
  void writes_the_words_of_isolation_anew_and_keeps_all_others(
      String kernel, String line, String fixed) {
    assertThat(fix(kernel, line == null ? "" : line).bootLine()).isEqualTo(fixed);
  }

  @ParameterizedTest
  @CsvSource({"6.1.192", "6.12", "6.16", "6.19", "7.0", "7.1", "7.3"})
  void the_new_line_has_no_error_and_no_kernel_thread_left_on_the_wanted_cpus(String kernel) {
    var fix = fix(kernel, "quiet isolcpus=9 nohz_full=1");

    assertThat(fix.prediction().hasErrors()).isFalse();
    assertThat(fix.prediction().isolated()).isEqualTo(WANTED);
    assertThat(fix.prediction().nohzFull()).isEqualTo(WANTED);
    assertThat(fix.remaining())
        .doesNotContain("init", "kthreadd", "kthread", "rcu-gp", "rcuo", "unbound-kworker");
  }

  @Test
  void says_which_threads_no_boot_word_moves() {
    assertThat(fix("5.4", "").remaining())
        .containsExactly("kthreadd", "kthread", "node-kthread", "rcu-gp", "rescuer");
    assertThat(fix("6.12", "").remaining()).containsExactly("node-kthread", "rescuer");
    assertThat(fix("7.3", "").remaining()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''|no CPU to isolate", "2-4|CPUs 4 are not possible", "0-1|boot CPU"})
  void refuses_what_cannot_be_isolated(String wanted, String reason) {
    var input = PredictionInput.of(KernelVersion.parse("6.12"), 4, "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fix.of(input, CpuSet.parseList(wanted)))
        .withMessageContaining(reason);
  }

  private static Fix fix(String kernel, String line) {
    return Fix.of(PredictionInput.of(KernelVersion.parse(kernel), 4, line), WANTED);
  }
}
