package org.isolctl.app.render;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.isolctl.model.judge.Verdict;
import org.isolctl.model.plan.Result;
import tools.jackson.core.JsonGenerator;

/// What came of changes as JSON, schemas `isolctl/apply/1` and `isolctl/undo/1` (docs/schema).
public final class ResultsJson {
  private ResultsJson() {}

  /// What `apply` did.
  ///
  /// @param after the verdict of a look at the machine afterwards
  public static String apply(List<Result> results, Verdict after, String journal) {
    return render("isolctl/apply/1", results, Optional.of(after), journal);
  }

  /// What `undo` did.
  public static String undo(List<Result> results, String journal) {
    return render("isolctl/undo/1", results, Optional.empty(), journal);
  }

  private static String render(
      String schema, List<Result> results, Optional<Verdict> after, String journal) {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.open(text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", schema);
      json.writeNumberProperty("written", count(results, result -> result.outcome().wrote()));
      json.writeNumberProperty("refused", count(results, result -> result.outcome().refused()));
      json.writeNumberProperty("failed", count(results, result -> result.outcome().failed()));
      after.ifPresent(verdict -> json.writeStringProperty("verdict", verdict.label()));
      json.writeStringProperty("journal", journal);
      json.writeArrayPropertyStart("changes");
      results.forEach(result -> ChangeJson.result(json, result));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static int count(List<Result> results, Predicate<Result> wanted) {
    return (int) results.stream().filter(wanted).count();
  }
}
