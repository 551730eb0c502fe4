package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.LabCache;
import org.isolctl.lab.kernel.TestedKernels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// `isolctl audit` as root on a real kernel with 4 CPUs and `isolcpus=2,3`, on which three things
/// happened after boot: khugepaged was made, a task was put onto CPU 3, and one was given all CPUs.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
class AuditInGuestTest {
  private static final String AFTER_BOOT =
      """
      thp=/sys/kernel/mm/transparent_hugepage/enabled
      echo never >$thp
      while pidof khugepaged >/dev/null; do sleep 0.1; done
      echo always >$thp
      until pidof khugepaged >/dev/null; do sleep 0.1; done
      taskset 8 sleep 100000 & echo $! >/tmp/tenant
      taskset f sleep 100000 & echo $! >/tmp/stray
      """;

  private final AuditedGuest audited;

  AuditInGuestTest(AuditedGuest audited) {
    this.audited = audited;
  }

  static Stream<AuditedGuest> guests() throws Exception {
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    IsolctlImage image = IsolctlImage.of(modules, LabCache.ofEnvironment());
    return Booted.each(BootSpec.of("isolcpus=2,3").withIsolctl(image))
        .map(booted -> AuditedGuest.audit(booted, AFTER_BOOT));
  }

  @Test
  void theAnswerIsFindingsAndNothingElse() {
    assertThat(audited.result().code()).isEqualTo(1);
    assertThat(audited.result().err()).isEmpty();
    assertThat(audited.text("schema")).isEqualTo("isolctl/audit/1");
    assertThat(audited.text("verdict")).isEqualTo("violated");
  }

  @Test
  void theMachineIsDescribedAsItIs() {
    assertThat(audited.text("kernel")).isEqualTo(audited.kernel().release());
    assertThat(audited.text("possible")).isEqualTo("0-3");
    assertThat(audited.text("online")).isEqualTo("0-3");
    assertThat(audited.text("isolated")).isEqualTo("2-3");
    assertThat(audited.text("boot_line")).endsWith(" isolcpus=2,3");
    assertThat(audited.answer().path("sources").path(0).path("kind").asString())
        .isEqualTo("isolcpus");
  }

  @Test
  void nothingThatTheVerdictNeedsIsLacking() {
    assertThat(audited.answer().path("gaps")).isEmpty();
  }

  @Test
  void processOneIsNoStray() {
    assertThat(audited.findingsOfThread(1)).isEmpty();
  }

  @Test
  void kthreaddStraysUpToTheKernelThatKeepsItOff() {
    assertThat(audited.findingsOfThread(2))
        .map(AuditInGuestTest::inShort)
        .isEqualTo(strays("kthreadd kthreadd kthread-stray 0-3 2-3 may-run default-mask true"));
  }

  @Test
  void aKernelThreadMadeAfterBootIsFound() throws GuestException {
    assertThat(audited.findingsOfThread(audited.number("pidof khugepaged")))
        .map(AuditInGuestTest::inShort)
        .isEqualTo(strays("khugepaged kthread kthread-stray 0-3 2-3 may-run default-mask true"));
  }

  @Test
  void exactlyTheKernelThreadsThatAShellFindsAreStrays() throws GuestException {
    assertThat(audited.findings("kthread-stray").filter(AuditedGuest::isMovable))
        .extracting(finding -> finding.path("subject").path("tid").asInt())
        .containsExactlyInAnyOrderElementsOf(audited.movableKthreadsThatReachIsolatedCpus());
  }

  @Test
  void unboundKworkersAreNoStrays() {
    assertThat(audited.findings("kthread-stray"))
        .noneMatch(
            finding -> finding.path("subject").path("class").asString().equals("unbound-kworker"));
    assertThat(audited.findings("workqueue-stray")).isEmpty();
  }

  @Test
  void aTaskThatWasPutOntoAnIsolatedCpuIsATenant() throws GuestException {
    int tid = audited.number("cat /tmp/tenant");

    assertThat(audited.findingsOfThread(tid)).isEmpty();
    assertThat(audited.tenant(tid))
        .hasValueSatisfying(tenant -> {
          assertThat(tenant.path("comm").asString()).isEqualTo("sleep");
          assertThat(tenant.path("mask").asString()).isEqualTo("3");
        });
  }

  @Test
  void aTaskThatMayRunEverywhereIsAStray() throws GuestException {
    assertThat(audited.findingsOfThread(audited.number("cat /tmp/stray")))
        .map(AuditInGuestTest::inShort)
        .singleElement()
        .asString()
        .startsWith("sleep user user-stray 0-3 2-3 may-run ")
        .endsWith(" true");
  }

  @Test
  void theTableIsKeptAsEvidence() throws IOException {
    Result table = audited.guest().run("isolctl audit --color never");
    Kernel kernel = audited.kernel();
    Path evidence =
        Files.createDirectories(Path.of(System.getProperty("isolctl.evidence", "target/evidence")));
    Files.writeString(evidence.resolve("audit-" + kernel.release() + ".txt"), table.out());
    Files.writeString(
        evidence.resolve("audit-" + kernel.release() + ".json"), audited.result().out());
    Files.writeString(
        evidence.resolve("kernel-" + kernel.release() + ".log"), audited.guest().log());

    assertThat(table.code()).isEqualTo(1);
    assertThat(table.out()).containsIgnoringCase("violated");
  }

  /// What the eras differ in: the finding up to 6.19, none from 7.0 on.
  private List<String> strays(String finding) {
    return TestedKernels.keepsKthreadsOffIsolcpus(audited.kernel()) ? List.of() : List.of(finding);
  }

  private static String inShort(JsonNode finding) {
    JsonNode subject = finding.path("subject");
    return String.join(
        " ",
        subject.path("comm").asString(),
        subject.path("class").asString(),
        finding.path("code").asString(),
        finding.path("mask").asString(),
        finding.path("reach").asString(),
        finding.path("grade").asString(),
        finding.path("cause").asString(),
        finding.path("movable").asString());
  }
}
