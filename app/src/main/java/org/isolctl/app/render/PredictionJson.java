package org.isolctl.app.render;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.predict.Comparison;
import org.isolctl.model.predict.Diagnostic;
import org.isolctl.model.predict.Fix;
import org.isolctl.model.predict.Prediction;
import tools.jackson.core.JsonGenerator;

/// Predictions as JSON, schema `isolctl/predict/1` (docs/schema/predict-1.json) and those of a
/// comparison and of a fix, which hold predictions.
public final class PredictionJson {
  static final String SCHEMA = "isolctl/predict/1";
  static final String COMPARE_SCHEMA = "isolctl/predict-compare/1";
  static final String FIX_SCHEMA = "isolctl/predict-fix/1";

  private PredictionJson() {}

  /// One prediction, with a newline at its end.
  public static String render(Prediction prediction, String bootLine) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      write(json, prediction, bootLine);
    }
    return text.append('\n').toString();
  }

  /// One prediction on one line.
  public static String renderLine(Prediction prediction, String bootLine) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.openLine(text)) {
      write(json, prediction, bootLine);
    }
    return text.append('\n').toString();
  }

  /// One boot line on several kernels, and what changes from each to the next.
  public static String render(Comparison comparison) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", COMPARE_SCHEMA);
      json.writeStringProperty("boot_line", comparison.bootLine());
      json.writeArrayPropertyStart("changes");
      for (var change : comparison.changes()) {
        json.writeStartObject();
        json.writeStringProperty("mask", change.mask());
        json.writeStringProperty("from", change.from().release());
        json.writeStringProperty("to", change.to().release());
        json.writeStringProperty("was", change.was().toList());
        json.writeStringProperty("is", change.is().toList());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("predictions");
      comparison
          .predictions()
          .forEach(prediction -> write(json, prediction, comparison.bootLine()));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /// A proposed boot line.
  public static String render(Fix fix, String bootLine, CpuSet wanted) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", FIX_SCHEMA);
      json.writeStringProperty("wanted", wanted.toList());
      json.writeStringProperty("boot_line", bootLine);
      json.writeStringProperty("fixed", fix.bootLine());
      strings(json, "remaining", fix.remaining());
      json.writeName("prediction");
      write(json, fix.prediction(), fix.bootLine());
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Prediction prediction, String bootLine) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("kernel", prediction.kernel().release());
    if (prediction.patched()) {
      json.writeBooleanProperty("patched", true);
    }
    json.writeStringProperty("boot_line", bootLine);
    strings(json, "assumptions", prediction.assumptions());
    json.writeStringProperty("possible", prediction.possible().toList());
    json.writeStringProperty("online", prediction.online().toList());
    json.writeStringProperty("isolated", prediction.isolated().toList());
    json.writeStringProperty("nohz_full", prediction.nohzFull().toList());
    json.writeStringProperty("rcu_nocbs", prediction.rcuNocbs().toList());
    json.writeObjectPropertyStart("housekeeping");
    prediction
        .housekeeping()
        .forEach((type, cpus) -> json.writeStringProperty(type.label(), cpus.toList()));
    json.writeEndObject();
    json.writeStringProperty("workqueue_unbound", prediction.workqueueUnbound().toList());
    json.writeStringProperty("irq_default", prediction.irqDefault().toList());
    json.writeObjectPropertyStart("threads");
    prediction
        .threads()
        .forEach((threads, cpus) -> json.writeStringProperty(threads.label(), cpus.toList()));
    json.writeEndObject();
    strings(json, "node_kthreads", prediction.nodeKthreads().stream().map(CpuSet::toList).toList());
    because(json, prediction.because());
    json.writeArrayPropertyStart("diagnostics");
    prediction.diagnostics().forEach(remark -> diagnostic(json, remark));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void because(JsonGenerator json, Map<String, List<String>> because) {
    json.writeObjectPropertyStart("because");
    because.forEach((mask, rules) -> strings(json, mask, rules));
    json.writeEndObject();
  }

  private static void diagnostic(JsonGenerator json, Diagnostic remark) {
    json.writeStartObject();
    json.writeStringProperty("severity", remark.level().label());
    json.writeStringProperty("code", remark.code().label());
    json.writeStringProperty("parameter", remark.parameter());
    json.writeNumberProperty("offset", remark.at().offset());
    json.writeNumberProperty("length", remark.at().length());
    json.writeStringProperty("message", remark.message());
    remark.instead().ifPresent(instead -> json.writeStringProperty("instead", instead));
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
