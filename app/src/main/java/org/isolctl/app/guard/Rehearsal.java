package org.isolctl.app.guard;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.host.netlink.ProcEvent;
import org.isolctl.host.netlink.ProcEvents;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.guard.GuardPolicy;

/// Runs the whole way of an announcement many times before the first real one comes, with the loop
/// and all agents on it: cold, the first took 23 to 171 ms in a guest, warmed up 1 to 7.
///
/// The system calls are real but harmless: the mask that is set is the guard's own, on the guard's
/// own thread.
final class Rehearsal {
  /// The JVM compiles a method at its 256th call (`Tier3InvocationThreshold`).
  static final int LOOPS = 300;

  /// As many looks as the ladder has rungs, and a scan.
  private static final int STEPS = 9;

  private static final int TID = 1_000_000_007;

  /// Time that goes on as fast as the ladder wants it.
  private static final class Time implements Clock {
    private long now;

    @Override
    public long nanos() {
      return now;
    }
  }

  /// Any thread is this one, and pretends to be a kernel thread that has all CPUs when it is made
  /// and once more after it was first set.
  private static final class Pretence implements Threads {
    private final Threads real;
    private final CpuSet own;
    private final CpuSet all;
    private final CpuSet some;
    private int sets;

    Pretence(Threads real, CpuSet own, CpuSet all) {
      this.real = real;
      this.own = own;
      this.all = all;
      this.some = CpuSet.of(own.first());
    }

    void isMade() {
      sets = 0;
    }

    @Override
    public AffinityResult mask(int tid) {
      return real.mask(0) instanceof AffinityResult.Mask && sets < 2
          ? new AffinityResult.Mask(all)
          : new AffinityResult.Mask(own);
    }

    @Override
    public AffinityResult set(int tid, CpuSet mask) {
      sets++;
      return real.set(0, own);
    }

    /// The guard's own mask is narrowed, and widened again.
    @Override
    public Narrowing narrow(int tid, CpuSet away) {
      sets++;
      real.narrow(0, some);
      real.set(0, own);
      return new Narrowing.Narrowed(all);
    }

    @Override
    public Optional<Errno> raise(int tid) {
      return Optional.empty();
    }

    @Override
    public Reading<ThreadStat> stat(int tid) {
      return real.stat(Math.toIntExact(ProcessHandle.current().pid()))
          .parse(it ->
              new ThreadStat(
                  it.comm(),
                  it.state(),
                  2,
                  ThreadStat.PF_KTHREAD,
                  0,
                  it.startTicks(),
                  it.lastCpu(),
                  0,
                  0));
    }

    @Override
    public Reading<int[]> children() {
      return Reading.present("rehearsal", new int[] {TID});
    }
  }

  /// One announcement each time that it is asked for.
  private static final class Announcements implements ProcEvents {
    private final Deque<ProcEvent> waiting = new ArrayDeque<>();

    @Override
    public void listen() {
      waiting.add(new ProcEvent.Acknowledged(0));
    }

    @Override
    public ProcEvent receive() {
      return Optional.ofNullable(waiting.poll()).orElseGet(ProcEvent.None::new);
    }
  }

  /// Nobody waits.
  private static final class NoPause implements GuardLoop.Pause {
    @Override
    public void await(long nanos) {}

    @Override
    public void wake() {}
  }

  private Rehearsal() {}

  /// @param more what the loop does besides, each as often as an announcement
  static void run(Threads real, CpuSet isolated, CpuSet online, List<Runnable> more) {
    if (!(real.mask(0) instanceof AffinityResult.Mask(var own)) || isolated.isEmpty()) {
      return;
    }
    var time = new Time();
    var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var diary = new LogDiary(silence, true, () -> Instant.EPOCH, time);
    var counts = new Counts();
    var pretence = new Pretence(real, own, online.union(isolated));
    var keeper =
        new ThreadKeeper(
            pretence, new GuardPolicy(isolated, List.of()), new NoNote(), counts, diary, time);
    var scans = new ScanAgent(keeper, GuardSettings.SCAN_PERIOD, time);
    var announcements = new Announcements();
    var events = new EventAgent(announcements, 0, keeper, scans, counts, diary, time);
    var publish =
        new PublishAgent(() -> new Snapshot(isolated, events.hears(), keeper.watched()), time);
    var loop = new GuardLoop(List.of(events, keeper, scans, publish), new NoPause(), time);
    for (int i = 0; i < LOOPS; i++) {
      pretence.isMade();
      announcements.waiting.add(new ProcEvent.Forked(TID, 0, time.nanos()));
      loop.step();
      for (int step = 0; step < STEPS; step++) {
        time.now += Math.max(1, loop.untilDue());
        loop.step();
      }
      time.now += 10_000_000_000L;
      loop.step();
      more.forEach(Runnable::run);
    }
  }
}
