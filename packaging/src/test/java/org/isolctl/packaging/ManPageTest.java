package org.isolctl.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.isolctl.app.cli.CommandTree;
import org.junit.jupiter.api.Test;

class ManPageTest {
  private final Map<String, String> pages =
      new ManPage("1.2", "2026-11-22").all(CommandTree.build());

  @Test
  void everyVerbHasAPage() {
    assertThat(pages)
        .containsKeys("isolctl.1", "isolctl-audit.1", "isolctl-guard.1", "isolctl-kernel-patch.1");
    CommandTree.build().getSubcommands().keySet().stream()
        .filter(word -> !word.equals("version") && !word.equals("help"))
        .forEach(word -> assertThat(pages).containsKey("isolctl-" + word + ".1"));
  }

  @Test
  void aPageSaysWhatWhatisShowsAndHowTheVerbIsCalled() {
    assertThat(pages.get("isolctl-audit.1"))
        .startsWith(".TH ISOLCTL-AUDIT 1 2026-11-22 \"isolctl 1.2\"")
        .contains("isolctl\\-audit \\- Judge whether the isolation")
        .contains(".SH SYNOPSIS\n.PP\nisolctl audit ")
        .contains("\\fB\\-\\-watch TIME\\fR");
  }

  @Test
  void everyOptionOfTheHelpIsInThePage() {
    CommandTree.build()
        .getSubcommands()
        .forEach((word, line) ->
            line.getCommandSpec()
                .options()
                .forEach(option ->
                    assertThat(pages.get("isolctl-" + word + ".1"))
                        .contains(option.longestName().replace("-", "\\-"))));
  }

  @Test
  void aLineThatBeginsLikeACommandOfRoffIsText() {
    assertThat(new Roff().text(".so /etc/passwd").text("'quoted' \\n").toString())
        .isEqualTo("\\&.so /etc/passwd\n\\&'quoted' \\en\n");
  }
}
