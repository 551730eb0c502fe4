package org.isolctl.model.kernelpatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isolctl.model.kernel.KernelVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "3.10.4,     false, kernel/sched/core.c,      4",
    "4.14.336,   false, kernel/sched/core.c,      4",
    "4.18.0,     true,  kernel/sched/isolation.c, 4",
    "6.1.192,    true,  kernel/sched/isolation.c, 4",
    "6.13.7,     true,  kernel/sched/isolation.c, 4",
    "6.14.0-rc1, true,  kernel/sched/isolation.c, 6",
    "6.19.9,     true,  kernel/sched/isolation.c, 6",
    "7.0.0-rc1,  true,  kernel/sched/isolation.c, 0",
    "7.3.4,      true,  kernel/sched/isolation.c, 0",
  })
  void theMaskIsFilledWhereTheTreeKeepsIsolationAndThreadsAreMovedBelowSeven(
      String version, boolean hasIsolationFile, String filledIn, int inKthread) {
    List<Place> places =
        Places.of(SemanticPatch.ISOLATE_KTHREADS, KernelVersion.parse(version), hasIsolationFile);
    assertThat(places).filteredOn(place -> place.file().equals(filledIn)).hasSize(1);
    assertThat(places)
        .filteredOn(place -> place.file().equals(TreeFile.KTHREAD_C))
        .hasSize(inKthread);
    assertThat(places).filteredOn(place -> place.file().equals(TreeFile.CPUMASK_H)).hasSize(2);
    assertThat(places).filteredOn(place -> place.file().equals(TreeFile.CPU_C)).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"5.18.0, 4", "6.13.7, 4", "6.14.0, 1", "6.19.9, 1"})
  void nodeDaemonsFollowThePreferredNodeSince614SoOnlyRescuersAreLeft(String version, int changes) {
    assertThat(Places.of(SemanticPatch.MORE, KernelVersion.parse(version), true))
        .extracting(Place::count)
        .satisfies(counts ->
            assertThat(counts.stream().mapToInt(count -> count).sum()).isEqualTo(changes));
  }
}
