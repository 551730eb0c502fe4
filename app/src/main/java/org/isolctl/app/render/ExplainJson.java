package org.isolctl.app.render;

import java.io.StringWriter;
import java.util.List;
import org.isolctl.app.pages.Page;
import tools.jackson.core.JsonGenerator;

/// What `isolctl explain` has to say as JSON, schema `isolctl/explain/1`
/// (docs/schema/explain-1.json).
public final class ExplainJson {
  static final String SCHEMA = "isolctl/explain/1";

  private ExplainJson() {}

  /// What there is to explain.
  public static String list(List<Page> findings, List<Page> causes) {
    return answer(
        "list",
        json -> {
          summaries(json, "findings", findings);
          summaries(json, "causes", causes);
        });
  }

  private static void summaries(JsonGenerator json, String name, List<Page> pages) {
    json.writeArrayPropertyStart(name);
    for (Page page : pages) {
      json.writeStartObject();
      json.writeStringProperty("code", page.label());
      json.writeStringProperty("summary", page.summary());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// The page of a finding or a cause.
  public static String page(Page page) {
    return answer(
        "page",
        json -> {
          json.writeStringProperty("code", page.label());
          json.writeStringProperty("summary", page.summary());
          json.writeStringProperty("markdown", page.markdown());
        });
  }

  /// The story of a thread.
  public static String thread(ThreadStory story) {
    return answer("thread", json -> thread(json, story));
  }

  private static void thread(JsonGenerator json, ThreadStory story) {
    var thread = story.thread();
    json.writeNumberProperty("tid", thread.tid());
    json.writeNumberProperty("tgid", thread.tgid());
    thread.ppid().ifPresent(ppid -> json.writeNumberProperty("ppid", ppid));
    thread.comm().ifPresent(comm -> json.writeStringProperty("comm", comm));
    story.threadClass().ifPresent(it -> json.writeStringProperty("class", it.label()));
    thread.movable().ifPresent(movable -> json.writeBooleanProperty("movable", movable));
    story.lastCpu().ifPresent(cpu -> json.writeNumberProperty("last_cpu", cpu));
    story.mask().ifPresent(mask -> json.writeStringProperty("mask", mask.toList()));
    json.writeStringProperty("isolated", story.isolated().toList());
    json.writeStringProperty("judgement", story.judgement().label());
    story.exemption().ifPresent(one -> json.writeStringProperty("reason", one.reason()));
    json.writeArrayPropertyStart("findings");
    story.findings().forEach(finding -> FindingJson.write(json, finding));
    json.writeEndArray();
  }

  private static String answer(String kind, Content content) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("kind", kind);
      content.write(json);
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  @FunctionalInterface
  private interface Content {
    void write(JsonGenerator json);
  }
}
