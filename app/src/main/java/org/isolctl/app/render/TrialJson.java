package org.isolctl.app.render;

import java.io.StringWriter;
import java.util.List;
import org.isolctl.model.measure.Conformity;
import org.isolctl.model.measure.Measurement.Share;
import org.isolctl.model.measure.Row;
import tools.jackson.core.JsonGenerator;

/// A trial as JSON, schema `isolctl/try/1` (docs/schema/try-1.json).
public final class TrialJson {
  static final String SCHEMA = "isolctl/try/1";

  private TrialJson() {}

  /// The whole answer, with a newline at its end.
  public static String render(
      Conformity trial, String bootLine, List<String> remarks, List<String> notes) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("verdict", trial.holds() ? "as-predicted" : "differs");
      json.writeStringProperty("kernel", trial.measurement().kernel().release());
      json.writeStringProperty("boot_line", bootLine);
      strings(json, "remarks", remarks);
      json.writeArrayPropertyStart("masks");
      trial.rows().forEach(row -> row(json, row));
      json.writeEndArray();
      strings(json, "log", notes);
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void row(JsonGenerator json, Row row) {
    json.writeStartObject();
    json.writeStringProperty("name", row.name());
    row.predicted().ifPresent(cpus -> json.writeStringProperty("predicted", cpus.toList()));
    json.writeArrayPropertyStart("measured");
    row.measured().forEach(share -> share(json, row, share));
    json.writeEndArray();
    json.writeBooleanProperty("holds", row.holds());
    json.writeEndObject();
  }

  private static void share(JsonGenerator json, Row row, Share share) {
    json.writeStartObject();
    json.writeStringProperty("mask", share.mask().toList());
    strings(json, "threads", share.names());
    row.known().stream()
        .filter(known -> known.share().equals(share))
        .findFirst()
        .ifPresent(known -> {
          json.writeStringProperty("known_as", known.gap().id());
          json.writeStringProperty("because", known.gap().reason());
        });
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
