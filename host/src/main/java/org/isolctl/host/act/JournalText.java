package org.isolctl.host.act;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.plan.Value;

/// What stands in a journal.
final class JournalText {
  private static final String FORMAT = "isolctl-journal\t1";
  private static final String BOOT = "boot\t";

  private String bootId;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Value> values = new HashMap<>();
  private long wholeBytes;

  private JournalText(String bootId) {
    this.bootId = bootId;
  }

  /// A journal that nobody has begun.
  static JournalText none(String bootId) {
    return new JournalText(bootId);
  }

  static String header(String bootId) {
    return FORMAT + "\n" + BOOT + bootId + "\n";
  }

  /// Reads a journal. A last line without its end is what a crash left of a change that was not
  /// begun; it is passed over.
  ///
  /// @throws JournalException when anything else in it makes no sense
  static JournalText read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    var text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
    var lines = text.isEmpty() ? List.<String>of() : List.of(text.split("\n", -1));
    var journal = new JournalText("");
    journal.wholeBytes = whole;
    // Whoever died while the header was written had changed nothing yet.
    if (lines.size() < 3) {
      return journal;
    }
    int at = 0;
    try {
      for (; at < lines.size() - 1; at++) {
        journal.take(at, lines.get(at));
      }
    } catch (IllegalArgumentException e) {
      throw new JournalException(
          "line "
              + (at + 1)
              + " of the journal "
              + file
              + " makes no sense: "
              + e.getMessage()
              + "; mend the line by hand, or move the file away, and with it the memory of what"
              + " was changed",
          e);
    }
    return journal;
  }

  private void take(int at, String line) {
    if (at == 0) {
      if (!line.equals(FORMAT)) {
        throw new IllegalArgumentException("it is not '" + FORMAT.replace('\t', ' ') + "'");
      }
    } else if (at == 1) {
      if (!line.startsWith(BOOT)) {
        throw new IllegalArgumentException("it does not name the boot");
      }
      bootId = line.substring(BOOT.length());
    } else {
      add(JournalLine.parse(line, text -> values.computeIfAbsent(text, Value::parse)));
    }
  }

  String bootId() {
    return bootId;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  int lastNumber() {
    return entries.size();
  }

  /// The length of the file up to the end of its last whole line, as it was read.
  long wholeBytes() {
    return wholeBytes;
  }

  void clear(String newBootId) {
    bootId = newBootId;
    entries.clear();
    wholeBytes = 0;
  }

  /// Adds what a line says.
  ///
  /// @throws IllegalArgumentException when it does not fit to what came before
  Entry add(JournalLine line) {
    return switch (line) {
      case JournalLine.Intent(var number, var change) -> {
        if (number != entries.size() + 1) {
          throw new IllegalArgumentException(
              "change " + number + " comes where " + (entries.size() + 1) + " belongs");
        }
        var made = new Entry(number, change, Entry.State.INTENDED, Optional.empty());
        entries.add(made);
        yield made;
      }
      case JournalLine.Made made -> follow(made.number(), line);
      case JournalLine.NotMade notMade -> follow(notMade.number(), line);
      case JournalLine.TakenBack takenBack -> follow(takenBack.number(), line);
    };
  }

  private Entry follow(int number, JournalLine line) {
    if (number > entries.size()) {
      throw new IllegalArgumentException("there is no change " + number + " before it");
    }
    var entry = entries.get(number - 1).with(line);
    entries.set(number - 1, entry);
    return entry;
  }
}
