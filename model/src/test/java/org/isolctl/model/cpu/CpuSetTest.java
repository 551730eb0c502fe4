package org.isolctl.model.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuSetTest {
  private static final CpuSet A = CpuSet.parseList("0-3,8");
  private static final CpuSet B = CpuSet.parseList("2-4");

  @Test
  void has_the_algebra_of_sets() {
    assertThat(A.union(B)).hasToString("0-4,8");
    assertThat(A.intersect(B)).hasToString("2-3");
    assertThat(A.minus(B)).hasToString("0-1,8");
    assertThat(A.intersects(B)).isTrue();
    assertThat(A.intersects(CpuSet.of(9))).isFalse();
    assertThat(CpuSet.of(2).isSubsetOf(B)).isTrue();
    assertThat(A.isSubsetOf(B)).isFalse();
    assertThat(CpuSet.empty().isSubsetOf(CpuSet.empty())).isTrue();
  }

  @Test
  void leaves_its_operands_as_they_were() {
    var first = CpuSet.range(0, 3);
    first.union(B);
    first.minus(B);
    first.intersect(B);

    assertThat(first).hasToString("0-3");
  }

  @Test
  void knows_its_ends_and_its_size() {
    assertThat(A.first()).isZero();
    assertThat(A.last()).isEqualTo(8);
    assertThat(A.size()).isEqualTo(5);
    assertThat(CpuSet.empty().first()).isEqualTo(-1);
    assertThat(CpuSet.empty().last()).isEqualTo(-1);
    assertThat(CpuSet.empty().isEmpty()).isTrue();
    assertThat(A.contains(8)).isTrue();
    assertThat(A.contains(-1)).isFalse();
  }

  @Test
  void visits_its_cpus_in_order() {
    var seen = new ArrayList<Integer>();
    A.forEach(seen::add);

    assertThat(seen).isEqualTo(List.of(0, 1, 2, 3, 8));
    assertThat(A.stream().boxed()).isEqualTo(seen);
  }

  @Test
  void is_equal_by_its_cpus_however_it_came_about() {
    assertThat(CpuSet.of(3, 2)).isEqualTo(CpuSet.range(2, 3)).hasSameHashCodeAs(CpuSet.range(2, 3));
    assertThat(CpuSet.ofWords(new long[] {0, 0})).isEqualTo(CpuSet.empty());
    assertThat(A).isNotEqualTo(B);
  }

  @Test
  void has_the_word_layout_of_the_affinity_calls() {
    assertThat(CpuSet.ofWords(new long[] {0b1100, 1})).hasToString("2-3,64");
    assertThat(CpuSet.of(2, 3, 64).toWords()).containsExactly(0b1100, 1);
  }

  @Test
  void refuses_numbers_that_no_kernel_has() {
    assertThatIllegalArgumentException().isThrownBy(() -> CpuSet.of(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> CpuSet.range(0, CpuSet.MAX_CPU + 1));
  }

  @Test
  void prints_two_neighbours_as_a_range() {
    assertThat(CpuSet.of(1, 2, 5)).hasToString("1-2,5");
  }
}
