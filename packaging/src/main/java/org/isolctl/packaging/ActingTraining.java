package org.isolctl.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs of the verbs that act, which change nothing: all that they are given to do is for a thread
/// that cannot be there.
final class ActingTraining {
  /// One above the highest number that a kernel gives a thread (PID_MAX_LIMIT,
  /// include/linux/threads.h).
  private static final String THREAD = "thread 4194305 1 nobody";

  private static final String PLAN =
      """
      {"schema": "isolctl/plan/1", "isolated": "1", "housekeeping": "0", "children_inherit": false,
       "changes": [{"id": "%s", "from": "0-1", "to": "0", "because": "kthread-stray"}]}
      """
          .formatted(THREAD);

  private ActingTraining() {}

  /// The command lines.
  ///
  /// @param work where the files lie that they need
  static List<List<String>> in(Path work) throws IOException {
    var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    var policy = Files.writeString(work.resolve("policy.toml"), "move_user = true\n").toString();
    var plan = Files.writeString(work.resolve("plan.json"), PLAN).toString();
    Files.writeString(
        work.resolve("journal"),
        """
        isolctl-journal\t1
        boot\t%s
        change\t1\t%s\t0-1\t0\tkthread-stray
        made\t1\t0
        """
            .formatted(boot, THREAD));
    var text = List.of("--yes", "--journal", work.toString());
    var json = List.of("--yes", "--journal", work.toString(), "--format", "json");
    return List.of(
        List.of("plan", "--isolated", "1", "--policy", policy),
        join(List.of("undo"), text),
        join(List.of("apply", plan), text),
        join(List.of("apply", plan), json),
        join(List.of("undo"), json));
  }

  private static List<String> join(List<String> words, List<String> options) {
    return Stream.concat(words.stream(), options.stream()).toList();
  }
}
