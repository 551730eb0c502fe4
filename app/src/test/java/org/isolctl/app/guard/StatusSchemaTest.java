package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.isolctl.model.guard.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusSchemaTest {
  private static final String TEXT = text();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  private static String text() {
    try (var in = StatusSchemaTest.class.getResourceAsStream("/schema/guard-1.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aStatusFitsThePublishedSchema() {
    assertThat(SCHEMA.validate(StatusJson.render(Statuses.busy()), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"hearing\":true=\"hearing\":1",
        "\"isolated\":\"2-3\"=\"isolated\":\"2 to 3\"",
        "\"contested\"=\"contest\"",
        "\"pid\":4711=\"pid\":-1"
      })
  void theSchemaRefusesWhatIsNoStatus(String change) {
    int middle = change.indexOf('=');
    var status = StatusJson.render(Statuses.busy());
    var changed = status.replace(change.substring(0, middle), change.substring(middle + 1));

    assertThat(changed).isNotEqualTo(status);
    assertThat(SCHEMA.validate(changed, InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void theSchemaKnowsEveryStanding(Standing standing) {
    assertThat(TEXT).contains("\"" + standing.label() + "\"");
  }

  @ParameterizedTest
  @EnumSource(Counter.class)
  void theSchemaKnowsEveryCounter(Counter counter) {
    assertThat(TEXT).contains("\"" + counter.label() + "\": {");
  }
}
