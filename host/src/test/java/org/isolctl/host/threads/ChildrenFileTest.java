package org.isolctl.host.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChildrenFileTest {
  @Test
  void childrenAreNumbersWithABlankAfterEach() {
    assertThat(ChildrenFile.parse("3 4 125 ")).containsExactly(3, 4, 125);
    assertThat(ChildrenFile.parse("3\n")).containsExactly(3);
    assertThat(ChildrenFile.parse("")).isEmpty();
    assertThatThrownBy(() -> ChildrenFile.parse("3 x "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itLiesBesideTheOneThreadOfItsProcess() {
    assertThat(ChildrenFile.of(2)).isEqualTo("/proc/2/task/2/children");
  }
}
