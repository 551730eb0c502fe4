package org.isolctl.app.guard;

import org.isolctl.model.guard.Watched;
import org.isolctl.model.thread.ThreadClass;
import tools.jackson.core.JsonGenerator;

/// The status as JSON, schema `isolctl/guard/1`.
final class StatusJson {
  private StatusJson() {}

  static String render(Status status) {
    return JsonLine.of(json -> {
      json.writeStringProperty("schema", "isolctl/guard/1");
      json.writeStringProperty("version", status.version());
      json.writeNumberProperty("pid", status.pid());
      json.writeStringProperty("since", status.since().toString());
      json.writeStringProperty("isolated", status.snapshot().isolated().toList());
      json.writeBooleanProperty("hearing", status.snapshot().hearing());
      counters(json, status);
      reactions(json, status.reactions());
      threads(json, status);
    })
        + "\n";
  }

  private static void counters(JsonGenerator json, Status status) {
    json.writeObjectPropertyStart("counters");
    status.counters().forEach((counter, count) -> json.writeNumberProperty(counter.label(), count));
    json.writeEndObject();
    json.writeObjectPropertyStart("refusals");
    status.refusals().forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  private static void reactions(JsonGenerator json, ReactionTimes times) {
    json.writeObjectPropertyStart("reaction_nanos");
    json.writeNumberProperty("count", times.total());
    json.writeNumberProperty("sum", times.sumNanos());
    json.writeNumberProperty("max", times.maxNanos());
    json.writeNumberProperty("latest", times.latest().size());
    json.writeNumberProperty("p50", times.quantileNanos(0.5));
    json.writeNumberProperty("p99", times.quantileNanos(0.99));
    json.writeArrayPropertyStart("buckets");
    for (int i = 0; i < times.counts().size(); i++) {
      json.writeStartObject();
      if (i < ReactionTimes.BOUNDS_NANOS.size()) {
        json.writeNumberProperty("at_most", ReactionTimes.BOUNDS_NANOS.get(i));
      }
      json.writeNumberProperty("count", times.counts().get(i));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void threads(JsonGenerator json, Status status) {
    json.writeArrayPropertyStart("threads");
    status
        .threads()
        .forEach((group, count) -> {
          json.writeStartObject();
          json.writeStringProperty("class", group.threadClass());
          json.writeStringProperty("standing", group.standing());
          json.writeNumberProperty("count", count);
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeArrayPropertyStart("strays");
    status.snapshot().strays().forEach(thread -> stray(json, thread));
    json.writeEndArray();
  }

  private static void stray(JsonGenerator json, Watched thread) {
    json.writeStartObject();
    json.writeNumberProperty("tid", thread.tid());
    json.writeStringProperty("comm", thread.comm());
    json.writeStringProperty(
        "class", thread.threadClass().map(ThreadClass::label).orElse("unknown"));
    json.writeStringProperty("standing", thread.standing().label());
    json.writeStringProperty("mask", thread.mask().toList());
    json.writeEndObject();
  }
}
