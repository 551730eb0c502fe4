package org.isolctl.host.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.facts.Reading;

/// What a capture says beyond the files in it: which were looked for in vain and why, and what
/// every folder held. Written last, so that a capture without it is known to be cut short.
///
/// @param failed files that could not be read
record ReadingIndex(
    Map<String, Reading<byte[]>> failed,
    Map<String, Reading<List<String>>> names,
    Map<String, Reading<List<String>>> folders) {
  static final String ENTRY = "isolctl/readings";
  private static final String HEADER = "isolctl-readings 1";

  String write() {
    var text = new StringBuilder(HEADER).append('\n');
    failed.forEach((path, reading) -> line(text, "file", path, reading.parse(_ -> List.of())));
    names.forEach((path, reading) -> line(text, "names", path, reading));
    folders.forEach((path, reading) -> line(text, "folders", path, reading));
    return text.toString();
  }

  private static void line(
      StringBuilder text, String kind, String path, Reading<List<String>> reading) {
    var fields = ReadingLine.write(reading);
    fields.addFirst(path);
    fields.addFirst(kind);
    text.append(TabbedLine.join(fields)).append('\n');
  }

  /// Reads what {@link #write} wrote.
  ///
  /// @throws IllegalArgumentException naming the line that is wrong
  static ReadingIndex parse(String text) {
    var failed = new LinkedHashMap<String, Reading<byte[]>>();
    var names = new LinkedHashMap<String, Reading<List<String>>>();
    var folders = new LinkedHashMap<String, Reading<List<String>>>();
    IndexText.read(
        text,
        HEADER,
        fields -> {
          if (fields.size() < 3) {
            throw new IllegalArgumentException("incomplete");
          }
          var path = fields.get(1);
          var reading = ReadingLine.read(path, fields.subList(2, fields.size()));
          switch (fields.getFirst()) {
            case "file" -> failed.put(path, reading.parse(_ -> new byte[0]));
            case "names" -> names.put(path, reading);
            case "folders" -> folders.put(path, reading);
            default ->
                throw new IllegalArgumentException("begins with '" + fields.getFirst() + "'");
          }
        });
    return new ReadingIndex(failed, names, folders);
  }
}
