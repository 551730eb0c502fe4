package org.isolctl.app.guard;

import org.isolctl.host.netlink.NoConnectorException;
import org.isolctl.host.netlink.ProcEvent;
import org.isolctl.host.netlink.ProcEvents;
import org.isolctl.model.guard.ScanReason;
import org.isolctl.model.guard.Subscription;

/// Listens to the kernel's announcements and passes them on.
final class EventAgent implements Agent {
  /// How many announcements are taken in one step, before whatever else is due has its turn.
  private static final int MOST_AT_ONCE = 256;

  private final ProcEvents events;
  private final int bufferBytes;
  private final ThreadKeeper keeper;
  private final ScanAgent scans;
  private final Counts counts;
  private final Diary diary;
  private final Clock clock;
  private Subscription subscription;
  private boolean told;
  private boolean more;

  EventAgent(
      ProcEvents events,
      int bufferBytes,
      ThreadKeeper keeper,
      ScanAgent scans,
      Counts counts,
      Diary diary,
      Clock clock) {
    this.events = events;
    this.bufferBytes = bufferBytes;
    this.keeper = keeper;
    this.scans = scans;
    this.counts = counts;
    this.diary = diary;
    this.clock = clock;
    this.subscription = Subscription.begun(clock.nanos());
  }

  @Override
  public void step() {
    drain();
    if (subscription.dueNanos() <= clock.nanos()) {
      ask();
    }
  }

  private void drain() {
    boolean lost = false;
    int taken = 0;
    more = false;
    while (!more) {
      switch (events.receive()) {
        case ProcEvent.Forked(var tid, _, var atNanos) -> keeper.announced(tid, atNanos);
        case ProcEvent.Acknowledged(var error) -> acknowledged(error);
        case ProcEvent.Lost() -> lost = true;
        case ProcEvent.Other() -> {}
        case ProcEvent.None() -> {
          // Only now: a socket that has lost something drops everything until it is drained.
          if (lost) {
            counts.add(Counter.LOSSES);
            diary.tell(new Happening.Lost());
            scans.ask(ScanReason.LOSS);
          }
          return;
        }
      }
      taken++;
      more = taken >= MOST_AT_ONCE && !lost;
    }
  }

  private void acknowledged(int error) {
    if (error != 0) {
      tellDeaf(
          "the kernel refuses: error "
              + error
              + (error == 1 ? " (EPERM); kernels before 6.6 ask for CAP_NET_ADMIN" : ""));
      return;
    }
    if (subscription.mayHaveMissed() || !subscription.hears()) {
      scans.ask(ScanReason.START);
    }
    if (!subscription.hears()) {
      told = false;
      diary.tell(new Happening.Hearing(bufferBytes));
    }
    subscription = subscription.acknowledged(clock.nanos());
  }

  private void ask() {
    counts.add(Counter.REQUESTS);
    if (subscription.asks() == 1) {
      // No answer yet: what is there is looked at meanwhile.
      scans.ask(ScanReason.START);
    }
    subscription = subscription.asked(clock.nanos());
    try {
      events.listen();
    } catch (NoConnectorException e) {
      tellDeaf(String.valueOf(e.getMessage()));
    }
    if (subscription.state() == Subscription.State.DEAF) {
      tellDeaf(
          "nobody acknowledges: this is not the initial user and pid namespace, or the kernel was"
              + " built without CONFIG_PROC_EVENTS");
    }
  }

  private void tellDeaf(String why) {
    if (!told) {
      told = true;
      diary.tell(new Happening.Deaf(why));
    }
  }

  @Override
  public long dueNanos() {
    return more ? clock.nanos() : subscription.dueNanos();
  }

  /// Whether announcements are to be expected.
  boolean hears() {
    return subscription.hears();
  }
}
