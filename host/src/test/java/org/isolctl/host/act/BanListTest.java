package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.host.files.LiveFiles;
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
}
