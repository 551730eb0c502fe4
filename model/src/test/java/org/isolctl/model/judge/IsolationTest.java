package org.isolctl.model.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts;
import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.Test;

class IsolationTest {
  @Test
  void eachCpuKeepsItsSource() {
    var sketch = new Sketch().isolcpus("1");
    sketch.nohzFull = Sketch.list("/sys/devices/system/cpu/nohz_full", "2");
    sketch.byUser = Optional.of(CpuSet.of(3));

    var isolated = sketch.isolation();

    assertThat(isolated.sources())
        .extracting(IsolationSource::kind)
        .containsExactly(
            IsolationSource.Kind.ISOLCPUS,
            IsolationSource.Kind.NOHZ_FULL,
            IsolationSource.Kind.USER);
    assertThat(isolated.all()).isEqualTo(CpuSet.range(1, 3));
    assertThat(isolated.outsideDomains()).isEqualTo(CpuSet.of(1));
  }

  @Test
  void aValidPartitionIsolatesWhatIsEffective() {
    var sketch = new Sketch();
    sketch.partitions.add(
        new CgroupFacts.Partition(
            "/rt",
            Reading.present("p", "isolated"),
            Sketch.list("cpus", "2-3"),
            Sketch.list("effective", "3")));

    assertThat(sketch.isolation().sources())
        .containsExactly(new IsolationSource(IsolationSource.Kind.PARTITION, CpuSet.of(3), "/rt"));
  }

  @Test
  void partitionsThatWereNotFoundShowInTheKernelsSumWithoutTheBootsCpus() {
    var sketch = new Sketch().isolcpus("1");
    sketch.cgroupIsolated = Sketch.list("/sys/fs/cgroup/cpuset.cpus.isolated", "1,3");

    assertThat(sketch.isolation().sources())
        .contains(
            new IsolationSource(
                IsolationSource.Kind.PARTITION,
                CpuSet.of(3),
                "/sys/fs/cgroup/cpuset.cpus.isolated"));
    assertThat(sketch.isolation().sources()).hasSize(2);
  }

  @Test
  void aVersion1SetIsolatesOnlyWhereTheRootDoesNotBalance() {
    var sketch = new Sketch();
    sketch.version1Sets.add(set("/rt", true, false));
    assertThat(sketch.isolation().all()).isEqualTo(CpuSet.empty());

    sketch.version1Sets.add(set("/", false, false));
    assertThat(sketch.isolation().all()).isEqualTo(CpuSet.of(2, 3));
  }

  private static CgroupFacts.Version1Set set(String path, boolean exclusive, boolean balances) {
    return new CgroupFacts.Version1Set(
        path,
        Sketch.list("cpus", "2-3"),
        Reading.present("exclusive", exclusive),
        Reading.present("balance", balances));
  }
}
