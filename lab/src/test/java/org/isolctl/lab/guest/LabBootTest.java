package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.TestedKernels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What the 2013 report says, asked of real kernels with nothing but a shell: 4 CPUs and
/// `isolcpus=2,3`.
@Tag("lab")
@ParameterizedClass
@MethodSource("kernels")
class LabBootTest {
  private final Kernel kernel;
  private final Guest guest;

  LabBootTest(Booted booted) {
    kernel = booted.kernel();
    guest = booted.guest();
  }

  static Stream<Booted> kernels() throws IOException {
    return Booted.each(BootSpec.of("isolcpus=2,3"));
  }

  @Test
  void itIsTheKernelThatWasAskedFor() throws GuestException {
    assertThat(lines("uname -r")).containsExactly(kernel.release());
  }

  @Test
  void theBootLineEndsAsItWasGiven() throws GuestException {
    assertThat(lines("cat /proc/cmdline")).first().asString().endsWith(" isolcpus=2,3");
  }

  @Test
  void theKernelReportsTheCpusAsIsolated() throws GuestException {
    assertThat(lines("cat /sys/devices/system/cpu/isolated")).containsExactly("2-3");
  }

  @Test
  void processOneIsKeptOffThem() throws GuestException {
    assertThat(lines(maskOf("1"))).containsExactly("0-1");
  }

  @Test
  void kthreaddHasTheMaskOfItsEra() throws GuestException {
    assertThat(lines(maskOf("2"))).containsExactly(kthreadMask());
  }

  @Test
  void unboundKworkersAreKeptOffThem() throws GuestException {
    String script =
        """
        for comm in $(grep -l '^kworker/u' /proc/[0-9]*/comm); do
          sed -n 's/^Cpus_allowed_list:.//p' "${comm%comm}status"
        done
        """;

    assertThat(lines(script)).isNotEmpty().containsOnly("0-1");
  }

  /// The complaint of the report: what is born later does not know of the isolation.
  @Test
  void aKernelThreadMadeAfterBootHasTheMaskOfItsEra() throws GuestException {
    String script =
        """
        thp=/sys/kernel/mm/transparent_hugepage/enabled
        echo never >$thp
        while pidof khugepaged >/dev/null; do sleep 0.1; done
        echo always >$thp
        until pid=$(pidof khugepaged); do sleep 0.1; done
        %s
        """
            .formatted(maskOf("$pid"));

    assertThat(lines(script)).containsExactly(kthreadMask());
  }

  @Test
  void theKernelsLogIsKeptApartFromAnswers() throws IOException {
    assertThat(guest.log()).contains("Linux version " + kernel.release());
  }

  private String kthreadMask() {
    return TestedKernels.keepsKthreadsOffIsolcpus(kernel) ? "0-1" : "0-3";
  }

  private static String maskOf(String pid) {
    return "sed -n 's/^Cpus_allowed_list:.//p' /proc/" + pid + "/status";
  }

  private List<String> lines(String script) throws GuestException {
    return guest.run(script).orThrow().lines().toList();
  }
}
