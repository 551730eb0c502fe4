package org.isolctl.lab.guest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.isolctl.lab.kernel.LabCache;

/// The places for guests on a machine, whatever the number of processes that want one: more guests
/// than CPUs only wait for each other.
///
/// Between processes a lock on a file keeps the number. Inside one process a semaphore for each
/// file does, because closing any channel of a file drops every lock that the process has on it
/// (fcntl(2)); hence one object per folder in a process.
public final class Slots {
  /// How many run side by side on this machine.
  private static final int GUESTS = 2;

  private static final int POLL_MILLIS = 200;

  private static Optional<Slots> ofMachine = Optional.empty();

  private final Path folder;
  private final List<Semaphore> ours;

  /// @param folder where the files to lock are, there already
  Slots(Path folder, int count) {
    this.folder = folder;
    ours = IntStream.range(0, count).mapToObj(_ -> new Semaphore(1)).toList();
  }

  /// Those of this machine.
  public static synchronized Slots ofMachine() throws IOException {
    if (ofMachine.isEmpty()) {
      ofMachine = Optional.of(new Slots(LabCache.ofEnvironment().folder("slots"), GUESTS));
    }
    return ofMachine.get();
  }

  /// Waits for a free place, as long as it takes.
  public Slot take() throws IOException, InterruptedException {
    while (true) {
      for (int i = 0; i < ours.size(); i++) {
        Optional<Slot> slot = tryTake(ours.get(i), folder.resolve("guest-" + i));
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

  /// The right to run one guest.
  public static final class Slot implements AutoCloseable {
    private final Semaphore ours;
    private final FileChannel locked;

    private Slot(Semaphore ours, FileChannel locked) {
      this.ours = ours;
      this.locked = locked;
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
}
