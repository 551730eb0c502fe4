package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isolctl.host.act.Changes.KTHREADD;
import static org.isolctl.host.act.Changes.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final String BOOT = "6d0d4c9e-1111-4222-8333-444455556666";

  @TempDir Path folder;

  private String text() throws IOException {
    return Files.readString(folder.resolve("journal"));
  }

  private static Entry intend(Journal journal, Change change) throws IOException {
    return journal.intend(List.of(change)).getFirst();
  }

  @Test
  void itIsReadableTextWithOneLineForEachStep() throws IOException {
    try (var journal = Journal.open(folder, BOOT)) {
      var first = intend(journal, change(KTHREADD, "0-3", "0-1"));
      journal.note(List.of(new JournalLine.Made(first.number(), Value.parse("0-1"))));
      var second = intend(journal, change(new Target.OfThread(9, 7, "a\nb"), "0-3", "0-1"));
      journal.note(List.of(new JournalLine.NotMade(second.number())));
      journal.note(List.of(new JournalLine.TakenBack(first.number())));
    }
    assertThat(text())
        .isEqualTo(
            """
            isolctl-journal\t1
            boot\t6d0d4c9e-1111-4222-8333-444455556666
            change\t1\tthread 2 4 kthreadd\t0-3\t0-1\tkthread-stray
            made\t1\t0-1
            change\t2\tthread 9 7 a%0ab\t0-3\t0-1\tkthread-stray
            not-made\t2
            taken-back\t1
            """);
  }

  @Test
  void theChangeIsOnTheDiskBeforeItIsMade() throws IOException {
    try (var journal = Journal.open(folder, BOOT)) {
      intend(journal, change(KTHREADD, "0-3", "0-1"));
      assertThat(text()).endsWith("change\t1\tthread 2 4 kthreadd\t0-3\t0-1\tkthread-stray\n");
    }
  }

  @Test
  void changesWrittenDownTogetherAreNumberedInTheirOrder() throws IOException {
    try (var journal = Journal.open(folder, BOOT)) {
      intend(journal, change(KTHREADD, "0-3", "0-1"));
      var both =
          journal.intend(
              List.of(change(Changes.ETH0, "0-3", "0-1"), change(Changes.WORKQUEUES, "0-3", "0")));

      assertThat(both).extracting(Entry::number).containsExactly(2, 3);
      assertThat(text()).contains("\nchange\t2\tirq 24 eth0\t", "\nchange\t3\tworkqueue *\t");
      journal.note(List.of(new JournalLine.NotMade(both.getFirst().number())));
      assertThat(journal.standing()).extracting(Entry::number).containsExactly(1, 3);
    }
  }

  @Test
  void itRemembersWhatStands() throws IOException {
    try (var journal = Journal.open(folder, BOOT)) {
      var made = intend(journal, change(KTHREADD, "0-3", "0-1"));
      var refused = intend(journal, change(Changes.ETH0, "0-3", "0-1"));
      journal.note(
          List.of(
              new JournalLine.Made(made.number(), Value.parse("0-1")),
              new JournalLine.NotMade(refused.number())));
      intend(journal, change(Changes.WORKQUEUES, "0-3", "0-1"));
    }
    try (var journal = Journal.open(folder, BOOT)) {
      assertThat(journal.standing()).extracting(Entry::number).containsExactly(1, 3);
      assertThat(journal.standing().getFirst().change()).isEqualTo(change(KTHREADD, "0-3", "0-1"));
      assertThat(journal.voided()).isZero();
    }
  }

  @Test
  void aRebootVoidsItAndTheNextChangePutsItAside() throws IOException {
    try (var journal = Journal.open(folder, BOOT)) {
      intend(journal, change(KTHREADD, "0-3", "0-1"));
    }
    var before = text();
    try (var journal = Journal.open(folder, "another")) {
      assertThat(journal.standing()).isEmpty();
      assertThat(journal.voided()).isEqualTo(1);
      intend(journal, change(Changes.ETH0, "0-3", "0-1"));
      assertThat(journal.standing()).extracting(Entry::number).containsExactly(1);
    }
    assertThat(Files.readString(folder.resolve("journal.old"))).isEqualTo(before);
    assertThat(text()).contains("boot\tanother\n").doesNotContain("kthreadd");
  }

  @Test
  void onceEverythingIsTakenBackTheNextChangeBeginsANewOne() throws IOException {
    try (var journal = Journal.open(folder, BOOT)) {
      var entry = intend(journal, change(KTHREADD, "0-3", "0-1"));
      journal.note(List.of(new JournalLine.TakenBack(entry.number())));
    }
    try (var journal = Journal.open(folder, BOOT)) {
      intend(journal, change(Changes.ETH0, "0-3", "0-1"));
    }
    assertThat(text()).doesNotContain("kthreadd").contains("change\t1\tirq 24 eth0\t");
  }

  @Test
  void twoCannotHaveItAtOnceAndTheSecondIsToldWhoHasIt() throws IOException {
    try (var _ = Journal.open(folder, BOOT)) {
      assertThatThrownBy(() -> Journal.open(folder, BOOT))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining(folder.resolve("lock").toString());
    }
    Journal.open(folder, BOOT).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isolctl-journal\t2\nboot\tb\nchange\t1\tirq-default\t0\t1\trequested\n",
        "isolctl-journal\t1\nroot\tb\nchange\t1\tirq-default\t0\t1\trequested\n",
        "isolctl-journal\t1\nboot\tb\nchange\t2\tirq-default\t0\t1\trequested\n",
        "isolctl-journal\t1\nboot\tb\nmade\t1\t0\n",
        "isolctl-journal\t1\nboot\tb\nchange\t1\tirq-default\t0-\t1\trequested\n",
        "isolctl-journal\t1\nboot\tb\nchange\t1\tprinter\t0\t1\trequested\n",
        "isolctl-journal\t1\nboot\tb\nchange\tx\tirq-default\t0\t1\trequested\n",
        "isolctl-journal\t1\nboot\tb\nchange\t1\tirq-default\t0\n",
        "isolctl-journal\t1\nboot\tb\nrubbish\n",
      })
  void whatMakesNoSenseIsNamedByFileAndLine(String content) throws IOException {
    Files.writeString(folder.resolve("journal"), content);

    assertThatThrownBy(() -> Journal.open(folder, "b"))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(folder.resolve("journal").toString())
        .hasMessageMatching("(?s)line [123] .*");
    // The lock is free again.
    Files.delete(folder.resolve("journal"));
    Journal.open(folder, "b").close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "isolctl-j", "isolctl-journal\t1\n", "isolctl-journal\t1\nboot\tb"})
  void aJournalThatWasNeverBegunProperlyIsAnEmptyOne(String content) throws IOException {
    Files.writeString(folder.resolve("journal"), content);

    try (var journal = Journal.open(folder, "b")) {
      assertThat(journal.standing()).isEmpty();
      intend(journal, change(KTHREADD, "0-3", "0-1"));
    }
    assertThat(text()).startsWith("isolctl-journal\t1\nboot\tb\nchange\t1\t");
  }

  @Test
  void aReasonOfANewerVersionIsNoObstacle() throws IOException {
    Files.writeString(
        folder.resolve("journal"),
        "isolctl-journal\t1\nboot\tb\nchange\t1\tirq-default\t0-3\t0-1\tnewer-finding\n");

    try (var journal = Journal.open(folder, "b")) {
      assertThat(journal.standing()).hasSize(1);
    }
  }
}
