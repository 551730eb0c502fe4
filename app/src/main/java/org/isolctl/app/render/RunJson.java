package org.isolctl.app.render;

import java.io.StringWriter;
import java.util.Collection;
import org.isolctl.model.run.Moved;
import org.isolctl.model.run.Placement;
import tools.jackson.core.JsonGenerator;

/// What came of moving a process as JSON, schema `isolctl/run/1` (docs/schema/run-1.json).
public final class RunJson {
  private RunJson() {}

  /// The whole answer.
  ///
  /// @param moved the threads that were not there already
  public static String render(int pid, String name, Placement placement, Collection<Moved> moved) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", "isolctl/run/1");
      json.writeNumberProperty("pid", pid);
      json.writeStringProperty("comm", name);
      json.writeStringProperty("cpus", placement.cpus().toList());
      placement.group().ifPresent(group -> json.writeStringProperty("cgroup", group));
      json.writeBooleanProperty("piles_up", placement.pilesUp());
      json.writeArrayPropertyStart("threads");
      moved.forEach(one -> write(json, one));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Moved moved) {
    json.writeStartObject();
    json.writeNumberProperty("tid", moved.tid());
    json.writeStringProperty("from", moved.from().toList());
    json.writeStringProperty("to", moved.wanted().toList());
    switch (moved.outcome()) {
      case Moved.There() -> json.writeStringProperty("outcome", "moved");
      case Moved.Gone() -> json.writeStringProperty("outcome", "gone");
      case Moved.Bent(var now) -> {
        json.writeStringProperty("outcome", "bent");
        json.writeStringProperty("now", now.toList());
      }
      case Moved.Refused(var why) -> {
        json.writeStringProperty("outcome", "refused");
        json.writeStringProperty("why", why);
      }
    }
    json.writeEndObject();
  }
}
