package org.isolctl.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.app.pages.Page;
import org.isolctl.app.pages.Pages;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  private static final Paper NARROW = new Paper(40, false, true);

  @Test
  void laysOutHeadingsParagraphsListsAndCode() {
    String markdown =
        """
        # label: a few words

        A paragraph with `code` and **strong**
        words that is wrapped anew.

        ## How to

        - one item that is longer than the paper is wide
        - two

        1. first
        2. second

        ```
        cat /proc/cmdline | a line that is never wrapped
        ```
        """;

    assertThat(MarkdownText.render(markdown, NARROW))
        .isEqualTo(
            """
            label: a few words

            A paragraph with code and strong words
            that is wrapped anew.

            HOW TO

              - one item that is longer than the
                paper is wide
              - two

              1. first
              2. second

                cat /proc/cmdline | a line that is never wrapped
            """);
  }

  @Test
  void coloursCodeAndHeadings() {
    assertThat(MarkdownText.render("# a: b\n\n`x y` z\n", new Paper(40, true, true)))
        .isEqualTo("\u001b[1ma: b\u001b[0m\n\n\u001b[36mx y\u001b[0m z\n");
  }

  @Test
  void leavesNoMarkdownInAnyShippedPage() {
    for (Page page : Pages.findings()) {
      assertThat(MarkdownText.render(page.markdown(), new Paper(80, false, false)))
          .doesNotContain("`", "**", "\n#", "](");
    }
  }
}
