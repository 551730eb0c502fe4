package org.isolctl.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.thread.ThreadClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Also lends the published schema to other tests.
public class AuditJsonTest {
  static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schemaText(), InputFormat.JSON);

  static Stream<Audit> audits() {
    return Stream.of(
        Audits.violated(),
        Audits.intact(),
        Audits.notIsolated(),
        Audits.undecided(),
        Audits.withName("a\u001b[2J\n\"\u009b\u202e\uFFFD"));
  }

  /// Fails unless the text is what docs/schema/audit-1.json describes.
  public static void assertFitsTheSchema(String json) {
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("audits")
  void everyAuditFitsThePublishedSchema(Audit audit) {
    assertFitsTheSchema(AuditJson.render(audit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"verdict\":\"intact\"=\"verdict\":\"fine\"",
        "\"isolated\":\"2-3\"=\"isolated\":\"2 to 3\"",
        "\"advice\":[]=\"advise\":[]",
        "\"kernel\":88=\"kernel\":null"
      })
  void theSchemaRefusesWhatIsNoAudit(String change) {
    int middle = change.indexOf('=');
    String changed =
        AuditJson.render(Audits.intact())
            .replace(change.substring(0, middle), change.substring(middle + 1));

    assertThat(changed).isNotEqualTo(AuditJson.render(Audits.intact()));
    assertThat(SCHEMA.validate(changed, InputFormat.JSON)).isNotEmpty();
  }

  /// A new code that the schema does not know would only show in an audit that finds it.
  @Test
  void theSchemaKnowsEveryWordOfTheModel() {
    JsonNode definitions = parse(schemaText()).get("$defs");
    JsonNode finding = definitions.get("finding").get("properties");

    assertThat(words(finding.get("code")))
        .isEqualTo(labels(FindingCode.values(), FindingCode::label));
    assertThat(words(finding.get("cause"))).isEqualTo(labels(Cause.values(), Cause::label));
    assertThat(words(finding.get("grade"))).isEqualTo(labels(Grade.values(), Grade::label));
    assertThat(words(finding.get("severity")))
        .isEqualTo(labels(Severity.values(), Severity::label));
    assertThat(words(definitions.get("class")))
        .isEqualTo(labels(ThreadClass.values(), ThreadClass::label));
  }

  private static Set<String> words(JsonNode enumeration) {
    return enumeration
        .get("enum")
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  private static <E> Set<String> labels(E[] values, Function<E, String> label) {
    return Arrays.stream(values).map(label).collect(Collectors.toSet());
  }

  @Test
  void leavesOutWhatIsUnknown() {
    JsonNode json = parse(AuditJson.render(Audits.notIsolated()));

    assertThat(json.has("kernel")).isFalse();
    assertThat(json.has("possible")).isFalse();
    assertThat(json.has("watch")).isFalse();
    assertThat(json.get("isolated").asString()).isEmpty();
    assertThat(json.get("online").asString()).isEqualTo("0-3");
  }

  @Test
  void tellsAFindingInFull() {
    JsonNode finding = parse(AuditJson.render(Audits.violated())).get("findings").get(0);

    assertThat(finding.toString())
        .isEqualTo(
            """
            {"code":"user-stray","severity":"critical",\
            "subject":{"kind":"thread","tid":812,"comm":"node_exporter","class":"user"},\
            "mask":"0-3","reach":"2-3","grade":"did-run","cause":"user-inherited","movable":true,\
            "because":"This kernel gives every thread of its class all CPUs, whatever isolcpus= \
            says.","remedy":{"now":"sched_setaffinity 0-1","lasting":"boot with nohz_full=2-3"},\
            "readings":["sched_getaffinity","/proc/812/stat"]}\
            """);
  }

  @Test
  void keepsANameExactlyAndSafelyAtOnce() {
    String hostile = "a\u001b[2J\n\"\u009b\u202eb";
    String json = AuditJson.render(Audits.withName(hostile));

    assertThat(parse(json).get("findings").get(0).get("subject").get("comm").asString())
        .isEqualTo(hostile);
    assertThat(json.chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
  }

  @Test
  void putsEachFindingOnALineOfItsOwn() {
    Audit audit = Audits.violated();

    assertThat(AuditJson.render(audit).lines().filter(line -> line.startsWith("  {\"code\":")))
        .hasSize(audit.findings().size());
  }

  static JsonNode parse(String json) {
    return JsonMapper.builder().build().readTree(json);
  }

  private static String schemaText() {
    try (InputStream in = AuditJsonTest.class.getResourceAsStream("/schema/audit-1.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
