package org.isolctl.app.render;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.isolctl.model.facts.WatchFacts;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.judge.Exemption;
import org.isolctl.model.judge.Gap;
import org.isolctl.model.judge.IsolationSource;
import org.isolctl.model.judge.Tenant;
import tools.jackson.core.JsonGenerator;

/// An audit as JSON, schema `isolctl/audit/1` (docs/schema/audit-1.json).
///
/// Sets of CPUs are cpulists in strings, what is unknown is absent and never null, and text is
/// ASCII: control characters and all else are escaped, so that it is safe on any terminal too.
public final class AuditJson {
  static final String SCHEMA = "isolctl/audit/1";

  private AuditJson() {}

  /// The whole answer, with a newline at its end.
  public static String render(Audit audit) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      machine(json, audit);
      json.writeArrayPropertyStart("findings");
      audit.findings().forEach(finding -> FindingJson.write(json, finding));
      json.writeEndArray();
      tenants(json, audit.tenants());
      exemptions(json, audit.exemptions());
      gaps(json, audit.gaps());
      json.writeArrayPropertyStart("advice");
      audit.advice().forEach(json::writeString);
      json.writeEndArray();
      audit.watch().ifPresent(watch -> watch(json, watch));
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void machine(JsonGenerator json, Audit audit) {
    json.writeStringProperty("schema", SCHEMA);
    json.writeStringProperty("verdict", audit.verdict().label());
    audit.kernel().ifPresent(kernel -> json.writeStringProperty("kernel", kernel));
    audit.possible().ifPresent(cpus -> json.writeStringProperty("possible", cpus.toList()));
    audit.online().ifPresent(cpus -> json.writeStringProperty("online", cpus.toList()));
    audit.bootLine().ifPresent(line -> json.writeStringProperty("boot_line", line));
    json.writeStringProperty("isolated", audit.isolated().all().toList());
    json.writeStringProperty("housekeeping", audit.housekeeping().toList());
    json.writeArrayPropertyStart("sources");
    audit.isolated().sources().forEach(source -> source(json, source));
    json.writeEndArray();
    json.writeObjectPropertyStart("threads");
    json.writeNumberProperty("seen", audit.threads().seen());
    json.writeNumberProperty("kernel", audit.threads().kernel());
    json.writeNumberProperty("stray", audit.threads().stray());
    json.writeEndObject();
  }

  private static void source(JsonGenerator json, IsolationSource source) {
    json.writeStartObject();
    json.writeStringProperty("kind", source.kind().label());
    json.writeStringProperty("cpus", source.cpus().toList());
    json.writeStringProperty("origin", source.origin());
    json.writeEndObject();
  }

  private static void tenants(JsonGenerator json, List<Tenant> tenants) {
    json.writeArrayPropertyStart("tenants");
    for (Tenant tenant : tenants) {
      json.writeStartObject();
      json.writeNumberProperty("tid", tenant.tid());
      json.writeNumberProperty("tgid", tenant.tgid());
      json.writeStringProperty("comm", tenant.comm());
      json.writeStringProperty("class", tenant.threadClass().label());
      json.writeStringProperty("mask", tenant.mask().toList());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void exemptions(JsonGenerator json, List<Exemption> exemptions) {
    json.writeArrayPropertyStart("exemptions");
    for (Exemption exemption : exemptions) {
      json.writeStartObject();
      json.writeStringProperty("reason", exemption.reason());
      json.writeName("finding");
      FindingJson.write(json, exemption.finding());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void gaps(JsonGenerator json, List<Gap> gaps) {
    json.writeArrayPropertyStart("gaps");
    for (Gap gap : gaps) {
      json.writeStartObject();
      json.writeStringProperty("reading", gap.reading());
      json.writeStringProperty("state", gap.state().label());
      json.writeStringProperty("needs", gap.needs());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void watch(JsonGenerator json, WatchFacts watch) {
    json.writeObjectPropertyStart("watch");
    json.writeNumberProperty("seconds", watch.duration().toMillis() / 1000.0);
    json.writeNumberProperty("samples", watch.samples());
    json.writeArrayPropertyStart("threads");
    for (WatchFacts.ThreadRun run : watch.threads()) {
      json.writeStartObject();
      json.writeNumberProperty("tid", run.tid());
      json.writeNumberProperty("cpu", run.cpu());
      json.writeNumberProperty("run_ns", run.runNanos());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("irqs");
    watch.irqs().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(irq -> irqCounts(json, irq.getKey(), irq.getValue()));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void irqCounts(JsonGenerator json, int irq, Map<Integer, Long> counts) {
    json.writeStartObject();
    json.writeNumberProperty("irq", irq);
    json.writeObjectPropertyStart("counts");
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(count ->
            json.writeNumberProperty(count.getKey().toString(), count.getValue().longValue()));
    json.writeEndObject();
    json.writeEndObject();
  }
}
