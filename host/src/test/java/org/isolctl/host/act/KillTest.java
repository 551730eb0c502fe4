package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.threads.SingleThread;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.TargetText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process, really killed at each step of its work on processes of our own, and then undone.
class KillTest {
  private static final int SLEEPERS = 3;
  private static final int KILLED = 128 + 9;

  @TempDir Path folder;
  private final LiveFiles files = new LiveFiles();
  private final LiveMachine machine = new LiveMachine(Optional.empty());
  private final List<Process> sleepers = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    for (int i = 0; i < SLEEPERS; i++) {
      sleepers.add(new ProcessBuilder("sleep", "300").start());
    }
  }

  @AfterEach
  void stop() {
    sleepers.forEach(Process::destroyForcibly);
  }

  private List<CpuSet> masks() {
    return sleepers.stream()
        .map(sleeper -> new SingleThread(files, tid(sleeper)).mask().toOptional().orElseThrow())
        .toList();
  }

  private static int tid(Process sleeper) {
    return Math.toIntExact(sleeper.pid());
  }

  private Path plan(CpuSet from, CpuSet to) throws IOException {
    var lines = new ArrayList<String>();
    for (Process sleeper : sleepers) {
      var stat = new SingleThread(files, tid(sleeper)).stat().toOptional().orElseThrow();
      var target = new Target.OfThread(tid(sleeper), stat.startTicks(), stat.comm());
      lines.add(String.join("\t", TargetText.print(target), from.toList(), to.toList()));
    }
    return Files.write(folder.resolve("plan"), lines);
  }

  private int apply(Path plan, int steps) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path =
        System.getProperty("jdk.module.path", "")
            + File.pathSeparator
            + System.getProperty("java.class.path");
    var process =
        new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath(),
                KilledApply.class.getName(),
                folder.toString(),
                plan.toString(),
                Integer.toString(steps))
            .inheritIO()
            .start();
    return process.waitFor();
  }

  @Test
  void whereverApplyIsKilledUndoGivesEveryMaskBack() throws Exception {
    var before = masks();
    var usable = before.getFirst().intersect(machine.online());
    assumeTrue(usable.size() > 1, "one CPU leaves no choice");
    var plan = plan(usable, CpuSet.of(usable.first()));

    for (int steps = 0; steps < 2 * SLEEPERS; steps++) {
      assertThat(apply(plan, steps)).as("killed after %d steps", steps).isEqualTo(KILLED);
      // The change at which it died may have been made or not; those before it were.
      var narrow = masks().stream().filter(mask -> !before.contains(mask)).count();
      assertThat(narrow).isEqualTo((steps + 1) / 2);

      try (var journal = Journal.open(folder, machine.bootId())) {
        var results = new Undoer(machine, journal).undo(_ -> {});
        assertThat(results).as("all were intended at once").hasSize(SLEEPERS);
        assertThat(results).noneMatch(result -> result.outcome().failed());
      }
      assertThat(masks()).isEqualTo(before);
    }
  }
}
