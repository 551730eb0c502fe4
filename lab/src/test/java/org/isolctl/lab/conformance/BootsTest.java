package org.isolctl.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.isolctl.host.vm.BootFailedException;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.measure.Measurement;
import org.junit.jupiter.api.Test;

class BootsTest {
  private static final Case CASE = Case.of("4", "isolcpus=2-3");
  private final IOException hangs = new BootFailedException("it hung", true);
  private final IOException panics = new BootFailedException("it panicked", false);

  private final Queue<IOException> failures = new ArrayDeque<>();

  @Test
  void a_boot_that_fails_once_is_no_failure_of_the_kernel_and_is_counted() throws Exception {
    var outcome = boot(hangs);

    assertThat(outcome.observed().measurement()).isPresent();
    assertThat(outcome.failures()).containsExactly("it hung");
    assertThat(outcome.retries()).isEqualTo(1);
  }

  @Test
  void a_boot_that_fails_three_times_is_kept_as_one_that_fails() throws Exception {
    var outcome = boot(panics, hangs, panics);

    assertThat(outcome.observed().measurement()).isEmpty();
    assertThat(outcome.failures()).containsExactly("it panicked", "it hung", "it panicked");
    assertThat(outcome.retries()).isEqualTo(2);
  }

  @Test
  void what_is_no_failure_of_the_kernel_ends_it_all() {
    assertThatIOException()
        .isThrownBy(() -> boot(new IOException("install QEMU")))
        .withMessage("install QEMU");
  }

  private Boots.Outcome boot(IOException... first) throws IOException, InterruptedException {
    failures.addAll(List.of(first));
    return new Boots(
            _ -> {
              IOException failure = failures.poll();
              if (failure != null) {
                throw failure;
              }
              return new Measurement(KernelVersion.parse("6.12.1"), Map.of(), Map.of());
            })
        .of(Path.of("/k"), CASE);
  }
}
