package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.kernel.TestedKernels;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What may befall a running `isolctl guard`, and that all is right again afterwards. It listens
/// with a small buffer and governs interrupts and workqueues too.
@Tag("faults")
@ParameterizedClass
@MethodSource("guests")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardFaultsInGuestTest {
  private static final String OPTIONS = "--scan 2s --receive-buffer 8192 --policy /tmp/policy.toml";
  private static final String POLICY = "govern = [\"irqs\", \"workqueues\"]\n";

  /// The interrupt of the console: every guest has it, and its mask can be set.
  private static final String IRQ = "/proc/irq/4/smp_affinity_list";

  private static final String WORKQUEUES = "/sys/devices/virtual/workqueue/cpumask";

  /// One thread that was not there before.
  private static final String BIRTH =
      """
      thp=/sys/kernel/mm/transparent_hugepage/enabled
      echo never >$thp
      while pidof khugepaged >/dev/null; do sleep 0.05; done
      echo always >$thp
      until pidof khugepaged >/dev/null; do sleep 0.05; done
      """;

  /// A scan, and the ladder.
  private static final String SETTLE = "sleep 5";

  private final GuardedGuest guarded;

  GuardFaultsInGuestTest(GuardedGuest guarded) {
    this.guarded = guarded;
  }

  static Stream<GuardedGuest> guests() throws Exception {
    Path ignore = Files.createTempFile("isolctl-lab", ".ignore");
    ignore.toFile().deleteOnExit();
    Tool.run(
        List.of("gcc", "-O2", "-Wall", "-static", "-o", ignore.toString(), "src/test/c/ignore.c"));
    return GuardedGuest.withBirths(
        TestedKernels.forFaults(),
        OPTIONS,
        List.of(GuestFile.copy("/bin/ignore", ignore), GuestFile.text("/tmp/policy.toml", POLICY)));
  }

  private int count(String counter) throws GuestException {
    return guarded.status().path("counters").path(counter).asInt();
  }

  private String text(String file) throws GuestException {
    return guarded.run("cat " + file).strip();
  }

  @Test
  @Order(1)
  void interruptsAndWorkqueuesAreNarrowedAtTheStart() throws GuestException {
    guarded.run(SETTLE);

    assertThat(text(IRQ)).isEqualTo("0-1");
    assertThat(text("/proc/irq/default_smp_affinity")).isEqualTo("3");
    assertThat(text(WORKQUEUES)).isEqualTo("3");
  }

  @Test
  @Order(2)
  void aMaskThatSomebodyResetsIsPutRightAtTheNextScan() throws GuestException {
    guarded.run("echo 0-3 >" + IRQ + "; echo f >" + WORKQUEUES + "; sleep 5");

    assertThat(text(IRQ)).isEqualTo("0-1");
    assertThat(text(WORKQUEUES)).isEqualTo("3");
  }

  @Test
  @Order(3)
  void aMaskThatSomebodyResetsAgainAndAgainIsLeftToThem() throws GuestException {
    guarded.run("for i in $(seq 80); do echo 0-3 >" + IRQ + "; sleep 0.5; done");

    assertThat(text(IRQ)).isEqualTo("0-3");
    assertThat(count("settings_contested")).isEqualTo(1);
    assertThat(guarded.run("grep setting-contested /tmp/guard.log")).contains("IRQ 4");
  }

  @Test
  @Order(4)
  void whatWasBornWhileTheGuardWasStoppedAndItsBufferFullIsFound() throws GuestException {
    guarded.run(
        """
        [ ! -e /kshapes.ko ] || insmod /kshapes.ko to=3
        kill -STOP $(cat /tmp/guard.pid)
        %s
        for i in $(seq 100); do mount -t nofs$i none /mnt 2>/dev/null; done
        [ ! -e /kshapes.ko ] || echo run 200 >/sys/module/kshapes/parameters/make
        sleep 0.5
        kill -CONT $(cat /tmp/guard.pid)
        """
            .formatted(BIRTH));
    guarded.run(SETTLE);

    assertThat(count("losses")).isPositive();
    assertThat(guarded.run("grep '\"reasons\":\"[a-z,]*loss' /tmp/guard.log")).isNotEmpty();
    assertThat(guarded.movableStrays()).isEmpty();
  }

  @Test
  @Order(5)
  void aGuardThatSomebodySilencedNoticesAndHearsAgain() throws GuestException {
    guarded.run("ignore 3");
    int before = count("events");
    int requests = count("requests");
    guarded.run(BIRTH);
    guarded.run(SETTLE);
    int silent = count("events") - before;
    assertThat(guarded.mask("$(pidof khugepaged)")).isEqualTo("0-1");
    for (int i = 0; i < 20 && count("requests") == requests; i++) {
      guarded.run(SETTLE);
    }
    guarded.run(SETTLE);
    int mended = count("events");
    guarded.run(BIRTH);
    guarded.run(SETTLE);

    // From 6.6 on each listener is counted for itself.
    if (guarded.kernel().release().matches("5\\..*|6\\.[0-5]\\..*")) {
      assertThat(silent).isZero();
      assertThat(count("requests") - requests).isGreaterThan(1);
    } else {
      assertThat(silent).isPositive();
    }
    assertThat(count("events")).isGreaterThan(mended);
    assertThat(guarded.status().path("hearing").asBoolean()).isTrue();
  }

  @Test
  @Order(6)
  void cpusGoOfflineAndComeBack() throws GuestException {
    guarded.run(
        """
        for cpu in 1 3; do
          echo 0 >/sys/devices/system/cpu/cpu$cpu/online
          sleep 3
          echo 1 >/sys/devices/system/cpu/cpu$cpu/online
          sleep 3
        done
        """);
    guarded.run(BIRTH);
    guarded.run(SETTLE);

    assertThat(guarded.run("grep -c '\"reasons\":\"[a-z,]*change' /tmp/guard.log").strip())
        .satisfies(scans -> assertThat(Integer.parseInt(scans)).isGreaterThanOrEqualTo(4));
    assertThat(guarded.status().path("isolated").asString()).isEqualTo("2-3");
    assertThat(guarded.movableStrays()).isEmpty();
  }

  @Test
  @Order(7)
  void aBrokenPolicyLeavesTheOldOneInForceAndIsNamed() throws GuestException {
    guarded.run(
        """
        echo 'isolatd = "2"' >>/tmp/policy.toml
        kill -HUP $(cat /tmp/guard.pid)
        sleep 1
        """);
    guarded.run("echo f >" + WORKQUEUES + "; sleep 5");

    assertThat(guarded.run("grep '\"trouble\"' /tmp/guard.log"))
        .contains("the policy stays as it was")
        .contains("/tmp/policy.toml:2: unknown key 'isolatd'");
    assertThat(text(WORKQUEUES)).isEqualTo("3");
  }

  @Test
  @Order(8)
  void whatWasBornAfterAKillIsFoundByTheSuccessor() throws IOException {
    guarded.run("kill -9 $(cat /tmp/guard.pid); sleep 0.2");
    guarded.run(BIRTH + "sed -i 2d /tmp/policy.toml; mv /tmp/guard.log /tmp/guard1.log");
    guarded.start(OPTIONS);
    guarded.run(SETTLE);

    assertThat(guarded.movableStrays()).isEmpty();
    assertThat(guarded.mask("$(pidof khugepaged)")).isEqualTo("0-1");
  }

  @Test
  @Order(9)
  void undoGivesInterruptsTheMasksThatTheyHad() throws GuestException {
    guarded.run(
        """
        kill $(cat /tmp/guard.pid)
        for i in $(seq 100); do kill -0 $(cat /tmp/guard.pid) 2>/dev/null || break; sleep 0.1; done
        isolctl undo --yes >/tmp/undo.txt
        """);

    assertThat(text(IRQ)).isEqualTo("0-3");
    assertThat(text("/proc/irq/default_smp_affinity")).isEqualTo("f");
  }

  @Test
  @Order(10)
  void theKernelHasNothingToComplainAbout() throws IOException {
    Path evidence =
        Files.createDirectories(Path.of(System.getProperty("isolctl.evidence", "target/evidence")));
    Files.writeString(
        evidence.resolve("guard-faults-" + guarded.kernel().release() + ".log"),
        guarded.run("cat /tmp/guard1.log /tmp/guard.log"));

    assertThat(guarded.guest().log()).doesNotContain("Call Trace").doesNotContain("BUG:");
  }
}
