package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BanListTest {
  @TempDir Path folder;

  private BanList banList() {
    return new BanList(new LiveFiles(), folder.resolve("ban.env"), folder.resolve("unit.d/x.conf"));
  }

  @Test
  void withoutAFileOfOursThereIsNone() {
    assertThat(banList().look()).isEqualTo(Look.holds(Target.OfIrqbalance.NONE));
  }

  @Test
  void theVariableHoldsTheList() throws IOException {
    Files.writeString(folder.resolve("ban.env"), "IRQBALANCE_BANNED_CPULIST=2-3\n");

    assertThat(banList().look()).isEqualTo(Look.holds(Value.parse("2-3")));
  }

  @Test
  void aFileOfSomebodyElseIsNotUnderstood() throws IOException {
    Files.writeString(folder.resolve("ban.env"), "IRQBALANCE_ARGS=-x\n");

    assertThat(banList().look()).isInstanceOf(Look.Unreadable.class);
  }

  @Test
  void theFolderThatWasMadeForTheDropInGoesWithIt() throws IOException {
    banList().write(CpuSet.range(2, 3));
    banList().write(CpuSet.of(3));
    assertThat(banList().look()).isEqualTo(Look.holds(Value.parse("3")));
    assertThat(folder.resolve("unit.d/x.conf"))
        .content()
        .contains("[Service]\nEnvironmentFile=" + folder.resolve("ban.env") + "\n");

    banList().remove();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatWasThereBeforeStays() throws IOException {
    Files.createDirectory(folder.resolve("unit.d"));
    banList().write(CpuSet.range(2, 3));

    banList().remove();
    assertThat(folder.resolve("unit.d")).isEmptyDirectory();
    assertThat(folder.resolve("ban.env")).doesNotExist();
  }

  @Test
  void aFolderInWhichSomebodyElsePutSomethingStays() throws IOException {
    banList().write(CpuSet.range(2, 3));
    var other = Files.createFile(folder.resolve("unit.d/other.conf"));

    banList().remove();
    assertThat(other).exists();
    assertThat(folder.resolve("unit.d/x.conf")).doesNotExist();
  }
}
