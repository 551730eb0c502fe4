package org.isolctl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.Rule;
import org.junit.jupiter.api.Test;

/// The page docs/rules.md is made from the rules themselves.
class RulesPageTest {
  private static final Path PAGE = Path.of("../docs/rules.md");

  /// With `-Disolctl.write` it writes the page instead.
  @Test
  void thePageSaysWhatTheRulesSay() throws IOException {
    if (System.getProperty("isolctl.write") != null) {
      Files.writeString(PAGE, page());
    }

    assertThat(PAGE)
        .as("stale: mvn test -pl app -am -Dtest=RulesPageTest -Disolctl.write")
        .hasContent(page());
  }

  private static String page() {
    var page =
        new StringBuilder(
            """
            # What kernels do with CPU isolation

            The rules that `isolctl predict` and `isolctl audit` go by, as `isolctl rules` lists them. Each
            names the file of the kernel's source that it was read in, with the versions that were read, and
            whether kernels were booted to see it. This page is made from them; the build fails when the two
            differ.
            """);
    String subject = "";
    for (Rule rule : KernelRules.all()) {
      if (!rule.subject().text().equals(subject)) {
        subject = rule.subject().text();
        page.append("\n## ")
            .append(subject)
            .append(
                "\n\n| rule | kernels | what they do | read in | seen |\n|---|---|---|---|---|\n");
      }
      page.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  rule.id(),
                  rule.versions(),
                  cell(rule.says()),
                  cell(rule.source().toString()),
                  cell(rule.evidence().text())));
    }
    return page.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }
}
