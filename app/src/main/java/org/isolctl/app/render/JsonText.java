package org.isolctl.app.render;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// How all JSON of this command is written.
final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonText() {}

  static JsonGenerator open(Writer text) {
    return FACTORY.createGenerator(
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return new CompactLines();
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        },
        text);
  }

  /// The same on one line, for answers that are one object per line.
  static JsonGenerator openLine(Writer text) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), text);
  }
}
