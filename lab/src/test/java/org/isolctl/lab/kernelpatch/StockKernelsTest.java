package org.isolctl.lab.kernelpatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isolctl.lab.guest.BootSpec;
import org.isolctl.lab.guest.Guest;
import org.isolctl.lab.guest.Result;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.Kernels;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The picture of the 2013 report, on kernels as Debian builds them: `isolcpus=2,3` keeps process 1
/// off, and kernel threads not.
@Tag("lab")
class StockKernelsTest {
  private static final List<String> STRAYS = List.of("ksocket-recv", "ksocket-xmit");

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void threadsOfAModuleGetAllCpusAndAnAuditNamesThem(String series) throws Exception {
    LabCache cache = LabCache.ofEnvironment();
    Kernel kernel = new Kernels(cache).find(series);
    Path module = cache.folder("modules").resolve(kernel.release()).resolve("ksock.ko");
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    BootSpec spec =
        BootSpec.of("isolcpus=2,3")
            .withFiles(List.of(GuestFile.copy("/ksock.ko", module)))
            .withIsolctl(IsolctlImage.of(modules, cache));

    try (Guest guest = Guest.boot(kernel, spec)) {
      guest.run("insmod /ksock.ko").orThrow();
      Result audit = guest.run("isolctl audit --format json");
      guest.run("rmmod ksock").orThrow();
      Look look = Look.in(guest);
      Evidence evidence = Evidence.of(kernel.release() + " stock", "isolcpus=2,3", look);
      evidence.keep();

      assertThat(strays(audit.out())).isEqualTo(STRAYS);
      assertThat(evidence)
          .isEqualTo(
              new Evidence(
                  evidence.kernel(),
                  "isolcpus=2,3",
                  "2-3",
                  "0-1",
                  "0-3",
                  "0-3",
                  "0-3",
                  "3",
                  "none",
                  evidence.across()));
    }
  }

  private static List<String> strays(String answer) throws Exception {
    JsonNode findings = JsonMapper.shared().readTree(answer).path("findings");
    return findings
        .valueStream()
        .filter(finding -> finding.path("code").asString().equals("kthread-stray"))
        .filter(finding -> finding.path("cause").asString().equals("default-mask"))
        .filter(finding -> finding.path("mask").asString().equals("0-3"))
        .map(finding -> finding.path("subject").path("comm").asString())
        .filter(comm -> comm.startsWith("ksocket"))
        .sorted()
        .toList();
  }
}
