package org.isolctl.host.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Listens on the machine that the tests run on, where it can; only looks.
class LiveConnectorTest {
  @Test
  void theRunningKernelAcknowledgesAndForksOfUserSpaceWakeNobody() throws Exception {
    ProcConnector connector;
    try {
      connector = ProcConnector.open(ProcConnector.BUFFER_BYTES);
      connector.listen();
    } catch (NoConnectorException e) {
      assumeTrue(false, e.getMessage());
      return;
    }
    try (connector;
        var wait = new DescriptorWait(connector.descriptor())) {
      var heard = new ArrayList<ProcEvent>();
      for (int i = 0; i < 10 && !isAcknowledged(heard); i++) {
        wait.await(Duration.ofMillis(200).toNanos());
        drain(connector, heard);
      }
      assumeTrue(isAcknowledged(heard), "a container or a namespace: nobody answers");
      int before = heard.size();

      long child;
      for (int i = 0; i < 5; i++) {
        var process = new ProcessBuilder("true").start();
        child = process.pid();
        process.waitFor();
        drain(connector, heard);
        long pid = child;
        assertThat(heard.subList(before, heard.size()))
            .noneMatch(event -> event instanceof ProcEvent.Forked fork && fork.tid() == pid);
      }
      assertThat(connector.bufferBytes()).isPositive();
    }
  }

  private static boolean isAcknowledged(List<ProcEvent> heard) {
    return heard.contains(new ProcEvent.Acknowledged(0));
  }

  private static void drain(ProcConnector connector, List<ProcEvent> heard) {
    for (var event = connector.receive();
        !(event instanceof ProcEvent.None);
        event = connector.receive()) {
      heard.add(event);
    }
  }
}
