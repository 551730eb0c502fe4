package org.isolctl.host.act;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.TargetText;
import org.isolctl.model.plan.Value;

/// One line of a journal: fields separated by tabs, none of which can hold one.
sealed interface JournalLine {
  Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /// A change is about to be made.
  ///
  /// @param number counted from 1
  record Intent(int number, Change change) implements JournalLine {}

  /// The change was made, and this was read back.
  record Made(int number, Value now) implements JournalLine {}

  /// The change was not made: the machine refused, or the target went away.
  record NotMade(int number) implements JournalLine {}

  /// The change was taken back, or needs no taking back any more.
  record TakenBack(int number) implements JournalLine {}

  /// The line, without its end.
  default String print() {
    return switch (this) {
      case Intent(var number, var change) ->
          String.join(
              "\t",
              "change",
              Integer.toString(number),
              TargetText.print(change.target()),
              change.from().text(),
              change.to().text(),
              change.reason());
      case Made(var number, var now) -> "made\t" + number + "\t" + now.text();
      case NotMade(var number) -> "not-made\t" + number;
      case TakenBack(var number) -> "taken-back\t" + number;
    };
  }

  /// Reads a line back.
  ///
  /// @param values what a text of a value means: thousands of lines hold a handful of them
  /// @throws IllegalArgumentException saying what is wrong with it
  static JournalLine parse(String line, Function<String, Value> values) {
    var fields = List.of(line.split("\t", -1));
    int wanted =
        switch (fields.getFirst()) {
          case "change" -> 6;
          case "made" -> 3;
          case "not-made", "taken-back" -> 2;
          default -> throw new IllegalArgumentException("it does not begin with a known word");
        };
    if (fields.size() != wanted) {
      throw new IllegalArgumentException(
          "it has " + fields.size() + " fields where " + wanted + " belong");
    }
    int number = number(fields.get(1));
    return switch (fields.getFirst()) {
      case "change" ->
          new Intent(
              number,
              new Change(
                  TargetText.parse(fields.get(2)),
                  values.apply(fields.get(3)),
                  values.apply(fields.get(4)),
                  reason(fields.get(5))));
      case "made" -> new Made(number, values.apply(fields.get(2)));
      case "not-made" -> new NotMade(number);
      default -> new TakenBack(number);
    };
  }

  private static int number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no number of a change");
    }
    return Integer.parseInt(text);
  }

  /// A finding that this version does not know is no reason to refuse to take a change back.
  private static Optional<FindingCode> reason(String label) {
    for (FindingCode code : FindingCode.values()) {
      if (code.label().equals(label.toLowerCase(Locale.ROOT))) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
