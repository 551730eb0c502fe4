package org.isolctl.app.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.host.netlink.ProcEvent;
import org.isolctl.host.netlink.ProcEvents;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;

/// A kernel with threads, announcements, a clock, and a memory of what was told about it.
final class FakeKernel implements Threads, ProcEvents, Clock, Diary, KthreaddNote {
  static final CpuSet ALL = CpuSet.range(0, 3);
  static final CpuSet ISOLATED = CpuSet.of(2, 3);
  static final CpuSet KEEP = CpuSet.of(0, 1);
  private static final long MS = 1_000_000;

  /// A thread of it.
  private static final class FakeThread {
    private CpuSet mask = ALL;
    private String comm;
    private long flags = ThreadStat.PF_KTHREAD;
    private final long start;
    private Runnable whenRead = () -> {};
    private int reads;

    FakeThread(String comm, long start) {
      this.comm = comm;
      this.start = start;
    }
  }

  final List<Happening> told = new ArrayList<>();
  final Deque<ProcEvent> waiting = new ArrayDeque<>();
  int listens;
  boolean acknowledges = true;
  long now = 1_000 * MS;
  Optional<Standing> note = Optional.empty();
  final List<Integer> raised = new ArrayList<>();

  /// The error numbers of those that get no real-time priority.
  final Map<Integer, Integer> refusals = new TreeMap<>();

  private final Map<Integer, FakeThread> threads = new TreeMap<>();
  private int births;

  FakeKernel() {
    make(2, "kthreadd");
  }

  FakeKernel make(int tid, String comm) {
    threads.put(tid, new FakeThread(comm, ++births));
    return this;
  }

  /// Makes a thread and announces it.
  FakeKernel fork(int tid, String comm) {
    make(tid, comm);
    waiting.add(new ProcEvent.Forked(tid, 0, now));
    return this;
  }

  void end(int tid) {
    threads.remove(tid);
  }

  void rename(int tid, String comm) {
    at(tid).comm = comm;
  }

  void flag(int tid, long flags) {
    at(tid).flags |= flags;
  }

  void unflag(int tid, long flags) {
    at(tid).flags &= ~flags;
  }

  /// What somebody else does to a mask.
  void force(int tid, CpuSet mask) {
    at(tid).mask = mask;
  }

  /// What happens each time that a thread's text is read, before it is.
  void whenRead(int tid, Runnable action) {
    at(tid).whenRead = action;
  }

  int reads(int tid) {
    return at(tid).reads;
  }

  CpuSet maskOf(int tid) {
    return at(tid).mask;
  }

  void pass(long millis) {
    now += millis * MS;
  }

  private FakeThread at(int tid) {
    return Optional.ofNullable(threads.get(tid)).orElseThrow();
  }

  @Override
  public AffinityResult mask(int tid) {
    return threads.containsKey(tid)
        ? new AffinityResult.Mask(at(tid).mask)
        : new AffinityResult.Refused(new Errno(Errno.ESRCH));
  }

  @Override
  public AffinityResult set(int tid, CpuSet mask) {
    if (!threads.containsKey(tid)) {
      return new AffinityResult.Refused(new Errno(Errno.ESRCH));
    }
    if ((at(tid).flags & ThreadStat.PF_NO_SETAFFINITY) != 0) {
      return new AffinityResult.Refused(new Errno(Errno.EINVAL));
    }
    at(tid).mask = mask;
    return new AffinityResult.Mask(mask);
  }

  @Override
  public Narrowing narrow(int tid, CpuSet away) {
    return switch (mask(tid)) {
      case AffinityResult.Mask(var mask)
          when mask.intersects(away)
              && !mask.isSubsetOf(away)
              && set(tid, mask.minus(away)) instanceof AffinityResult.Mask ->
          new Narrowing.Narrowed(mask);
      case AffinityResult.Mask(var mask) -> new Narrowing.Left(mask);
      case AffinityResult.Refused(var errno) -> new Narrowing.Unknown(errno);
    };
  }

  @Override
  public Optional<Errno> raise(int tid) {
    raised.add(tid);
    return refusals.containsKey(tid) ? Optional.of(new Errno(refusals.get(tid))) : Optional.empty();
  }

  @Override
  public Reading<ThreadStat> stat(int tid) {
    var source = "/proc/" + tid + "/stat";
    if (!threads.containsKey(tid)) {
      return Reading.absent(source);
    }
    var thread = at(tid);
    thread.reads++;
    thread.whenRead.run();
    return Reading.present(
        source, new ThreadStat(thread.comm, 'S', 2, thread.flags, 0, thread.start, 0, 0, 0));
  }

  @Override
  public Reading<int[]> children() {
    return Reading.present(
        "/proc/2/task/2/children",
        threads.keySet().stream().mapToInt(Integer::intValue).filter(tid -> tid != 2).toArray());
  }

  @Override
  public void listen() {
    listens++;
    if (acknowledges) {
      waiting.add(new ProcEvent.Acknowledged(0));
    }
  }

  @Override
  public ProcEvent receive() {
    return Optional.ofNullable(waiting.poll()).orElseGet(ProcEvent.None::new);
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void tell(Happening happening) {
    told.add(happening);
  }

  @Override
  public Optional<Standing> read() {
    return note;
  }

  @Override
  public void write(CpuSet from, CpuSet to) {
    note = Optional.of(new Standing(note.map(Standing::from).orElse(from), to));
  }

  @Override
  public void clear() {
    note = Optional.empty();
  }
}
