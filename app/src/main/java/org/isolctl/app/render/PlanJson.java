package org.isolctl.app.render;

import java.io.StringWriter;
import org.isolctl.model.plan.Plan;
import tools.jackson.core.JsonGenerator;

/// A plan as JSON, schema `isolctl/plan/1` (docs/schema/plan-1.json); it is also the file that
/// `isolctl apply FILE` takes.
public final class PlanJson {
  /// The value of the member `schema`.
  public static final String SCHEMA = "isolctl/plan/1";

  private PlanJson() {}

  /// The whole answer, with a newline at its end.
  public static String render(Plan plan) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      plan.kernel().ifPresent(kernel -> json.writeStringProperty("kernel", kernel));
      json.writeStringProperty("isolated", plan.isolated().toList());
      json.writeStringProperty("housekeeping", plan.housekeeping().toList());
      json.writeBooleanProperty("children_inherit", plan.childrenInherit());
      json.writeArrayPropertyStart("changes");
      plan.changes().forEach(change -> ChangeJson.change(json, change));
      json.writeEndArray();
      ChangeJson.left(json, plan);
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }
}
