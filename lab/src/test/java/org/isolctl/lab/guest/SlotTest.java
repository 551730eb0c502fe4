package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Alone, as the slots are those of the whole JVM.
@Isolated
class SlotTest {
  @TempDir Path folder;

  @Test
  void aThirdGuestWaitsUntilOneOfTwoIsGone() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Slot first = Slot.take(folder);
      CompletableFuture<Slot> third;
      try (Slot second = Slot.take(folder)) {
        assertThat(second).isNotSameAs(first);
        third =
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return Slot.take(folder);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                },
                threads);
        assertThat(third).isNotDone();
        first.close();
        third.get(1, TimeUnit.MINUTES).close();
      }
    }
  }
}
