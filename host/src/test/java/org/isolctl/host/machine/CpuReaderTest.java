package org.isolctl.host.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuReaderTest {
  private static final String CPUS = "/sys/devices/system/cpu/";

  private final MemoryFiles files =
      new MemoryFiles()
          .with(CPUS + "possible", "0-7\n")
          .with(CPUS + "online", "0-3\n")
          .with(CPUS + "isolated", "\n");

  private CpuFacts read() {
    return new CpuReader(files).read();
  }

  @ParameterizedTest
  @CsvSource({"'(null)\n',''", "'  (null)\n',''", "'\n',''", "'2-3\n','2-3'"})
  void nohzFullIsEmptyInBothSpellings(String text, String cpus) {
    files.with(CPUS + "nohz_full", text);
    assertThat(read().nohzFull().toOptional()).contains(CpuSet.parseList(cpus));
  }

  @Test
  void nothingIsAReadingToo() {
    assertThat(read().isolated()).isEqualTo(Reading.present(CPUS + "isolated", CpuSet.empty()));
    assertThat(read().nohzFull()).isEqualTo(Reading.absent(CPUS + "nohz_full"));
  }

  @Test
  void aListThatIsNoneNamesThePlace() {
    files.with(CPUS + "isolated", "2-x\n");
    assertThat(read().isolated())
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            malformed -> assertThat(malformed.problem()).contains("character 3"));
  }

  @Test
  void siblingsAreOfOnlineCpusOnly() {
    files.with(CPUS + "cpu1/topology/thread_siblings_list", "1,3\n");
    assertThat(read().smtSiblings())
        .extracting(CpuFacts.CpuSiblings::cpu)
        .containsExactly(0, 1, 2, 3);
    assertThat(read().smtSiblings().get(1).siblings().toOptional()).contains(CpuSet.of(1, 3));
    assertThat(read().smtSiblings().get(0).siblings()).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void theLastLevelCacheIsToldOncePerGroup() {
    for (int cpu = 0; cpu < 4; cpu++) {
      var cache = CPUS + "cpu" + cpu + "/cache/";
      files.with(cache + "index0/level", "1\n").with(cache + "index0/shared_cpu_list", cpu + "\n");
      files
          .with(cache + "index3/level", "3\n")
          .with(cache + "index3/shared_cpu_list", cpu < 2 ? "0-1\n" : "2-3\n");
    }
    assertThat(read().caches())
        .extracting(CpuFacts.Cache::level, cache -> cache.sharedBy().toOptional().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, CpuSet.of(0, 1)),
            org.assertj.core.groups.Tuple.tuple(3, CpuSet.of(2, 3)));
  }

  @Test
  void nodesAreInTheOrderOfTheirNumbers() {
    for (int node : new int[] {10, 2, 0}) {
      files.with("/sys/devices/system/node/node" + node + "/cpulist", node + "\n");
    }
    files.withFolder("/sys/devices/system/node/power");
    assertThat(read().nodes()).extracting(CpuFacts.Node::number).containsExactly(0, 2, 10);
  }
}
