package org.isolctl.host.kthreads;

import java.util.List;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.linux.Affinity;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.host.threads.ChildrenFile;
import org.isolctl.host.threads.StatParser;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;

/// The children of kthreadd, and the threads of this very process. Not thread-safe.
public final class KernelThreads {
  private static final int KTHREADD = 2;

  private final LiveFiles files = new LiveFiles();
  private final Affinity affinity = new Affinity();

  /// Makes ready to look.
  ///
  /// @throws UnsupportedOperationException on an architecture whose system calls are not known
  public KernelThreads() {}

  /// The mask of a thread, without CPUs that are offline.
  public AffinityResult mask(int tid) {
    return affinity.get(tid);
  }

  /// Takes CPUs out of the mask of a thread that has them and others, as quickly as can be.
  public Narrowing narrow(int tid, CpuSet away) {
    return affinity.narrow(tid, away);
  }

  /// Sets the mask of a thread and reads it back.
  public AffinityResult set(int tid, CpuSet mask) {
    return affinity.set(tid, mask);
  }

  /// What `stat` tells of a kernel thread, each of which leads its own group; absent when it has
  /// ended.
  public Reading<ThreadStat> stat(int tid) {
    return files.bytes("/proc/" + tid + "/stat").parse(bytes -> StatParser.parse(bytes).stat());
  }

  /// The threads that kthreadd has made and that have not ended, itself left out. Every one that
  /// was there when it was called and is still there is among them; threads made meanwhile may be.
  public Reading<int[]> children() {
    var direct = files.text(ChildrenFile.of(KTHREADD)).parse(ChildrenFile::parse);
    // A kernel without CONFIG_PROC_CHILDREN.
    return direct instanceof Reading.Absent<int[]> ? childrenByParent() : direct;
  }

  private Reading<int[]> childrenByParent() {
    return files
        .folders("/proc")
        .parse(names ->
            names.stream()
                .filter(name -> name.chars().allMatch(c -> c >= '0' && c <= '9'))
                .mapToInt(Integer::parseInt)
                .filter(
                    tid -> stat(tid).toOptional().map(it -> it.ppid() == KTHREADD).orElse(false))
                .toArray());
  }

  /// The threads of this process, the JVM's own among them.
  public List<Integer> ofThisProcess() {
    return files.folders("/proc/self/task").toOptional().orElse(List.of()).stream()
        .map(Integer::valueOf)
        .toList();
  }

  /// The text of a small file of the kernel, without blanks around it.
  public Reading<String> text(String path) {
    return files.text(path).parse(String::strip);
  }
}
