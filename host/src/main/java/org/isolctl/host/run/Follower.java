package org.isolctl.host.run;

import java.time.Duration;
import java.util.Optional;

/// Stays with a process until it ends.
public final class Follower {
  /// Ten looks a second cost a thousandth of a CPU for each hundred threads.
  private static final Duration BETWEEN = Duration.ofMillis(100);

  /// How long an isolctl may take to become its command.
  private static final int MOST_WAITS = 100;

  private final Programs programs;
  private final int pid;
  private final Optional<Long> started;

  /// @param pid a process that runs now
  public Follower(Programs programs, int pid) {
    this.programs = programs;
    this.pid = pid;
    this.started = programs.started(pid).toOptional();
  }

  /// Waits until an isolctl, which was started together with this one, has become its command, so
  /// that none of the threads of its Java runtime is moved.
  public void awaitItsProgram() {
    for (int wait = 0; wait < MOST_WAITS && programs.isStillIsolctl(pid); wait++) {
      pause();
    }
  }

  /// Moves what it makes, until it ends or somebody interrupts.
  public void follow(Mover mover) {
    while (started.isPresent() && started.equals(programs.started(pid).toOptional())) {
      mover.move(pid);
      pause();
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
