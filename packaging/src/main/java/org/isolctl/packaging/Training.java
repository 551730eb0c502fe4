package org.isolctl.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs of verbs, none of which changes anything; what they load is held in one archive.
///
/// All that an archive holds is loaded whenever it is used, so that what people ask most often must
/// not share one with all the rest: `version` took 45 ms so, and 34 by itself. The launcher knows
/// which archive is for which verb.
///
/// @param archive the file in `lib/server`; `classes.jsa` is taken by the JVM of itself
record Training(String archive, List<List<String>> commands) {
  Training {
    commands = List.copyOf(commands);
  }

  /// The trainings of all archives.
  ///
  /// @param work a folder for the files that they need
  /// @param policy a policy to be read
  static List<Training> all(Path work, Path policy) throws IOException {
    return List.of(looking(), planning(work), guarding(work, policy));
  }

  private static Training looking() {
    return new Training(
        "classes.jsa",
        List.of(
            List.of("version"),
            List.of("audit"),
            List.of("audit", "--isolated", "1"),
            List.of("audit", "--isolated", "1", "--format", "json"),
            List.of("explain", "kthread-stray"),
            List.of("help"),
            List.of("help", "audit")));
  }

  private static Training planning(Path work) throws IOException {
    var commands =
        new ArrayList<>(
            List.of(
                List.of("plan", "--isolated", "1"),
                List.of("predict", "--kernel", "6.12", "--cpus", "4", "--", "isolcpus=2,3"),
                List.of("predict", "--compare", "6.12,7.0", "--cpus", "4", "--", "nohz_full=2-3"),
                List.of("rules")));
    commands.addAll(ActingTraining.in(Files.createDirectories(work.resolve("acting"))));
    return new Training("plan.jsa", commands);
  }

  private static Training guarding(Path work, Path policy) throws IOException {
    return new Training(
        "guard.jsa",
        List.of(
            List.of(
                "guard",
                "--rehearse",
                Files.createDirectories(work.resolve("guard")).toString(),
                "--policy",
                policy.toString(),
                "--isolated",
                "1")));
  }
}
