package org.isolctl.model.predict;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.thread.ThreadClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The masks that were measured on stock Debian kernels with 4 CPUs in QEMU: the matrix of three
/// boot lines on ten kernels, and the mixed line. Each row names its kernel, which is its evidence.
class MeasuredMatrixTest {
  private static final String ISOLCPUS = "isolcpus=2-3";
  private static final String NOHZ_FULL = "nohz_full=2-3";
  private static final String ALL_FLAGS = "isolcpus=nohz,domain,managed_irq,2-3";
  private static final String MIXED = "nohz_full=2-3 isolcpus=3";

  @ParameterizedTest
  @CsvSource({
    // kernel, init, kthreadd and kthread, unbound kworker, rescuer of mm_percpu_wq
    "5.10.223, 0-1, 0-3, 0-1, 0-3",
    "6.1.192,  0-1, 0-3, 0-1, 0-3",
    "6.12.117, 0-1, 0-3, 0-1, 0-3",
    "6.16.12,  0-1, 0-3, 0-1, 0-3",
    "6.18.15,  0-1, 0-3, 0-1, 0-3",
    "6.19.14,  0-1, 0-3, 0-1, 0-1",
    "7.0.13,   0-1, 0-1, 0-1, 0-1",
    "7.1.13,   0-1, 0-1, 0-1, 0-1",
    "7.2.13,   0-1, 0-1, 0-1, 0-1",
    "7.3.4,    0-1, 0-1, 0-1, 0-1",
  })
  void isolcpus_alone(String kernel, String init, String kthread, String kworker, String rescuer) {
    assertMasks(kernel, ISOLCPUS, init, kthread, kworker, rescuer);
  }

  @ParameterizedTest
  @CsvSource({
    "5.10.223, 0-3, 0-3, 0-3, 0-3",
    "6.1.192,  0-3, 0-1, 0-1, 0-3",
    "6.12.117, 0-3, 0-1, 0-1, 0-3",
    "6.16.12,  0-3, 0-1, 0-1, 0-3",
    "6.18.15,  0-3, 0-1, 0-1, 0-3",
    "6.19.14,  0-3, 0-1, 0-1, 0-1",
    "7.0.13,   0-3, 0-3, 0-1, 0-1",
    "7.1.13,   0-3, 0-3, 0-3, 0-3",
    "7.2.13,   0-3, 0-3, 0-3, 0-3",
    "7.3.4,    0-3, 0-3, 0-3, 0-3",
  })
  void nohz_full_alone(String kernel, String init, String kthread, String kworker, String rescuer) {
    assertMasks(kernel, NOHZ_FULL, init, kthread, kworker, rescuer);
  }

  @ParameterizedTest
  @CsvSource({
    "5.10.223, 0-3, 0-3, 0-3, 0-3",
    "6.1.192,  0-1, 0-3, 0-1, 0-3",
    "6.12.117, 0-1, 0-3, 0-1, 0-3",
    "6.16.12,  0-1, 0-1, 0-1, 0-3",
    "6.18.15,  0-1, 0-1, 0-1, 0-3",
    "6.19.14,  0-1, 0-1, 0-1, 0-1",
    "7.0.13,   0-1, 0-1, 0-1, 0-1",
    "7.1.13,   0-1, 0-1, 0-1, 0-1",
    "7.2.13,   0-1, 0-1, 0-1, 0-1",
    "7.3.4,    0-1, 0-1, 0-1, 0-1",
  })
  void all_flags(String kernel, String init, String kthread, String kworker, String rescuer) {
    assertMasks(kernel, ALL_FLAGS, init, kthread, kworker, rescuer);
  }

  @ParameterizedTest
  @CsvSource({
    "6.1.192,  0-1, 0-1",
    "6.12.117, 0-1, 0-1",
    "6.19.14,  0-1, 0-1",
    "7.0.13,   0-2, 0-1",
    "7.1.13,   0-2, 0-2",
    "7.3.4,    0-2, 0-2",
  })
  void different_lists(String kernel, String kthread, String kworker) {
    var masks = predict(kernel, MIXED).threads();

    assertThat(masks.get(ThreadClass.INIT)).hasToString("0-2");
    assertThat(masks.get(ThreadClass.KTHREAD)).hasToString(kthread);
    assertThat(masks.get(ThreadClass.UNBOUND_KWORKER)).hasToString(kworker);
  }

  private static void assertMasks(
      String kernel, String line, String init, String kthread, String kworker, String rescuer) {
    var prediction = predict(kernel, line);
    var masks = prediction.threads();

    assertThat(masks.get(ThreadClass.INIT)).as("init").hasToString(init);
    assertThat(masks.get(ThreadClass.KTHREADD)).as("kthreadd").hasToString(kthread);
    assertThat(masks.get(ThreadClass.KTHREAD)).as("kthread").hasToString(kthread);
    assertThat(masks.get(ThreadClass.UNBOUND_KWORKER)).as("kworker").hasToString(kworker);
    assertThat(prediction.workqueueUnbound()).as("unbound").hasToString(kworker);
    assertThat(masks.get(ThreadClass.RESCUER)).as("rescuer").hasToString(rescuer);
  }

  private static Prediction predict(String kernel, String line) {
    return Predictor.predict(PredictionInput.of(KernelVersion.parse(kernel), 4, line));
  }
}
