package org.isolctl.lab.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.LabCache;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A guest in which `isolctl guard` runs.
record GuardedGuest(Kernel kernel, Guest guest) implements AutoCloseable {
  /// Enough for a guest on a machine with other things to do.
  static final Duration PATIENCE = Duration.ofMinutes(5);

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
    var spec = BootSpec.of(bootLine).withIsolctl(image);
    var withDisk = disk ? spec.withDevices(disk()) : spec;
    return Booted.eachForStories(withDisk)
        .map(booted -> {
          var guarded = new GuardedGuest(booted.kernel(), booted.guest());
          try {
            guarded.start(options);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return guarded;
        });
  }

  private static List<String> disk() throws IOException, InterruptedException {
    Path file = Files.createTempFile("isolctl-lab", ".ext4");
    file.toFile().deleteOnExit();
    var made =
        new ProcessBuilder("/sbin/mkfs.ext4", "-q", "-F", file.toString(), "16M")
            .redirectErrorStream(true)
            .start();
    var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (made.waitFor() != 0) {
      throw new IOException("mkfs.ext4 failed: " + said);
    }
    return List.of(
        "-drive",
        "file=" + file + ",if=none,id=d0,format=raw,snapshot=on",
        "-device",
        "nvme,drive=d0,serial=guard");
  }

  /// Starts a guard and waits until it is ready. Its code is compiled by C1 alone, as the packaged
  /// service's is.
  void start(String options) throws IOException {
    var started =
        guest.run(
            """
            ISOLCTL_JVM=-XX:TieredStopAtLevel=1 isolctl guard %s >/tmp/guard.out 2>>/tmp/guard.log &
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
