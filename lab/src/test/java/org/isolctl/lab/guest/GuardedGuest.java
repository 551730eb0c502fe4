package org.isolctl.lab.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.LabCache;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A guest in which `isolctl guard` runs.
record GuardedGuest(Kernel kernel, Guest guest) implements AutoCloseable {
  /// Enough for a guest on a machine with other things to do.
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final GuestFile OPTIONS =
      GuestFile.copy("/opt/guard.jvm", Path.of("../packaging/guard.jvm"));

  /// Kernel threads (PF_KTHREAD) that may be moved (not PF_NO_SETAFFINITY) and whose mask holds
  /// both CPUs 0-1 and 2-3; the name in the stat file may hold blanks and parentheses.
  private static final String MOVABLE_STRAYS =
      """
      for folder in /proc/[0-9]*; do
        stat=$(cat $folder/stat 2>/dev/null) || continue
        set -- ${stat##*) }
        [ $(($7 & 0x04200000)) -eq $((0x00200000)) ] || continue
        mask=$(sed -n 's/^Cpus_allowed:.//p' $folder/status)
        [ $((0x$mask & 0xc)) -eq 0 ] || [ $((0x$mask & 0x3)) -eq 0 ] ||
          echo ${folder#/proc/} $(cat $folder/comm)
      done
      """;

  /// Boots the kernels for long stories and starts a guard in each.
  ///
  /// @param disk whether it has an ext4 file system, whose journal's thread comes and goes with it
  static Stream<GuardedGuest> each(String bootLine, String options, boolean disk)
      throws IOException, InterruptedException {
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    IsolctlImage image = IsolctlImage.of(modules, LabCache.ofEnvironment());
    var spec = BootSpec.of(bootLine).withFiles(List.of(OPTIONS)).withIsolctl(image);
    var withDisk = disk ? spec.withDevices(Births.ext4()) : spec;
    return Booted.eachForStories(withDisk).map(booted -> guarded(booted, options));
  }

  /// Boots kernels and starts a guard in each, with what makes threads: the module of
  /// kernel/kshapes.c where it can be built, a disk with ext4, and one with xfs where this machine
  /// can make that.
  ///
  /// @param files what else the guests have
  static Stream<GuardedGuest> withBirths(
      List<Kernel> kernels, String options, List<GuestFile> files)
      throws IOException, InterruptedException {
    var image =
        IsolctlImage.of(Path.of(System.getProperty("isolctl.modules")), LabCache.ofEnvironment());
    var disks = Births.disks();
    return kernels.stream()
        .map(kernel -> {
          try {
            var all = new ArrayList<>(files);
            all.addAll(Births.modules(kernel));
            all.add(OPTIONS);
            var spec =
                BootSpec.of("isolcpus=2,3").withFiles(all).withIsolctl(image).withDevices(disks);
            return guarded(Booted.boot(kernel, spec), options);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts tests", e);
          }
        });
  }

  private static GuardedGuest guarded(Booted booted, String options) {
    var guarded = new GuardedGuest(booted.kernel(), booted.guest());
    try {
      guarded.start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return guarded;
  }

  /// Starts a guard that may run anywhere and waits until it is ready. Its JVM has the options of
  /// the packaged service's.
  void start(String options) throws IOException {
    var started =
        guest.run(
            """
            ISOLCTL_JVM=@/opt/guard.jvm taskset f isolctl guard %s >/tmp/guard.out 2>>/tmp/guard.log &
            echo $! >/tmp/guard.pid
            until grep -q '"event":"ready"' /tmp/guard.log; do
              kill -0 $! || exit 1
              sleep 0.1
            done
            """
                .formatted(options),
            PATIENCE);
    if (started.code() != 0) {
      throw new IOException(
          "the guard did not start in " + kernel.release() + ":\n" + run("cat /tmp/guard.log"));
    }
  }

  /// What a script prints that must succeed.
  String run(String script) throws GuestException {
    return guest.run(script, PATIENCE).orThrow();
  }

  /// `TID COMM` of each movable kernel thread whose mask spans isolated and other CPUs.
  List<String> movableStrays() throws GuestException {
    return run(MOVABLE_STRAYS).lines().toList();
  }

  JsonNode status() throws GuestException {
    return JsonMapper.shared().readTree(run("isolctl guard --status --format json"));
  }

  /// The mask of a thread, as a cpulist.
  String mask(String tid) throws GuestException {
    return run("sed -n 's/^Cpus_allowed_list:.//p' /proc/" + tid + "/status").strip();
  }

  @Override
  public void close() throws IOException {
    guest.close();
  }

  @Override
  public String toString() {
    return kernel.release();
  }
}
