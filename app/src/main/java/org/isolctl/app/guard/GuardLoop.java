package org.isolctl.app.guard;

import java.util.List;

/// Steps agents until it is told to stop, and waits in between.
final class GuardLoop {
  private final List<Agent> agents;
  private final Pause pause;
  private final Clock clock;
  private volatile boolean stopping;

  /// Waits for an event or for a time to pass; another thread may end the wait.
  interface Pause {
    void await(long nanos);

    void wake();
  }

  /// @param agents stepped in this order
  GuardLoop(List<Agent> agents, Pause pause, Clock clock) {
    this.agents = List.copyOf(agents);
    this.pause = pause;
    this.clock = clock;
  }

  /// Runs until {@link #stop()}.
  void run() {
    while (!stopping) {
      step();
      if (!stopping) {
        pause.await(untilDue());
      }
    }
  }

  void step() {
    agents.forEach(Agent::step);
  }

  /// How long nobody has anything to do.
  long untilDue() {
    long due = Long.MAX_VALUE;
    for (Agent agent : agents) {
      due = Math.min(due, agent.dueNanos());
    }
    return due == Long.MAX_VALUE ? Long.MAX_VALUE : due - clock.nanos();
  }

  /// Ends {@link #run()} soon; for any thread.
  void stop() {
    stopping = true;
    pause.wake();
  }

  /// Makes the loop step now; for any thread.
  void nudge() {
    pause.wake();
  }
}
