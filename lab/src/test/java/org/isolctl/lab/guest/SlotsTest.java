package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.isolctl.lab.guest.Slots.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotsTest {
  @Test
  void aThirdGuestWaitsUntilOneOfTwoIsGone(@TempDir Path folder) throws Exception {
    var slots = new Slots(folder, 2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Slot first = slots.take();
      try (Slot second = slots.take()) {
        assertThat(second).isNotSameAs(first);
        CompletableFuture<Slot> third =
            CompletableFuture.supplyAsync(() -> takeUnchecked(slots), threads);
        assertThat(third).isNotDone();
        first.close();
        third.get(1, TimeUnit.MINUTES).close();
      }
    }
  }

  private static Slot takeUnchecked(Slots slots) {
    try {
      return slots.take();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
