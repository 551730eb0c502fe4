package org.isolctl.host.netlink;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DescriptorWaitTest {
  @Test
  @Timeout(30)
  void aWaitEndsWhenSomebodyWakesIt() throws Exception {
    try (var wait = new DescriptorWait()) {
      var over = new CountDownLatch(1);
      Thread.ofPlatform()
          .start(() -> {
            wait.await(SECONDS.toNanos(600));
            over.countDown();
          });
      wait.wake();

      assertThat(over.await(25, SECONDS)).isTrue();
    }
  }

  @Test
  @Timeout(30)
  void aWakeBeforeTheWaitEndsTheNextOneOnly() {
    try (var wait = new DescriptorWait()) {
      wait.wake();
      wait.wake();
      wait.await(SECONDS.toNanos(600));
      long before = System.nanoTime();
      wait.await(1_000_000);

      assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(1_000_000);
    }
  }

  @Test
  void wakingAClosedWaitDoesNothing() {
    var wait = new DescriptorWait();
    wait.close();
    wait.wake();
  }
}
