package org.isolctl.host.capture;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.model.facts.Reading;

/// The state of a reading, and what goes with it, as fields of a line.
final class ReadingLine {
  private static final String PRESENT = "present";
  private static final String ABSENT = "absent";
  private static final String DENIED = "denied";
  private static final String MALFORMED = "malformed";

  private ReadingLine() {}

  static List<String> write(Reading<List<String>> reading) {
    var fields = new ArrayList<String>();
    switch (reading) {
      case Reading.Present<List<String>>(_, var values) -> {
        fields.add(PRESENT);
        fields.addAll(values);
      }
      case Reading.Absent<List<String>> _ -> fields.add(ABSENT);
      case Reading.Denied<List<String>>(_, var needs) -> fields.addAll(List.of(DENIED, needs));
      case Reading.Malformed<List<String>>(_, var problem) ->
          fields.addAll(List.of(MALFORMED, problem));
    }
    return fields;
  }

  /// The reading that {@link #write} wrote.
  ///
  /// @throws IllegalArgumentException when it did not
  static Reading<List<String>> read(String source, List<String> fields) {
    var rest = fields.isEmpty() ? fields : List.copyOf(fields.subList(1, fields.size()));
    return switch (fields.isEmpty() ? "" : fields.getFirst()) {
      case PRESENT -> Reading.present(source, rest);
      case ABSENT -> Reading.absent(source);
      case DENIED -> Reading.denied(source, String.join(" ", rest));
      case MALFORMED -> Reading.malformed(source, String.join(" ", rest));
      default -> throw new IllegalArgumentException("no state of a reading");
    };
  }
}
