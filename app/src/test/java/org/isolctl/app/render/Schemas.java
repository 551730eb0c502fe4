package org.isolctl.app.render;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The published schemas, for tests to hold answers against.
public final class Schemas {
  private Schemas() {}

  /// What a schema objects to in an answer; nothing where it fits.
  ///
  /// @param name for instance `predict-1`
  public static List<String> objections(String name, String answer) {
    return schema(name).validate(answer, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Schema schema(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream("/schema/" + name + ".json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8),
              InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
