package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is there, and what is refused; the lab makes slices of a real systemd.
class SlicesTest {
  private static final Target.OfSlice SLICE = new Target.OfSlice("rt");

  @TempDir Path folder;
  private final MemoryFiles files = new MemoryFiles();

  private Slices slices() {
    return new Slices(files, Optional.of(folder), List.of(folder.resolve("units")));
  }

  @Test
  void whereNothingHasTheNameThereIsNone() {
    assertThat(slices().look(SLICE)).isEqualTo(Look.holds(Target.OfSlice.NONE));
  }

  @Test
  void ourUnitFileHoldsTheCpus() {
    files.with(
        SLICE.unit(),
        """
        [Unit]
        Description=CPUs that isolctl keeps apart

        [Slice]
        AllowedCPUs=2-3
        """);

    assertThat(slices().look(SLICE)).isEqualTo(Look.holds(Value.parse("2-3")));
  }

  @Test
  void aUnitFileOfSomebodyElseIsLeftAlone() {
    files.with(SLICE.unit(), "[Slice]\nAllowedCPUs=2-3\n");

    assertThat(slices().look(SLICE)).isInstanceOf(Look.Unreadable.class);
  }

  @Test
  void aSliceThatRunsIsLeftAlone() throws IOException {
    Files.createDirectory(folder.resolve("rt.slice"));

    assertThat(slices().look(SLICE))
        .isEqualTo(new Look.Unreadable("there is a slice rt.slice already: take another name"));
  }

  @Test
  void aSliceThatIsOnlyDefinedIsLeftAlone() throws IOException {
    Files.createFile(Files.createDirectory(folder.resolve("units")).resolve("rt.slice"));

    assertThat(slices().look(SLICE)).isInstanceOf(Look.Unreadable.class);
  }

  @Test
  void aSliceInWhichSomethingRunsIsNotStopped() throws IOException {
    files.with(folder.resolve("rt.slice/cgroup.events").toString(), "populated 1\nfrozen 0\n");

    assertThat(slices().set(SLICE, Target.OfSlice.NONE))
        .isEqualTo(new Answer.Refused("EBUSY", "processes still live in slice rt.slice", false));
  }
}
