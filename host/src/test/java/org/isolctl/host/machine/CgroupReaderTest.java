package org.isolctl.host.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts;
import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.Test;

class CgroupReaderTest {
  private static final String ROOT = "/sys/fs/cgroup";

  private final MemoryFiles files = new MemoryFiles();

  private CgroupFacts read() {
    return new CgroupReader(files).read();
  }

  private void mounts(String... lines) {
    files.with("/proc/self/mounts", String.join("\n", lines) + "\n");
  }

  private void partition(String path, String state, String cpus) {
    files
        .with(ROOT + path + "/cpuset.cpus.partition", state + "\n")
        .with(ROOT + path + "/cpuset.cpus", cpus + "\n")
        .with(ROOT + path + "/cpuset.cpus.effective", cpus + "\n");
  }

  @Test
  void partitionsAreFoundAtAnyDepthAndMembersLeftOut() {
    mounts("cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0");
    files.with(ROOT + "/cpuset.cpus.isolated", "3\n");
    partition("/machine.slice", "member", "0-3");
    partition("/machine.slice/rt", "isolated", "3");
    partition("/broken", "isolated invalid (Cpu list in cpuset.cpus not exclusive)", "2");

    var cgroups = read();

    assertThat(cgroups.isolated().toOptional()).contains(CpuSet.of(3));
    assertThat(cgroups.partitions())
        .extracting(CgroupFacts.Partition::path)
        .containsExactlyInAnyOrder("/machine.slice/rt", "/broken");
    assertThat(cgroups.partitions().getFirst().state().toOptional().orElseThrow())
        .startsWith("isolated invalid");
  }

  @Test
  void groupsWithoutTheControllerAreNotDescendedInto() {
    mounts("cgroup2 /sys/fs/cgroup cgroup2 rw 0 0");
    files.withFolder(ROOT + "/user.slice");
    partition("/user.slice/impossible", "isolated", "3");
    assertThat(read().partitions()).isEmpty();
  }

  @Test
  void aMountMayLieAnywhereAndHaveBlanksInItsName() {
    mounts("none /a\\040b cgroup2 rw 0 0");
    assertThat(read().version2Root()).isEqualTo(Reading.present("/proc/self/mounts", "/a b"));
  }

  @Test
  void withoutAMountTableTheUsualPlaceIsTried() {
    files.with(ROOT + "/cgroup.controllers", "cpuset cpu\n");
    assertThat(read().version2Root().toOptional()).contains(ROOT);
  }

  @Test
  void aMachineWithoutVersion2SaysSo() {
    mounts("proc /proc proc rw 0 0");
    assertThat(read().version2Root()).isEqualTo(Reading.absent("/proc/self/mounts"));
    assertThat(read().isolated()).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void version1SetsThatIsolateAreFound() {
    mounts("cgroup /sys/fs/cgroup/cpuset cgroup rw,relatime,cpuset 0 0");
    version1("", "1", "1", "0-3");
    version1("/rt", "1", "0", "2-3");
    version1("/docker", "0", "1", "0-3");
    assertThat(read().version1Sets())
        .singleElement()
        .satisfies(set -> {
          assertThat(set.path()).isEqualTo("/rt");
          assertThat(set.cpus().toOptional()).contains(CpuSet.of(2, 3));
          assertThat(set.loadBalance().toOptional()).contains(false);
        });
  }

  private void version1(String path, String exclusive, String balance, String cpus) {
    var folder = "/sys/fs/cgroup/cpuset" + path;
    files
        .with(folder + "/cpuset.cpu_exclusive", exclusive + "\n")
        .with(folder + "/cpuset.sched_load_balance", balance + "\n")
        .with(folder + "/cpuset.cpus", cpus + "\n");
  }

  @Test
  void aWalkEndsOnATreeWithoutEndAndSaysThatItDid() {
    mounts("cgroup2 /sys/fs/cgroup cgroup2 rw 0 0");
    var endless =
        new org.isolctl.host.files.MachineFiles() {
          @Override
          public Reading<byte[]> bytes(String path) {
            return path.endsWith("cpuset.cpus.partition")
                ? Reading.present(
                    path, "member\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : files.bytes(path);
          }

          @Override
          public Reading<java.util.List<String>> names(String folder) {
            return folders(folder);
          }

          @Override
          public Reading<java.util.List<String>> folders(String folder) {
            return Reading.present(folder, java.util.List.of("x"));
          }
        };
    assertThat(new PartitionWalk(endless).below(ROOT))
        .singleElement()
        .satisfies(last -> assertThat(last.state()).isInstanceOf(Reading.Malformed.class));
  }
}
