package org.isolctl.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActingTrainingTest {
  private static final Pattern TARGET = Pattern.compile("thread (\\d+) 1 nobody");

  @TempDir Path folder;

  @Test
  void allThatIsToBeDoneIsForAThreadThatCannotBeThere() throws Exception {
    var commands = ActingTraining.in(folder);
    long most = Long.parseLong(Files.readString(Path.of("/proc/sys/kernel/pid_max")).strip());

    for (String file : List.of("plan.json", "journal")) {
      var targets = TARGET.matcher(Files.readString(folder.resolve(file))).results().toList();
      assertThat(targets).as(file).hasSize(1);
      assertThat(Long.parseLong(targets.getFirst().group(1))).as(file).isGreaterThan(most);
    }
    assertThat(commands.stream().filter(words -> !words.getFirst().equals("plan")))
        .hasSize(4)
        .allSatisfy(words -> assertThat(words).contains("--journal", folder.toString()));
    assertThat(commands.stream().filter(words -> words.getFirst().equals("apply")))
        .allSatisfy(
            words -> assertThat(words.get(1)).isEqualTo(folder.resolve("plan.json").toString()));
  }
}
