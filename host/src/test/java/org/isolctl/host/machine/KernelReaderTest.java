package org.isolctl.host.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.facts.KernelFacts;
import org.isolctl.model.facts.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelReaderTest {
  private static final String CONFIG =
      """
      #
      # Timers subsystem
      #
      CONFIG_NO_HZ_FULL=y
      # CONFIG_CPU_ISOLATION is not set
      CONFIG_NR_CPUS=8192
      CONFIG_TUN=m
      CONFIG_LOCALVERSION="-rt=1"
      CONFIG_EMPTY=""
      """;

  private final MemoryFiles files = new MemoryFiles();

  private KernelFacts read() {
    return new KernelReader(files).read();
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  private void kthreaddMayUse(String cpus) {
    files
        .with("/proc/sys/kernel/osrelease", "6.12.1\n")
        .with("/sys/devices/system/cpu/isolated", "2-3\n")
        .with("/proc/2/status", "Name:\tkthreadd\nCpus_allowed_list:\t" + cpus + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0-1, __cpu_online_mask __cpu_isolated_mask, true",
    "0-1, __cpu_online_mask, false",
    "0-1, cpu_online_mask, false",
    "0-1, start_kernel, ",
    "0-1, cpu_isolated_mask_user, ",
    "0-3, __cpu_online_mask __cpu_isolated_mask, ",
  })
  void theSymbolOfThePatchIsLookedForWhereKthreaddHintsAtIt(
      String kthreadd, String symbols, @Nullable Boolean isThere) {
    kthreaddMayUse(kthreadd);
    var table = new StringBuilder();
    for (String symbol : symbols.split(" ", -1)) {
      table.append("ffffffff81000000 B ").append(symbol).append('\n');
    }
    files.with("/proc/kallsyms", table.toString());

    assertThat(read().isolatedMaskSymbol().toOptional()).isEqualTo(Optional.ofNullable(isThere));
  }

  @Test
  void aKernelThatMovesItsThreadsItselfIsNotAskedForThePatch() {
    kthreaddMayUse("0-1");
    files
        .with("/proc/sys/kernel/osrelease", "7.0.1\n")
        .with("/proc/kallsyms", "0 B __cpu_isolated_mask\n0 B __cpu_online_mask\n");

    assertThat(read().isolatedMaskSymbol().toOptional()).isEmpty();
  }

  @Test
  void theBootLineLosesOnlyTheNewlineAtItsEnd() {
    files.with("/proc/cmdline", " quiet isolcpus=2,3  \n");
    assertThat(read().bootLine().toOptional()).contains(" quiet isolcpus=2,3  ");
  }

  @Test
  void theConfigurationOfTheKernelItselfComesFirst() throws IOException {
    files
        .with("/proc/sys/kernel/osrelease", "6.12.1\n")
        .with("/proc/config.gz", gzip(CONFIG))
        .with("/boot/config-6.12.1", "CONFIG_NO_HZ_FULL=n\n");
    assertThat(read().config())
        .isEqualTo(
            Reading.present(
                "/proc/config.gz",
                Map.of(
                    "NO_HZ_FULL", "y",
                    "NR_CPUS", "8192",
                    "TUN", "m",
                    "LOCALVERSION", "-rt=1",
                    "EMPTY", "")));
  }

  @Test
  void theFileBesideTheKernelServesOtherwise() {
    files
        .with("/proc/sys/kernel/osrelease", "6.12.1\n")
        .with("/lib/modules/6.12.1/config", "CONFIG_A=y");
    assertThat(read().config())
        .isEqualTo(Reading.present("/lib/modules/6.12.1/config", Map.of("A", "y")));
  }

  @Test
  void aReleaseThatWouldLeaveTheFolderIsNotFollowed() {
    files.with("/proc/sys/kernel/osrelease", "../../etc/x\n").with("/boot/config-../../etc/x", "");
    assertThat(read().config()).isEqualTo(Reading.absent("/proc/config.gz"));
  }

  @Test
  void aConfigurationThatIsNoGzipIsMalformed() {
    files.with("/proc/config.gz", "CONFIG_A=y");
    assertThat(read().config()).isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void aSosreportHasTheReleaseInTheOutputOfUname() {
    files.with(
        "/sos_commands/kernel/uname_-a",
        "Linux node7 5.14.0-427.el9.x86_64 #1 SMP PREEMPT_DYNAMIC x86_64 GNU/Linux\n");
    assertThat(read().release().toOptional()).contains("5.14.0-427.el9.x86_64");
  }

  @Test
  void whatIsNotThereIsAbsent() {
    assertThat(read().release()).isEqualTo(Reading.absent("/proc/sys/kernel/osrelease"));
  }
}
