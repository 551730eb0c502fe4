package org.isolctl.app.render;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/// Lays JSON out so that `grep`, `diff` and `head` work on it: each member of the answer stands on
/// its own line, and so does each element of a member that is an array; what lies deeper stays on
/// that line.
final class CompactLines implements PrettyPrinter {
  private static final int LINES_TO_DEPTH = 2;

  private int depth;

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) {
    json.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    newline(json, 1);
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(':');
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    json.writeRaw(',');
    newline(json, 1);
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) {
    depth--;
    if (entries > 0) {
      newline(json, 0);
    }
    json.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) {
    json.writeRaw('[');
    depth++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    newline(json, LINES_TO_DEPTH);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    newline(json, LINES_TO_DEPTH);
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    depth--;
    if (values > 0) {
      newline(json, 1);
    }
    json.writeRaw(']');
  }

  /// A line break, but only at the given depth.
  private void newline(JsonGenerator json, int atDepth) {
    if (depth == atDepth) {
      json.writeRaw('\n');
      json.writeRaw(" ".repeat(depth));
    }
  }
}
