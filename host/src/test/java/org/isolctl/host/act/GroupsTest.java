package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.linux.KernelFile;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a folder with plain files; the lab does the same on real cgroups.
class GroupsTest {
  private static final Target GROUP = new Target.OfGroup("/rt");
  private static final Target.OfGroupCpus CPUS = new Target.OfGroupCpus("/rt");
  private static final Target PARTITION = new Target.OfPartition("/rt");
  private static final Target CONTROLLER = new Target.OfCpusetController("/");

  @TempDir Path root;
  private Groups groups;

  @BeforeEach
  void mount() throws IOException {
    groups = new Groups(new LiveFiles(), new KernelFile(), Optional.of(root));
    Files.writeString(root.resolve("cgroup.subtree_control"), "cpu memory pids\n");
  }

  private void fill() throws IOException {
    Files.writeString(root.resolve("rt/cpuset.cpus"), "\n");
    Files.writeString(root.resolve("rt/cpuset.cpus.partition"), "member\n");
  }

  @Test
  void aGroupIsMadeAndTakenAway() {
    assertThat(groups.look(GROUP)).isEqualTo(Look.holds(Value.of("absent")));
    assertThat(groups.set(GROUP, "present")).isEqualTo(new Answer.Done());
    assertThat(groups.look(GROUP)).isEqualTo(Look.holds(Value.of("present")));
    assertThat(groups.set(GROUP, "absent")).isEqualTo(new Answer.Done());
    assertThat(root.resolve("rt")).doesNotExist();
    assertThat(groups.set(GROUP, "absent")).isEqualTo(new Answer.Done());
  }

  @Test
  void aGroupInWhichSomethingLivesStays() throws IOException {
    groups.set(GROUP, "present");
    fill();

    assertThat(groups.set(GROUP, "absent"))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.error()).isEqualTo("EBUSY"));
  }

  @Test
  void theFilesOfAGroupAreReadAndWritten() throws IOException {
    assertThat(groups.look(PARTITION)).isEqualTo(new Look.Gone());
    groups.set(GROUP, "present");
    fill();
    assertThat(groups.look(CPUS)).isEqualTo(Look.holds(Value.of(CpuSet.empty())));
    assertThat(groups.look(PARTITION)).isEqualTo(Look.holds(Value.of("member")));

    assertThat(groups.set(CPUS, CpuSet.parseList("2-3"))).isEqualTo(new Answer.Done());
    assertThat(groups.set(PARTITION, "isolated")).isEqualTo(new Answer.Done());

    assertThat(Files.readString(root.resolve("rt/cpuset.cpus"))).startsWith("2-3\n");
    assertThat(groups.look(PARTITION)).isEqualTo(Look.holds(Value.of("isolated")));
  }

  @Test
  void aControllerIsOneWordAmongOthers() throws IOException {
    assertThat(groups.look(CONTROLLER)).isEqualTo(Look.holds(Value.of("off")));
    Files.writeString(root.resolve("cgroup.subtree_control"), "cpu cpuset\n");
    assertThat(groups.look(CONTROLLER)).isEqualTo(Look.holds(Value.of("on")));

    groups.set(CONTROLLER, "off");
    assertThat(Files.readString(root.resolve("cgroup.subtree_control"))).startsWith("-cpuset\n");
  }
}
