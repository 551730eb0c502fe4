package org.isolctl.app.render;

import java.io.StringWriter;
import java.util.List;
import org.isolctl.model.rules.Backport;
import org.isolctl.model.rules.Evidence;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.Rule;
import tools.jackson.core.JsonGenerator;

/// The rules as JSON, schema `isolctl/rules/1` (docs/schema/rules-1.json).
public final class RulesJson {
  static final String SCHEMA = "isolctl/rules/1";

  private RulesJson() {}

  /// The rules, with a newline at the end.
  public static String render(List<Rule> rules) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("oldest_read", KernelRules.OLDEST_READ.toString());
      json.writeStringProperty("newest_read", KernelRules.NEWEST_READ.toString());
      json.writeArrayPropertyStart("rules");
      rules.forEach(rule -> rule(json, rule));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void rule(JsonGenerator json, Rule rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    json.writeStringProperty("subject", rule.subject().text());
    json.writeStringProperty("since", rule.versions().from().toString());
    rule.versions().until().ifPresent(end -> json.writeStringProperty("until", end.toString()));
    series(json, "also_in", rule.versions().early());
    series(json, "not_in", rule.versions().lost());
    json.writeStringProperty("says", rule.says());
    json.writeObjectPropertyStart("source");
    json.writeStringProperty("file", rule.source().file());
    json.writeStringProperty("versions", rule.source().versions());
    json.writeEndObject();
    json.writeObjectPropertyStart("evidence");
    switch (rule.evidence()) {
      case Evidence.Measured(var kernels) -> json.writeStringProperty("measured_on", kernels);
      case Evidence.SourceOnly(var why) -> json.writeStringProperty("source_only", why);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void series(JsonGenerator json, String name, List<Backport> series) {
    if (!series.isEmpty()) {
      json.writeArrayPropertyStart(name);
      series.forEach(one -> json.writeString(one.toString()));
      json.writeEndArray();
    }
  }
}
