package org.isolctl.app.render;

import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Left;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.TargetText;
import tools.jackson.core.JsonGenerator;

/// Changes, their results, and what is left, as JSON objects.
final class ChangeJson {
  private ChangeJson() {}

  static void change(JsonGenerator json, Change change) {
    json.writeStartObject();
    members(json, change);
    json.writeEndObject();
  }

  static void result(JsonGenerator json, Result result) {
    json.writeStartObject();
    members(json, result.change());
    json.writeStringProperty("outcome", result.outcome().label());
    if (!result.outcome().remark().isEmpty()) {
      json.writeStringProperty("remark", result.outcome().remark());
    }
    json.writeEndObject();
  }

  private static void members(JsonGenerator json, Change change) {
    json.writeStringProperty("id", TargetText.print(change.target()));
    json.writeStringProperty("target", change.target().title());
    json.writeStringProperty("how", change.target().how());
    json.writeStringProperty("from", change.from().text());
    json.writeStringProperty("to", change.to().text());
    json.writeStringProperty("because", change.reason());
    json.writeStringProperty("lasts", change.target().lasts());
    json.writeStringProperty("verify", change.target().verify());
  }

  static void left(JsonGenerator json, Plan plan) {
    json.writeArrayPropertyStart("left");
    for (Left left : plan.left()) {
      json.writeStartObject();
      json.writeStringProperty("subject", SubjectText.name(left.subject()));
      json.writeStringProperty("because", left.because().label());
      json.writeStringProperty("reason", left.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
