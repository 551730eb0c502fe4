package org.isolctl.app.guard;

/// Says once that the guard is up: when the first scan is done, so that whoever waits for it finds
/// a machine in order.
final class ReadyAgent implements Agent {
  private final Counts counts;
  private final Runnable ready;
  private boolean said;

  ReadyAgent(Counts counts, Runnable ready) {
    this.counts = counts;
    this.ready = ready;
  }

  @Override
  public void step() {
    if (!said && counts.get(Counter.SCANS) > 0) {
      said = true;
      ready.run();
    }
  }

  @Override
  public long dueNanos() {
    return Long.MAX_VALUE;
  }
}
