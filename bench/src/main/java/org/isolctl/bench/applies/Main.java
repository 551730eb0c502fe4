package org.isolctl.bench.applies;

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
import org.isolctl.lab.kernel.Kernels;
import org.isolctl.lab.kernel.LabCache;

/// Boots one guest, makes strays in it and prints what each way to move them costs. Arguments: the
/// series of the kernel; a folder with `masks`, `sleepers`, `measure`, `isolctl.tar`, an empty
/// `disk` and the list `files` of what else the guest needs; how many strays; how many runs.
public final class Main {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MEMORY_MIB = 3072;

  private static final String PREPARE =
      """
      mkdir -p /opt/isolctl /disk
      tar -x -C /opt/isolctl -f /isolctl.tar
      rm /isolctl.tar
      mount -t ext4 /dev/nvme0n1 /disk
      mkfifo /tmp/hold
      sleep 1000000 >/tmp/hold &
      taskset f /bin/sleepers processes %d </tmp/hold >/tmp/ready &
      until grep -q ready /tmp/ready; do kill -0 $!; sleep 0.2; done
      """;

  /// Interrupts and workqueues, which have files.
  private static final String SETTINGS =
      "/proc/irq/*/smp_affinity /proc/irq/default_smp_affinity"
          + " /sys/devices/virtual/workqueue/cpumask";

  private static final String SAVE =
      """
      /bin/masks save >/tmp/masks
      for file in %s; do echo $file $(cat $file); done >/tmp/settings
      """
          .formatted(SETTINGS);

  /// Prints how many settings it had to put back.
  private static final String PUT_BACK =
      """
      put=$(/bin/masks restore </tmp/masks)
      while read -r file value; do
        [ $(cat $file) != $value ] || continue
        echo $value >$file 2>/dev/null && put=$((put + 1))
      done </tmp/settings
      echo $put
      """;

  private final Guest guest;
  private final PrintStream out;
  private final int runs;

  private Main(Guest guest, PrintStream out, int runs) {
    this.guest = guest;
    this.out = out;
    this.runs = runs;
  }

  /// Runs the comparison.
  public static void main(String[] arguments) throws Exception {
    var kernel = new Kernels(LabCache.ofEnvironment()).find(arguments[0]);
    var tools = Path.of(arguments[1]);
    int strays = Integer.parseInt(arguments[2]);
    var spec =
        BootSpec.of("isolcpus=2,3")
            .withMemoryMiB(MEMORY_MIB)
            .withFiles(files(tools))
            .withDevices(
                List.of(
                    "-drive",
                    "file=%s,if=none,id=disk,format=raw".formatted(tools.resolve("disk")),
                    "-device",
                    "nvme,drive=disk,serial=disk"));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var guest = Guest.boot(kernel, spec)) {
      out.printf(
          "%s, 4 CPUs emulated, isolcpus=2,3, %d strays of user space%n", kernel.release(), strays);
      new Main(guest, out, Integer.parseInt(arguments[3])).run(strays);
    }
  }

  private static List<GuestFile> files(Path tools) throws IOException {
    var files = new ArrayList<GuestFile>();
    for (String program : List.of("masks", "sleepers", "measure")) {
      files.add(GuestFile.copy("/bin/" + program, tools.resolve(program)));
    }
    files.add(GuestFile.copy("/isolctl.tar", tools.resolve("isolctl.tar")));
    files.add(GuestFile.text("/policy.toml", "move_user = true\n"));
    for (String line : Files.readAllLines(tools.resolve("files"))) {
      files.add(GuestFile.copy(line, Path.of(line).toRealPath()));
    }
    return files;
  }

  private void run(int strays) throws GuestException {
    run(PREPARE.formatted(strays));
    run(SAVE);
    out.printf(
        "%-24s %9s %9s %9s %9s %7s %7s %13s %9s%n",
        "", "wall ms", "CPU ms", "peak MiB", "calls", "sets", "fsync", "left user/krn", "put back");
    for (Mover mover : Mover.all()) {
      measure(mover);
    }
  }

  private void measure(Mover mover) throws GuestException {
    var costs = new ArrayList<Cost>();
    var left = "";
    var putBack = "";
    for (int i = 0; i < runs; i++) {
      run(mover.before());
      costs.add(Cost.parse(run("/bin/measure once " + mover.command())));
      left = run("/bin/masks left c").strip().replace(' ', '/');
      putBack = run(PUT_BACK).strip();
    }
    run(mover.before());
    run("/usr/bin/strace -f -c -o /tmp/calls " + mover.command() + " >/dev/null || :");
    var calls = Calls.parse(run("cat /tmp/calls"));
    run(PUT_BACK);
    var cost = Cost.median(costs);
    out.printf(
        Locale.ROOT,
        "%-24s %9.0f %9.0f %9.1f %9d %7d %7d %13s %9s%s%n",
        mover.name(),
        cost.wallMillis(),
        cost.cpuMillis(),
        cost.peakMib(),
        calls.all(),
        calls.sets(),
        calls.syncs(),
        left,
        putBack,
        cost.status() == 0 ? "" : "  exit " + cost.status());
  }

  private String run(String script) throws GuestException {
    return guest.run(script, PATIENCE).orThrow();
  }
}
