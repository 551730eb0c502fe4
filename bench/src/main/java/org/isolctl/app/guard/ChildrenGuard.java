package org.isolctl.app.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.kthreads.KernelThreads;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.host.netlink.DescriptorWait;
import org.isolctl.host.netlink.ProcConnector;
import org.isolctl.host.threads.ChildrenFile;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.guard.GuardPolicy;
import org.isolctl.model.guard.ScanReason;

/// The loop of the guard with the children of one process of the bench in the place of kernel
/// threads, so that its reaction can be measured on this very machine: no kernel thread is looked
/// at, let alone set.
///
/// Arguments: the isolated CPUs as a hexadecimal mask, and the number of the parent. Prints
/// "ready"; at SIGTERM one line for each child that it set: nanoseconds from its making to the set
/// mask.
public final class ChildrenGuard {
  /// Children that pass for kernel threads.
  private record Children(KernelThreads kernel, int parent) implements Threads {
    private static boolean isOurs(int tid) {
      return tid != ProcConnector.KTHREADD;
    }

    @Override
    public AffinityResult mask(int tid) {
      return isOurs(tid) ? kernel.mask(tid) : new AffinityResult.Refused(new Errno(Errno.ESRCH));
    }

    @Override
    public AffinityResult set(int tid, CpuSet mask) {
      return isOurs(tid)
          ? kernel.set(tid, mask)
          : new AffinityResult.Refused(new Errno(Errno.ESRCH));
    }

    @Override
    public Narrowing narrow(int tid, CpuSet away) {
      return isOurs(tid) ? kernel.narrow(tid, away) : new Narrowing.Unknown(new Errno(Errno.ESRCH));
    }

    @Override
    public Optional<Errno> raise(int tid) {
      return Optional.empty();
    }

    @Override
    public Reading<ThreadStat> stat(int tid) {
      return kernel.stat(tid).parse(ChildrenGuard::asKernelThread);
    }

    @Override
    public Reading<int[]> children() {
      return kernel.text(ChildrenFile.of(parent)).parse(ChildrenFile::parse);
    }
  }

  private ChildrenGuard() {}

  private static ThreadStat asKernelThread(ThreadStat it) {
    return new ThreadStat(
        it.comm(), it.state(), it.ppid(), ThreadStat.PF_KTHREAD, 0, it.startTicks(), 0, 0, 0);
  }

  /// Runs until it is told to end.
  public static void main(String[] arguments) throws Exception {
    var isolated = CpuSet.parseMask(arguments[0]);
    int parent = Integer.parseInt(arguments[1]);
    var kernel = new KernelThreads();
    var counts = new Counts();
    var real = new LiveThreads(kernel);
    var online = kernel.mask(0) instanceof AffinityResult.Mask(var mask) ? mask : isolated;
    Clock clock = System::nanoTime;
    var diary = new LogDiary(System.err, false, Instant::now, clock);
    var tick = new Tick(clock);
    var keeper =
        new ThreadKeeper(
            new Children(kernel, parent),
            new GuardPolicy(isolated, List.of()),
            new NoNote(),
            counts,
            diary,
            clock);
    try (var connector = ProcConnector.open(parent, ProcConnector.BUFFER_BYTES);
        var wait = new DescriptorWait(connector.descriptor())) {
      connector.rehearse(Rehearsal.LOOPS);
      Rehearsal.run(real, isolated, online, List.of(() -> wait.await(0)));
      new Precedence(kernel::ofThisProcess, real, diary).take();
      var scans = new ScanAgent(keeper, Duration.ofSeconds(10), tick);
      var events =
          new EventAgent(connector, connector.bufferBytes(), keeper, scans, counts, diary, tick);
      var publish =
          new PublishAgent(() -> new Snapshot(isolated, events.hears(), keeper.watched()), tick);
      scans.ask(ScanReason.START);
      var loop =
          new GuardLoop(
              List.of(
                  events,
                  keeper,
                  tick,
                  scans,
                  publish,
                  new ReadyAgent(counts, () -> System.out.println("ready"))),
              new WaitPause(wait),
              clock);
      Signals.handle(loop::stop, () -> {});
      loop.run();
    }
    counts.reactions().latest().forEach(System.out::println);
  }
}
