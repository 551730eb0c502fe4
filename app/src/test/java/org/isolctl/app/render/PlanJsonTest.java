package org.isolctl.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.isolctl.model.judge.Verdict;
import org.isolctl.model.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanJsonTest {
  private static final String JOURNAL = "/run/isolctl/journal";

  static Stream<Plan> plans() {
    return Stream.of(Plans.plan(true), Plans.plan(false), Plans.empty());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyPlanFitsThePublishedSchema(Plan plan) {
    assertThat(schema("plan-1").validate(PlanJson.render(plan), InputFormat.JSON)).isEmpty();
  }

  @Test
  void everyResultFitsThePublishedSchema() {
    for (var results : List.of(Plans.results(), Plans.results().subList(0, 0))) {
      var applied = ResultsJson.apply(results, Verdict.INTACT, JOURNAL);
      var undone = ResultsJson.undo(results, JOURNAL);

      assertThat(schema("apply-1").validate(applied, InputFormat.JSON)).isEmpty();
      assertThat(schema("undo-1").validate(undone, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void theSchemasRefuseWhatIsNoAnswer() {
    var plan = PlanJson.render(Plans.plan(true)).replace("\"from\":\"0-3\"", "\"from\":\"Some\"");
    var applied =
        ResultsJson.apply(Plans.results(), Verdict.INTACT, JOURNAL)
            .replace("\"outcome\":\"gone\"", "\"outcome\":\"lost\"");

    assertThat(schema("plan-1").validate(plan, InputFormat.JSON)).isNotEmpty();
    assertThat(schema("apply-1").validate(applied, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void aChangeIsToldInFull() {
    JsonNode change = parse(PlanJson.render(Plans.plan(true))).path("changes").path(0);

    assertThat(change.toString())
        .isEqualTo(
            """
            {"id":"thread 2 4 kthreadd","target":"thread 2 kthreadd","how":"sched_setaffinity",\
            "from":"0-3","to":"0-1","because":"kthread-stray","lasts":"until the thread ends",\
            "verify":"Cpus_allowed_list in /proc/2/status"}\
            """);
  }

  @Test
  void writesRefusalsAndFailuresAreCounted() {
    JsonNode json = parse(ResultsJson.apply(Plans.results(), Verdict.VIOLATED, JOURNAL));

    assertThat(json.path("written").asInt()).isEqualTo(3);
    assertThat(json.path("refused").asInt()).isEqualTo(3);
    assertThat(json.path("failed").asInt()).isEqualTo(3);
    assertThat(json.path("verdict").asString()).isEqualTo("violated");
    assertThat(json.path("changes").path(6).path("remark").asString())
        .isEqualTo("EPERM: the capability CAP_SYS_NICE is lacking");
  }

  @Test
  void hostileNamesAreEscaped() {
    assertThat(PlanJson.render(Plans.plan(true)))
        .contains("\"thread 31 40 a%1b[2J%0ab\"")
        .doesNotContain("\u001b");
  }

  private static JsonNode parse(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static Schema schema(String name) {
    try (InputStream in = PlanJsonTest.class.getResourceAsStream("/schema/" + name + ".json")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
