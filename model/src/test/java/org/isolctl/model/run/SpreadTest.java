package org.isolctl.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static final CpuSet CPUS = CpuSet.parseList("2-4");

  private static Map<Integer, Integer> spread(Map<Integer, String> masks) {
    var parsed = new TreeMap<Integer, CpuSet>();
    masks.forEach((tid, mask) -> parsed.put(tid, CpuSet.parseList(mask)));
    return Spread.over(parsed, CPUS);
  }

  @Test
  void eachThreadGetsACpuOfItsOwn() {
    assertThat(spread(Map.of(10, "0-1", 11, "0-1", 12, "2-4")))
        .isEqualTo(Map.of(10, 2, 11, 3, 12, 4));
  }

  @Test
  void aThreadThatHasOneAlreadyKeepsIt() {
    assertThat(spread(Map.of(10, "0-1", 11, "2", 12, "4"))).isEqualTo(Map.of(10, 3, 11, 2, 12, 4));
  }

  @Test
  void moreThreadsThanCpusAreSharedOutEvenly() {
    var spread = spread(Map.of(1, "0", 2, "0", 3, "0", 4, "0", 5, "0", 6, "0", 7, "0"));
    assertThat(spread.values()).containsExactly(2, 3, 4, 2, 3, 4, 2);
  }

  @Test
  void threadsThatPiledUpAreTakenApart() {
    assertThat(spread(Map.of(1, "2", 2, "2", 3, "2")).values()).containsExactly(2, 3, 4);
  }

  @Test
  void whatIsSpreadStaysAsItIs() {
    var once = spread(Map.of(1, "2", 2, "2", 3, "0", 4, "0", 5, "3"));
    var masks = new TreeMap<Integer, String>();
    once.forEach((tid, cpu) -> masks.put(tid, cpu.toString()));
    assertThat(spread(masks)).isEqualTo(once);
  }

  @Test
  void withoutACpuThereIsNoAnswer() {
    assertThatThrownBy(() -> Spread.over(new TreeMap<>(), CpuSet.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
