package org.isolctl.bench.guards;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isolctl.lab.guest.BootSpec;
import org.isolctl.lab.guest.Guest;
import org.isolctl.lab.guest.GuestException;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.Kernels;
import org.isolctl.lab.kernel.LabCache;

/// Boots one guest and prints what each watcher costs and how fast it is. Arguments: the series of
/// the kernel, the folder of the jars of isolctl, a folder with `loop`, `storm`, `loop.py` and the
/// list `python` of the files that Python needs, the file of the options of the guard's JVM.
public final class Main {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int BIRTHS = 200;

  private static final String BUSY =
      "for cpu in 1 2; do taskset $cpu sh -c 'while :; do :; done' & echo $! >>/tmp/busy; done";
  private static final String QUIET = "kill $(cat /tmp/busy)";

  /// Threads one after the other; what they were given by the one watcher is no help to the next.
  private static final String MAKE =
      """
      insmod /kshapes.ko to=3
      for i in $(seq %d); do
        echo run 1 >/sys/module/kshapes/parameters/make
        sleep 0.03
      done
      sleep 1
      rmmod kshapes
      """
          .formatted(BIRTHS);

  /// CPU time in nanoseconds and how often it was woken, all threads together.
  private static final String COST =
      """
      cpu=0 woken=0
      for task in /proc/$(cat /tmp/pid)/task/*; do
        read -r ran _ <$task/schedstat
        cpu=$((cpu + ran))
        woken=$((woken + $(sed -n 's/^voluntary_ctxt_switches:.//p' $task/status)))
      done
      echo $cpu $woken
      """;

  private final Guest guest;
  private final PrintStream out;

  private Main(Guest guest, PrintStream out) {
    this.guest = guest;
    this.out = out;
  }

  /// Runs the comparison.
  public static void main(String[] arguments) throws Exception {
    var cache = LabCache.ofEnvironment();
    var kernel = new Kernels(cache).find(arguments[0]);
    var tools = Path.of(arguments[2]);
    var files = new ArrayList<GuestFile>();
    files.add(GuestFile.copy("/bin/loop", tools.resolve("loop")));
    files.add(GuestFile.copy("/bin/storm", tools.resolve("storm")));
    files.add(GuestFile.copy("/opt/guard.jvm", Path.of(arguments[3])));
    files.add(GuestFile.copy("/opt/loop.py", tools.resolve("loop.py")));
    files.add(
        GuestFile.copy(
            "/kshapes.ko",
            cache.folder("modules").resolve(kernel.release()).resolve("kshapes.ko")));
    for (String line : Files.readAllLines(tools.resolve("python"))) {
      files.add(GuestFile.copy(line, Path.of(line).toRealPath()));
    }
    var spec =
        BootSpec.of("isolcpus=2,3")
            .withFiles(files)
            .withIsolctl(IsolctlImage.of(Path.of(arguments[1]), cache));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var guest = Guest.boot(kernel, spec)) {
      out.printf("%s, 4 CPUs emulated, isolcpus=2,3%n", kernel.release());
      new Main(guest, out).run();
    }
  }

  private void run() throws IOException {
    var watchers = List.of(Watcher.c(), Watcher.isolctl(), Watcher.python());
    out.printf("%nFrom the making of a thread to its set mask, microseconds%n");
    out.printf("%-20s %-16s %6s %8s %8s %8s%n", "watcher", "CPUs 0-1", "sets", "p50", "p99", "max");
    for (Watcher watcher : watchers) {
      reaction(watcher, "idle");
    }
    run(BUSY);
    for (Watcher watcher : watchers) {
      reaction(watcher, "busy");
    }
    run(QUIET);
    out.printf("%nFive seconds of forks of user space%n");
    out.printf(
        "%-20s %10s %10s %10s %10s %10s%n",
        "watcher", "ready ms", "RSS MiB", "CPU s", "woken", "forks");
    for (Watcher watcher :
        List.of(Watcher.c(), Watcher.unfiltered(), Watcher.isolctl(), Watcher.python())) {
      storm(watcher);
    }
  }

  private void reaction(Watcher watcher, String load) throws GuestException {
    run(watcher.script());
    run(MAKE);
    var reactions = Reactions.parse(run(watcher.reactions()));
    out.printf(
        Locale.ROOT,
        "%-20s %-16s %6d %8d %8d %8d%n",
        watcher.name(),
        load,
        reactions.count(),
        reactions.p50() / 1000,
        reactions.p99() / 1000,
        reactions.max() / 1000);
  }

  private void storm(Watcher watcher) throws GuestException {
    var ready = run(watcher.script()).strip();
    run("sleep 3");
    var before = run(COST).strip().split(" ", -1);
    var forks = run("storm 5").strip();
    var after = run(COST).strip().split(" ", -1);
    var resident =
        run("sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\).*/\\1/p' /proc/$(cat /tmp/pid)/status");
    out.printf(
        Locale.ROOT,
        "%-20s %10s %10.1f %10.3f %10d %10s%n",
        watcher.name(),
        ready,
        Long.parseLong(resident.strip()) / 1024.0,
        (Long.parseLong(after[0]) - Long.parseLong(before[0])) / 1e9,
        Long.parseLong(after[1]) - Long.parseLong(before[1]),
        forks);
    run(watcher.reactions());
  }

  private String run(String script) throws GuestException {
    return guest.run(script, PATIENCE).orThrow();
  }
}
