package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.isolctl.lab.kernel.TestedKernels;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// `isolctl guard` on a real kernel with 4 CPUs and `isolcpus=2,3`: kernel threads come and go, and
/// in the end none that can be moved reaches CPUs 2-3. Reaction times are printed, not asserted.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardInGuestTest {
  /// khugepaged, made and ended again and again; the journal of an ext4 file system likewise.
  private static final String BIRTHS =
      """
      thp=/sys/kernel/mm/transparent_hugepage/enabled
      mkdir -p /mnt
      for round in $(seq 30); do
        echo never >$thp
        while pidof khugepaged >/dev/null; do sleep 0.02; done
        echo always >$thp
        until pidof khugepaged >/dev/null; do sleep 0.02; done
        mount -t ext4 /dev/nvme0n1 /mnt
        umount /mnt
      done
      mount -t ext4 /dev/nvme0n1 /mnt
      """;

  /// Long enough for the whole ladder.
  private static final String SETTLE = "sleep 4";

  private final GuardedGuest guarded;

  GuardInGuestTest(GuardedGuest guarded) {
    this.guarded = guarded;
  }

  static Stream<GuardedGuest> guests() throws Exception {
    return GuardedGuest.each("isolcpus=2,3", "--scan 3s", true);
  }

  @Test
  @Order(1)
  void afterTheFirstScanNoMovableThreadReachesThem() throws GuestException {
    guarded.run(SETTLE);

    assertThat(guarded.movableStrays()).isEmpty();
    assertThat(guarded.mask("2")).isEqualTo("0-1");
    assertThat(guarded.status().path("hearing").asBoolean()).isTrue();
  }

  @Test
  @Order(2)
  void whateverIsBornLaterIsKeptOffThem() throws Exception {
    guarded.run(BIRTHS);
    guarded.run(SETTLE);

    assertThat(guarded.movableStrays()).isEmpty();
    assertThat(guarded.mask("$(pidof khugepaged)")).isEqualTo("0-1");
    JsonNode status = guarded.status();
    print(status);
    assertThat(status.path("counters").path("events").asInt()).isGreaterThanOrEqualTo(60);
    assertThat(status.path("counters").path("contested").asInt()).isZero();
    assertThat(status.path("counters").path("losses").asInt()).isZero();
  }

  @Test
  @Order(3)
  void aThreadThatSomebodyPutsThereIsLeftThere() throws GuestException {
    guarded.run("taskset -p 8 $(pidof khugepaged); sleep 8");

    assertThat(guarded.mask("$(pidof khugepaged)")).isEqualTo("3");
    guarded.run("taskset -p 3 $(pidof khugepaged)");
  }

  @Test
  @Order(4)
  void aMaskThatSomebodyWidensIsPutRightByAScan() throws GuestException {
    guarded.run("taskset -p f $(pidof khugepaged); sleep 8");

    assertThat(guarded.mask("$(pidof khugepaged)")).isEqualTo("0-1");
  }

  @Test
  @Order(5)
  void forksOfUserSpaceAreNoEvents() throws GuestException {
    int before = guarded.status().path("counters").path("events").asInt();
    guarded.run("for round in $(seq 200); do /bin/true; done");
    int after = guarded.status().path("counters").path("events").asInt();

    // The kernel makes a worker of its own now and then.
    assertThat(after - before).isLessThan(50);
  }

  @Test
  @Order(6)
  void theGuardItselfKeepsOffThem() throws GuestException {
    var masks =
        guarded.run("sed -n 's/^Cpus_allowed_list:.//p' /proc/$(cat /tmp/guard.pid)/task/*/status");

    assertThat(masks.lines()).isNotEmpty().containsOnly("0-1");
  }

  @Test
  @Order(6)
  void itsLoopGoesBeforeOrdinaryThreadsAndWhatItStartsLaterDoesNot() throws GuestException {
    // The priority and the policy of each thread: what follows the name in brackets.
    var policies =
        guarded.run(
            """
            for task in /proc/$(cat /tmp/guard.pid)/task/*; do
              echo $(cat $task/comm) $(sed 's/.*) //' $task/stat | cut -d' ' -f38,39)
            done
            """);

    assertThat(policies.lines().filter(line -> line.startsWith("java ")))
        .isNotEmpty()
        .allMatch(line -> line.endsWith(" 1 1"));
    assertThat(policies.lines().filter(line -> line.startsWith("status ")))
        .isNotEmpty()
        .allMatch(line -> line.endsWith(" 0 0"));
  }

  @Test
  @Order(7)
  void aGuardThatWasKilledLeavesItsSuccessorWhatItNeeds() throws IOException {
    guarded.run("kill -9 $(cat /tmp/guard.pid); mv /tmp/guard.log /tmp/guard1.log");
    guarded.start("--scan 3s");

    assertThat(guarded.movableStrays()).isEmpty();
  }

  @Test
  @Order(8)
  void aCleanStopPutsKthreaddBack() throws GuestException {
    var code =
        guarded.run(
            """
            kill $(cat /tmp/guard.pid)
            for i in $(seq 100); do kill -0 $(cat /tmp/guard.pid) 2>/dev/null || break; sleep 0.1; done
            kill -0 $(cat /tmp/guard.pid) 2>/dev/null && echo running
            tail -n 1 /tmp/guard.log
            """);

    assertThat(code).contains("\"event\":\"stopped\"").doesNotContain("running");
    assertThat(guarded.mask("2"))
        .isEqualTo(TestedKernels.keepsKthreadsOffIsolcpus(guarded.kernel()) ? "0-1" : "0-3");
  }

  @Test
  @Order(9)
  void theLogIsKeptAsEvidence() throws IOException {
    Path evidence =
        Files.createDirectories(Path.of(System.getProperty("isolctl.evidence", "target/evidence")));
    var log = guarded.run("cat /tmp/guard1.log /tmp/guard.log");
    Files.writeString(evidence.resolve("guard-" + guarded.kernel().release() + ".log"), log);

    assertThat(log.lines()).allMatch(line -> line.startsWith("{\"time\":\""));
    assertThat(guarded.guest().log()).doesNotContain("Call Trace");
  }

  private void print(JsonNode status) throws IOException {
    var text = new StringBuilder(guarded.kernel().release()).append(": ");
    text.append(status.path("counters")).append(' ').append(status.path("refusals")).append('\n');
    for (JsonNode bucket : status.path("reaction_nanos").path("buckets")) {
      if (bucket.path("count").asLong() > 0) {
        text.append("  at most ")
            .append(bucket.path("at_most").asLong(0) / 1000)
            .append(" us: ")
            .append(bucket.path("count").asLong())
            .append('\n');
      }
    }
    text.append("  slowest ")
        .append(status.path("reaction_nanos").path("max").asLong() / 1000)
        .append(" us\n");
    Path evidence =
        Files.createDirectories(Path.of(System.getProperty("isolctl.evidence", "target/evidence")));
    Files.writeString(
        evidence.resolve("guard-" + guarded.kernel().release() + ".reactions.txt"), text);
    System.out.print(text);
  }
}
