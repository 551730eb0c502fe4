package org.isolctl.host.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Listens on the machine that the tests run on, where it can; only looks.
class LiveConnectorTest {
  @Test
  void forksOfOthersWakeNobody() throws Exception {
    try (var connector = acknowledged(ProcConnector.KTHREADD)) {
      for (int i = 0; i < 5; i++) {
        var process = new ProcessBuilder("true").start();
        process.waitFor();
        assertThat(heard(connector))
            .noneMatch(it -> it instanceof ProcEvent.Forked fork && fork.tid() == process.pid());
      }
      assertThat(connector.bufferBytes()).isPositive();
    }
  }

  @Test
  void everyForkOfTheParentIsHeardWithItsTime() throws Exception {
    var shell =
        new ProcessBuilder("sh", "-c", "read go; for i in 1 2 3; do (exit 0) & echo $!; done; wait")
            .start();
    try (var connector = acknowledged((int) shell.pid())) {
      long before = System.nanoTime();
      tell(shell.getOutputStream(), "go\n");
      var children =
          new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).lines();
      long after = System.nanoTime();

      var forks =
          heard(connector).stream()
              .filter(ProcEvent.Forked.class::isInstance)
              .map(ProcEvent.Forked.class::cast)
              .toList();
      assertThat(forks)
          .extracting(it -> Integer.toString(it.tid()))
          .containsExactlyElementsOf(children.toList());
      assertThat(forks).allMatch(it -> it.atNanos() > before && it.atNanos() < after);
    } finally {
      shell.destroyForcibly();
    }
  }

  private static void tell(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.US_ASCII));
    to.flush();
  }

  /// A connector that the kernel talks to; where it does not there is nothing to test.
  private static ProcConnector acknowledged(int parent) {
    try {
      var connector = ProcConnector.open(parent, ProcConnector.BUFFER_BYTES);
      connector.listen();
      try (var wait = new DescriptorWait(connector.descriptor())) {
        for (int i = 0; i < 10; i++) {
          wait.await(Duration.ofMillis(200).toNanos());
          if (heard(connector).contains(new ProcEvent.Acknowledged(0))) {
            return connector;
          }
        }
      }
      connector.close();
      return assumeNot("a container or a namespace: nobody answers");
    } catch (NoConnectorException e) {
      return assumeNot(String.valueOf(e.getMessage()));
    }
  }

  private static ProcConnector assumeNot(String why) {
    assumeTrue(false, why);
    throw new AssertionError(why);
  }

  private static List<ProcEvent> heard(ProcConnector connector) {
    var heard = new ArrayList<ProcEvent>();
    for (var event = connector.receive();
        !(event instanceof ProcEvent.None);
        event = connector.receive()) {
      heard.add(event);
    }
    return heard;
  }
}
