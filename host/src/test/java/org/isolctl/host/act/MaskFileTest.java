package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.linux.KernelFile;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskFileTest {
  @TempDir Path folder;

  private String written(MaskFile.Form form, String cpus) throws IOException {
    var path = Files.createFile(folder.resolve("file")).toString();
    var file = new MaskFile(path, path, form);
    assertThat(file.set(new Target.OfWatchdog(), CpuSet.parseList(cpus), new KernelFile()))
        .isEqualTo(new Answer.Done());
    assertThat(file.look(new LiveFiles())).isEqualTo(Look.holds(Value.parse(cpus)));
    return Files.readString(Path.of(path));
  }

  @Test
  void aListIsWrittenAsTheKernelReadsIt() throws IOException {
    assertThat(written(MaskFile.Form.LIST, "0-1,64")).isEqualTo("0-1,64\n");
  }

  @Test
  void aMaskIsWrittenInGroupsOfEightDigits() throws IOException {
    assertThat(written(MaskFile.Form.MASK, "0-1,64")).isEqualTo("1,00000000,00000003\n");
  }

  @Test
  void anEmptyMaskIsAZero() throws IOException {
    assertThat(written(MaskFile.Form.MASK, "")).isEqualTo("0\n");
  }

  @Test
  void nonsenseIsUnreadableAndNamesTheFile() throws IOException {
    var path = Files.writeString(folder.resolve("file"), "whatever").toString();

    assertThat(MaskFile.mask(path).look(new LiveFiles()))
        .isInstanceOfSatisfying(
            Look.Unreadable.class, look -> assertThat(look.why()).startsWith(path));
  }
}
