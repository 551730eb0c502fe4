package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KthreaddFileTest {
  private final ArrayList<Happening> told = new ArrayList<>();
  @TempDir Path folder;

  private KthreaddFile note(String boot) {
    return new KthreaddFile(folder.resolve("run/guard.kthreadd"), boot, told::add);
  }

  @Test
  void theMaskBeforeTheFirstChangeOfABootIsKept() {
    note("b1").write(CpuSet.range(0, 3), CpuSet.of(0, 1));
    note("b1").write(CpuSet.of(0, 1), CpuSet.of(0));

    assertThat(note("b1").read())
        .contains(new KthreaddNote.Standing(CpuSet.range(0, 3), CpuSet.of(0)));
  }

  @Test
  void aNoteOfAnotherBootSaysNothing() {
    note("b1").write(CpuSet.range(0, 3), CpuSet.of(0, 1));

    assertThat(note("b2").read()).isEmpty();
  }

  @Test
  void aNoteThatIsClearedIsGone() {
    note("b1").write(CpuSet.range(0, 3), CpuSet.of(0, 1));
    note("b1").clear();

    assertThat(note("b1").read()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void aNoteThatMakesNoSenseIsSaidToMakeNone() throws IOException {
    var file = note("b1").file();
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(file, "b1 x y\n");

    assertThat(note("b1").read()).isEmpty();
    assertThat(told).singleElement().isInstanceOf(Happening.Trouble.class);
  }
}
