package org.isolctl.host.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.linux.Affinity;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.KernelFile;
import org.isolctl.host.linux.Scheduler;
import org.isolctl.host.threads.SingleThread;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.run.SchedulingPolicy;

/// The programs of the machine that this runs on. Use from one thread at a time.
public final class LivePrograms implements Programs {
  /// The shell ends at once and leaves what it started to process 1.
  private static final String BESIDE = "\"$@\" </dev/null >/dev/null 2>&1 &";

  private final MachineFiles files = new LiveFiles();
  private final Affinity affinity = new Affinity();
  private final Scheduler scheduler = new Scheduler();
  private final KernelFile kernel = new KernelFile();
  private final Optional<Path> cgroupRoot;

  /// The programs of the machine, with its groups.
  ///
  /// @param cgroupRoot where the cgroup v2 hierarchy is mounted, where it is
  public LivePrograms(Optional<String> cgroupRoot) {
    this.cgroupRoot = cgroupRoot.map(Path::of);
  }

  @Override
  public Reading<SortedMap<Integer, CpuSet>> threads(int pid) {
    return files.names("/proc/" + pid + "/task").parse(this::masks);
  }

  private SortedMap<Integer, CpuSet> masks(List<String> tids) {
    var masks = new TreeMap<Integer, CpuSet>();
    for (String name : tids) {
      int tid = Integer.parseInt(name);
      if (affinity.get(tid) instanceof AffinityResult.Mask(var mask)) {
        masks.put(tid, mask);
      }
    }
    return masks;
  }

  @Override
  public Reading<String> name(int pid) {
    return new SingleThread(files, pid).stat().parse(ThreadStat::comm);
  }

  @Override
  public Reading<Long> started(int pid) {
    return new SingleThread(files, pid).stat().parse(ThreadStat::startTicks);
  }

  @Override
  public Reading<String> group(int pid) {
    return files.text("/proc/" + pid + "/cgroup").parse(LivePrograms::version2);
  }

  /// The line of the v2 hierarchy has no number and no controllers: `0::/path`.
  static String version2(String text) {
    return text.lines()
        .filter(line -> line.startsWith("0::"))
        .map(line -> line.substring("0::".length()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no line of cgroup v2"));
  }

  @Override
  public AffinityResult setMask(int tid, CpuSet mask) {
    return affinity.set(tid, mask);
  }

  @Override
  public Optional<Errno> setPolicy(int tid, SchedulingPolicy policy) {
    return scheduler.set(tid, policy);
  }

  @Override
  public Optional<Errno> join(int pid, String group) {
    if (cgroupRoot.isEmpty()) {
      return Optional.of(new Errno(Errno.ENOENT));
    }
    var folder = cgroupRoot.get().resolve(group.substring(1));
    return kernel.write(folder.resolve("cgroup.procs").toString(), pid + "\n");
  }

  @Override
  public boolean startBeside(List<String> words) {
    var starter = new Becoming(files).words().starter();
    if (starter.isEmpty()) {
      return false;
    }
    var command = new ArrayList<>(List.of("/bin/sh", "-c", BESIDE, "sh"));
    command.addAll(starter.get());
    command.addAll(words);
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Errno become(List<String> command) {
    return new Becoming(files).become(command);
  }

  @Override
  public boolean isStillIsolctl(int pid) {
    return files
        .bytes("/proc/" + pid + "/cmdline")
        .toOptional()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("\0" + OwnWords.MAIN))
        .orElse(false);
  }
}
