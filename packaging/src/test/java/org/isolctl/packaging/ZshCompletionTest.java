package org.isolctl.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.app.cli.CommandTree;
import org.junit.jupiter.api.Test;

class ZshCompletionTest {
  private final String script = ZshCompletion.of(CommandTree.build());

  @Test
  void everyVerbIsOffered() {
    assertThat(script).startsWith("#compdef isolctl\n");
    CommandTree.build()
        .getSubcommands()
        .keySet()
        .forEach(word -> assertThat(script).contains("'" + word + ":"));
  }

  @Test
  void aChoiceIsOfferedInTheWordsThatTheOptionTakes() {
    assertThat(script).contains("(text json)").contains("(auto always never)");
  }

  @Test
  void anOptionThatTakesAFileOffersFiles() {
    assertThat(script).containsPattern("'--capture\\[[^\\]]*\\]:FILE:_files'");
  }

  @Test
  void whatWouldEndAQuotedWordDoesNot() {
    assertThat(script.lines().filter(line -> line.contains("isolctl's")))
        .allMatch(line -> line.contains("'\\''"));
    assertThat(script).doesNotContain("\\[\\[");
  }
}
