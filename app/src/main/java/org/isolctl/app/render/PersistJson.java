package org.isolctl.app.render;

import java.io.StringWriter;
import org.isolctl.model.persist.FileChange;
import org.isolctl.model.persist.Persistence;
import tools.jackson.core.JsonGenerator;

/// What is done to boot loaders' files as JSON, schema `isolctl/persist/1`
/// (docs/schema/persist-1.json).
public final class PersistJson {
  private PersistJson() {}

  /// The whole answer.
  ///
  /// @param why this loader was taken
  /// @param wrote whether the files were written
  /// @param ran whether what must follow was done too
  public static String render(Persistence plan, String why, boolean wrote, boolean ran) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", "isolctl/persist/1");
      json.writeStringProperty("loader", plan.loader().label());
      json.writeStringProperty("why", why);
      json.writeNumberProperty(
          "written",
          wrote ? plan.changes().stream().filter(change -> !change.isNothing()).count() : 0);
      plan.next().filter(_ -> !ran).ifPresent(next -> json.writeStringProperty("next", next));
      json.writeArrayPropertyStart("files");
      plan.changes().forEach(change -> write(json, change));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, FileChange change) {
    json.writeStartObject();
    json.writeStringProperty("path", change.path());
    json.writeStringProperty("action", change.action());
    change.before().ifPresent(before -> json.writeStringProperty("before", before));
    change.after().ifPresent(after -> json.writeStringProperty("after", after));
    json.writeEndObject();
  }
}
