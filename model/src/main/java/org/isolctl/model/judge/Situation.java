package org.isolctl.model.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.WatchFacts.ThreadRun;

/// What every detector looks at: the facts, which CPUs count as isolated, and what the kernel does
/// by itself.
public final class Situation {
  private final HostFacts facts;
  private final IsolatedCpus isolation;
  private final KernelOutlook outlook;
  private final CpuSet isolated;
  private final CpuSet outsideDomains;
  private final CpuSet visible;
  private final CpuSet housekeeping;
  private final List<SeenThread> threads;
  private final Map<Integer, CpuSet> masksByTid;
  private final Map<Integer, ThreadRun> runs;

  public Situation(HostFacts facts, IsolatedCpus isolation, KernelOutlook outlook) {
    this.facts = facts;
    this.isolation = isolation;
    this.outlook = outlook;
    var cpus = facts.machine().cpus();
    this.isolated =
        cpus.possible()
            .toOptional()
            .map(possible -> isolation.all().intersect(possible))
            .orElse(isolation.all());
    this.outsideDomains = isolation.outsideDomains().intersect(isolated);
    var online = cpus.online().toOptional().orElse(CpuSet.empty());
    this.visible = online.union(isolated);
    this.housekeeping = online.minus(isolated);
    this.threads =
        facts.threads().threads().stream()
            .flatMap(thread -> SeenThread.of(thread, isolated, visible).stream())
            .toList();
    this.masksByTid = masks(facts);
    this.runs = runs(facts);
  }

  private static Map<Integer, CpuSet> masks(HostFacts facts) {
    var masks = new HashMap<Integer, CpuSet>();
    for (ThreadFacts thread : facts.threads().threads()) {
      if (thread.mask() instanceof Reading.Present<CpuSet>(_, var mask)) {
        masks.put(thread.tid(), mask);
      }
    }
    return masks;
  }

  private static Map<Integer, ThreadRun> runs(HostFacts facts) {
    var runs = new HashMap<Integer, ThreadRun>();
    facts.watch().ifPresent(watch -> watch.threads().forEach(run -> runs.put(run.tid(), run)));
    return runs;
  }

  public HostFacts facts() {
    return facts;
  }

  public MachineFacts machine() {
    return facts.machine();
  }

  /// The threads that can be judged, by tid.
  public List<SeenThread> threads() {
    return threads;
  }

  /// The isolated CPUs with their sources.
  public IsolatedCpus isolation() {
    return isolation;
  }

  public KernelOutlook outlook() {
    return outlook;
  }

  /// The isolated CPUs that this machine can have.
  public CpuSet isolated() {
    return isolated;
  }

  /// The online CPUs that are not isolated.
  public CpuSet housekeeping() {
    return housekeeping;
  }

  /// A mask without the CPUs that are neither online nor isolated: a machine may have room for many
  /// CPUs that it does not have.
  public CpuSet cut(CpuSet mask) {
    return mask.intersect(visible);
  }

  /// The isolated CPUs that a mask reaches.
  public CpuSet reach(CpuSet mask) {
    return mask.intersect(isolated);
  }

  /// Whether the mask holds isolated CPUs and others.
  public boolean spans(CpuSet mask) {
    return mask.intersects(isolated) && !cut(mask).isSubsetOf(isolated);
  }

  /// The mask of another thread, if it was read.
  public Optional<CpuSet> maskOf(int tid) {
    return Optional.ofNullable(masksByTid.get(tid));
  }

  /// What a thread was seen to run on isolated CPUs while somebody watched.
  public Optional<ThreadRun> run(int tid) {
    return Optional.ofNullable(runs.get(tid));
  }

  /// The housekeeping CPUs as the kernel's files want them in hexadecimal.
  public String housekeepingMask() {
    return housekeeping.toMask(visible.last() + 1);
  }

  /// The grade of a mask that the scheduler acts on: outside every domain it is only a permission.
  public Grade gradeOfReach(CpuSet reach) {
    return reach.isSubsetOf(outsideDomains) ? Grade.MAY_RUN : Grade.WILL_RUN;
  }

  /// The severity of something that user space can mend.
  public static Severity severityOf(Grade grade) {
    return switch (grade) {
      case MAY_RUN -> Severity.ERROR;
      case WILL_RUN, DID_RUN -> Severity.CRITICAL;
    };
  }

  /// The CPUs outside every scheduler domain.
  public CpuSet outsideDomains() {
    return outsideDomains;
  }
}
