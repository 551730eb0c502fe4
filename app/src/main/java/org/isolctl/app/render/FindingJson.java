package org.isolctl.app.render;

import java.util.List;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;
import tools.jackson.core.JsonGenerator;

/// One finding as a JSON object.
final class FindingJson {
  private FindingJson() {}

  static void write(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("code", finding.code().label());
    json.writeStringProperty("severity", finding.severity().label());
    json.writeName("subject");
    subject(json, finding.subject());
    finding.mask().ifPresent(mask -> json.writeStringProperty("mask", mask.toList()));
    json.writeStringProperty("reach", finding.reach().toList());
    finding.grade().ifPresent(grade -> json.writeStringProperty("grade", grade.label()));
    finding.cause().ifPresent(cause -> json.writeStringProperty("cause", cause.label()));
    json.writeBooleanProperty("movable", finding.movable());
    json.writeStringProperty("because", finding.because());
    json.writeName("remedy");
    remedy(json, finding.remedy());
    json.writeArrayPropertyStart("readings");
    finding.readings().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void subject(JsonGenerator json, Subject subject) {
    json.writeStartObject();
    switch (subject) {
      case Subject.OfThread(int tid, String comm, ThreadClass threadClass) -> {
        json.writeStringProperty("kind", "thread");
        json.writeNumberProperty("tid", tid);
        json.writeStringProperty("comm", comm);
        json.writeStringProperty("class", threadClass.label());
      }
      case Subject.OfProcess(int tgid, String comm, List<Integer> tids) -> {
        json.writeStringProperty("kind", "process");
        json.writeNumberProperty("tgid", tgid);
        json.writeStringProperty("comm", comm);
        json.writeArrayPropertyStart("tids");
        tids.forEach(tid -> json.writeNumber(tid.intValue()));
        json.writeEndArray();
      }
      case Subject.OfIrq(int number, String name) -> {
        json.writeStringProperty("kind", "irq");
        json.writeNumberProperty("number", number);
        json.writeStringProperty("name", name);
      }
      case Subject.OfWorkqueue(String name) -> named(json, "workqueue", "name", name);
      case Subject.OfCpus(var cpus) -> named(json, "cpus", "cpus", cpus.toList());
      case Subject.OfQueue(String device, String queue) -> {
        named(json, "queue", "device", device);
        json.writeStringProperty("queue", queue);
      }
      case Subject.OfPartition(String path) -> named(json, "partition", "path", path);
      case Subject.OfBootWord(String word, int offset) -> {
        named(json, "boot-word", "word", word);
        json.writeNumberProperty("offset", offset);
      }
      case Subject.OfSetting(String name) -> named(json, "setting", "name", name);
    }
    json.writeEndObject();
  }

  private static void named(JsonGenerator json, String kind, String property, String value) {
    json.writeStringProperty("kind", kind);
    json.writeStringProperty(property, value);
  }

  private static void remedy(JsonGenerator json, Remedy remedy) {
    json.writeStartObject();
    remedy.now().ifPresent(now -> json.writeStringProperty("now", now));
    remedy.lasting().ifPresent(lasting -> json.writeStringProperty("lasting", lasting));
    remedy.otherwise().ifPresent(reason -> json.writeStringProperty("otherwise", reason));
    json.writeEndObject();
  }
}
