package org.isolctl.app.render;

import java.io.StringWriter;
import org.isolctl.app.kernelpatch.PatchedTree;
import org.isolctl.model.kernelpatch.Place;
import tools.jackson.core.JsonGenerator;

/// The answer of `isolctl kernel-patch` as JSON, schema `isolctl/kernel-patch/1`
/// (docs/schema/kernel-patch-1.json).
public final class KernelPatchJson {
  static final String SCHEMA = "isolctl/kernel-patch/1";

  private KernelPatchJson() {}

  /// The whole answer, with a newline at its end.
  ///
  /// @param tree as the user named it
  /// @param written whether the tree was changed, or only looked at
  public static String render(String tree, PatchedTree patched, boolean written) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("tree", tree);
      json.writeStringProperty("kernel", patched.version().release());
      json.writeBooleanProperty("written", written);
      json.writeArrayPropertyStart("patches");
      patched.patches().forEach(patch -> json.writeString(patch.script()));
      json.writeEndArray();
      json.writeArrayPropertyStart("places");
      patched.places().forEach(place -> place(json, place));
      json.writeEndArray();
      json.writeStringProperty("diff", patched.diff());
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void place(JsonGenerator json, Place place) {
    json.writeStartObject();
    json.writeStringProperty("file", place.file());
    json.writeStringProperty("purpose", place.purpose());
    json.writeNumberProperty("count", place.count());
    json.writeEndObject();
  }
}
