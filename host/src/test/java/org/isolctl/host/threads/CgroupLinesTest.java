package org.isolctl.host.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CgroupLinesTest {
  @Test
  void version2WinsOverVersion1() {
    assertThat(CgroupLines.path("3:cpuset:/old\n0::/machine.slice/a:b\n"))
        .isEqualTo("/machine.slice/a:b");
  }

  @Test
  void theCpusetControllerServesWhereThereIsNoVersion2() {
    assertThat(CgroupLines.path("4:memory:/m\n3:cpu,cpuset:/rt\n1:name=systemd:/s\n"))
        .isEqualTo("/rt");
  }

  @Test
  void withoutEitherNothingIsKnown() {
    assertThatIllegalArgumentException().isThrownBy(() -> CgroupLines.path("4:memory:/m\nrubbish"));
  }
}
