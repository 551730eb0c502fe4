package org.isolctl.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void everyFindingHasAPageAndEveryPageAFinding() throws IOException {
    Set<String> codes =
        Arrays.stream(FindingCode.values()).map(FindingCode::label).collect(Collectors.toSet());

    assertThat(files("findings")).isEqualTo(codes);
    assertThat(Pages.findings()).hasSize(codes.size());
  }

  @Test
  void everyCauseHasAPageAndEveryPageACause() throws IOException {
    Set<String> causes =
        Arrays.stream(Cause.values()).map(Cause::label).collect(Collectors.toSet());

    assertThat(files("causes")).isEqualTo(causes);
    assertThat(Pages.causes()).hasSize(causes.size());
  }

  @Test
  void noWordIsBothAFindingAndACause() {
    List<String> labels = pages().map(Page::label).toList();

    assertThat(labels).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageBeginsWithItsLabelAndAFewWords(Page page) {
    assertThat(page.markdown()).startsWith("# " + page.label() + ": ");
    assertThat(page.summary()).isNotBlank().hasSizeLessThan(80);
    assertThat(Pages.named(page.label())).contains(page);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsPlainAscii(Page page) {
    assertThat(page.markdown().chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
  }

  @ParameterizedTest
  @MethodSource("findings")
  void thePageOfAFindingSaysWhatHowAndWhenToLeaveIt(Page page) {
    assertThat(page.markdown())
        .contains("\n## What it means\n", "\n## How to see it by hand\n", "\n## When to leave it\n")
        .containsPattern("\n## How to (mend it|keep them asleep)\n");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageSendsReadersOnlyToPagesThatExist(Page page) {
    var references = java.util.regex.Pattern.compile("isolctl explain ([a-z][a-z-]+)");
    assertThat(references.matcher(page.markdown()).results().map(match -> match.group(1)))
        .allSatisfy(label -> assertThat(Pages.named(label)).isPresent());
  }

  @Test
  void anUnknownWordHasNoPage() {
    assertThat(Pages.named("findings/kthread-stray")).isEmpty();
    assertThat(Pages.named("../causes/per-cpu")).isEmpty();
  }

  static Stream<Page> findings() {
    return Pages.findings().stream();
  }

  static Stream<Page> pages() {
    return Stream.concat(Pages.findings().stream(), Pages.causes().stream());
  }

  private static Set<String> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(DOCS.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.md$", ""))
          .collect(Collectors.toSet());
    }
  }
}
