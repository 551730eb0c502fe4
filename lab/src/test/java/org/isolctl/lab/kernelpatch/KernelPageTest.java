package org.isolctl.lab.kernelpatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The tables of docs/kernel.md are made from what is kept in kernel/evidence. When this fails, the
/// table that it expected belongs into the page.
class KernelPageTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void theTableOfMasksIsWhatWasSeen() throws IOException {
    String rows =
        evidence().stream()
            .map(one ->
                "| %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                        one.kernel(),
                        one.bootLine().isEmpty() ? "(none)" : "`" + one.bootLine() + "`",
                        one.init(),
                        one.kthreadd(),
                        threads(one),
                        one.bound(),
                        one.moduleSees().isEmpty() ? "(empty)" : one.moduleSees()))
            .collect(Collectors.joining());
    assertThat(page())
        .contains(
            "| kernel | boot line | pid 1 | kthreadd | ksocket-xmit, -recv | bound to 3 | module"
                + " sees |\n"
                + "|---|---|---|---|---|---|---|\n"
                + rows
                + "\n");
  }

  @Test
  void theTableOfWhatIsNotReachedIsWhatWasSeen() throws IOException {
    String rows =
        evidence().stream()
            .filter(one -> one.bootLine().equals("isolcpus=2,3"))
            .map(one ->
                "| %s | %s |\n"
                    .formatted(
                        one.kernel(),
                        one.across().isEmpty() ? "none" : one.across().replace(" ", ", ")))
            .collect(Collectors.joining());
    assertThat(page())
        .contains(
            "| kernel | kernel threads that reach CPUs 0-1 and 2-3 |\n|---|---|\n" + rows + "\n");
  }

  private static String threads(Evidence one) {
    return one.xmit().equals(one.recv()) ? one.xmit() : one.xmit() + ", " + one.recv();
  }

  private static List<Evidence> evidence() throws IOException {
    return Evidence.readAll(ROOT.resolve("kernel/evidence"));
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/kernel.md"));
  }
}
