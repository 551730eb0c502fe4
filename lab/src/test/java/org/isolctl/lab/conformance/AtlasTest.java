package org.isolctl.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AtlasTest {
  private static final Path PAGE = Path.of("../docs/atlas.md");

  /// With `-Disolctl.write` it writes the page instead.
  @Test
  void the_page_says_what_the_evidence_says() throws Exception {
    String page = Atlas.page(Evidence.readAll(ConformanceTest.EVIDENCE));
    if (System.getProperty("isolctl.write") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("stale: mvn test -pl lab -Dtest=AtlasTest -Disolctl.write")
        .hasContent(page);
  }
}
