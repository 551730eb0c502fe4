package org.isolctl.lab.guest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/// The right to run one guest. There are two on a machine, whatever the number of processes that
/// want one: more guests than CPUs only wait for each other.
///
/// Between processes a lock on a file keeps the number; inside one process a semaphore per file
/// does, because closing any channel of a file drops every lock that the process has on it
/// (fcntl(2)).
final class Slot implements AutoCloseable {
  private static final int COUNT = 2;
  private static final int POLL_MILLIS = 200;
  private static final List<Semaphore> OURS =
      IntStream.range(0, COUNT).mapToObj(_ -> new Semaphore(1)).toList();

  private final Semaphore ours;
  private final FileChannel locked;

  private Slot(Semaphore ours, FileChannel locked) {
    this.ours = ours;
    this.locked = locked;
  }

  /// Waits for a slot, as long as it takes.
  static Slot take(Path folder) throws IOException, InterruptedException {
    while (true) {
      for (int i = 0; i < COUNT; i++) {
        Optional<Slot> slot = tryTake(OURS.get(i), folder.resolve("guest-" + i));
        if (slot.isPresent()) {
          return slot.get();
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static Optional<Slot> tryTake(Semaphore ours, Path file) throws IOException {
    if (!ours.tryAcquire()) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = channel.tryLock() != null;
      if (!taken) {
        channel.close();
      }
      return taken ? Optional.of(new Slot(ours, channel)) : Optional.empty();
    } finally {
      if (!taken) {
        ours.release();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      locked.close();
    } finally {
      ours.release();
    }
  }
}
