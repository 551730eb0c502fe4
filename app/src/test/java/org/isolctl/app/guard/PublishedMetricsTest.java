package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What the alert rules and the dashboard ask for is what the guard publishes.
class PublishedMetricsTest {
  private static final Path FOLDER = Path.of("..", "packaging", "prometheus");
  private static final String PREFIX = "isolctl_guard_";
  private static final Pattern NAME = Pattern.compile(PREFIX + "[a-z_]+");

  private static List<String> names(String text) {
    return List.copyOf(
        new TreeSet<>(NAME.matcher(text).results().map(MatchResult::group).toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"isolctl-guard.rules.yml", "isolctl-guard.dashboard.json"})
  void everyMetricThatIsAskedForIsThere(String file) throws IOException {
    var asked = names(Files.readString(FOLDER.resolve(file)));

    assertThat(asked).hasSizeGreaterThan(4);
    assertThat(names(MetricsText.render(Statuses.busy()))).containsAll(asked);
  }

  @Test
  void theDashboardIsWellFormedAndEveryPanelAsksForSomething() throws IOException {
    var panels =
        JsonMapper.shared()
            .readTree(Files.readString(FOLDER.resolve("isolctl-guard.dashboard.json")))
            .path("panels");

    assertThat(panels.size()).isPositive();
    panels.forEach(panel ->
        assertThat(panel.path("targets").path(0).path("expr").asString()).contains(PREFIX));
  }
}
