package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.app.render.PlanJson;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.plan.TargetText;
import org.isolctl.model.plan.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads a plan that `isolctl plan -o` wrote. Members that it does not need are passed over.
final class PlanFile {
  private static final long MOST_BYTES = 64L << 20;

  private final Map<String, String> texts = new HashMap<>();
  private final List<Map<String, String>> changes = new ArrayList<>();
  private boolean childrenInherit;

  private PlanFile() {}

  /// The plan in a file.
  ///
  /// @throws CommandException when the file cannot be read or is no plan
  static Plan read(Path path) {
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw CommandException.usage(path + " is larger than any plan.");
      }
      return parse(Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw CommandException.unfinished(
          "cannot read the plan " + path + ": " + IoReasons.of(e) + ".", e);
    } catch (JacksonException e) {
      throw CommandException.usage(path + " is no JSON: " + e.getOriginalMessage() + ".");
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(
          path + " is no plan of isolctl plan -o: " + e.getMessage() + ".");
    }
  }

  /// @throws IllegalArgumentException when it is no plan
  /// @throws JacksonException when it is no JSON
  static Plan parse(String text) {
    var file = new PlanFile();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      file.top(json);
    }
    return file.plan();
  }

  private void top(JsonParser json) {
    expect(json.nextToken(), JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("changes")) {
        expect(value, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
          changes.add(strings(json));
        }
      } else if (value == JsonToken.VALUE_STRING) {
        texts.put(name, json.getString());
      } else if (name.equals("children_inherit")) {
        childrenInherit = value == JsonToken.VALUE_TRUE;
      } else {
        json.skipChildren();
      }
    }
  }

  private static Map<String, String> strings(JsonParser json) {
    var strings = new HashMap<String, String>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        strings.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return strings;
  }

  private static void expect(JsonToken token, JsonToken wanted) {
    if (token != wanted) {
      throw new IllegalArgumentException("it is not built like one");
    }
  }

  private Plan plan() {
    if (!PlanJson.SCHEMA.equals(texts.get("schema"))) {
      throw new IllegalArgumentException("its schema is not " + PlanJson.SCHEMA);
    }
    return new Plan(
        Optional.ofNullable(texts.get("kernel")),
        CpuSet.parseList(need(texts, "isolated")),
        CpuSet.parseList(need(texts, "housekeeping")),
        childrenInherit,
        changes.stream().map(PlanFile::change).toList(),
        List.of());
  }

  private static Change change(Map<String, String> members) {
    return new Change(
        TargetText.parse(need(members, "id")),
        Value.parse(need(members, "from")),
        Value.parse(need(members, "to")),
        code(need(members, "because")));
  }

  private static Optional<FindingCode> code(String label) {
    for (FindingCode code : FindingCode.values()) {
      if (code.label().equals(label)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static String need(Map<String, String> members, String name) {
    return Optional.ofNullable(members.get(name))
        .orElseThrow(() -> new IllegalArgumentException("the member '" + name + "' is lacking"));
  }
}
