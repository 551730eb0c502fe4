package org.isolctl.model.kernelpatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.model.kernel.KernelVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeVersionTest {
  @Test
  void theVersionIsPutTogetherFromItsParts() {
    String makefile =
        """
        # SPDX-License-Identifier: GPL-2.0
        VERSION = 5
        PATCHLEVEL = 17
        SUBLEVEL = 0
        EXTRAVERSION = -rc5
        NAME = Anything
        """;
    assertThat(TreeVersion.read(makefile)).hasValue(KernelVersion.parse("5.17.0-rc5"));
  }

  @Test
  void anEmptyExtraVersionAddsNothing() {
    assertThat(TreeVersion.read("VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 192\nEXTRAVERSION =\n"))
        .hasValue(KernelVersion.parse("6.1.192"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "all:\n\techo VERSION = 6\n",
        "VERSION = 6\n",
        "VERSION = 1.2.3\nPATCHLEVEL = 4\n",
        "VERSION = $(shell date)\nPATCHLEVEL = 1\n",
        "VERSION = 123456\nPATCHLEVEL = 1\n"
      })
  void theMakefileOfAnythingElseStatesNoVersion(String makefile) {
    assertThat(TreeVersion.read(makefile)).isEmpty();
  }

  @Test
  void anExtraVersionThatIsNotPlainTextIsLeftOut() {
    assertThat(TreeVersion.read("VERSION = 6\nPATCHLEVEL = 1\nEXTRAVERSION = \u001b[2J\n"))
        .hasValue(KernelVersion.parse("6.1"));
  }
}
