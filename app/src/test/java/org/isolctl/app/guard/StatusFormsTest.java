package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatusFormsTest {
  private static final Pattern SAMPLE =
      Pattern.compile(
          "isolctl_guard_[a-z_]+(\\{[a-z]+=\"[^\"\\\\]*\"(,[a-z]+=\"[^\"\\\\]*\")*\\})? [0-9.]+");

  private final Status status = Statuses.busy();

  @Test
  void everyLineOfTheMetricsIsASampleOrSaysWhatFollows() {
    assertThat(MetricsText.render(status).lines())
        .allMatch(line ->
            line.startsWith("# HELP isolctl_guard_")
                || line.startsWith("# TYPE isolctl_guard_")
                || SAMPLE.matcher(line).matches());
  }

  @Test
  void everyFamilyIsDescribedOnceAndBeforeItsSamples() {
    var described =
        MetricsText.render(status)
            .lines()
            .filter(line -> line.startsWith("# TYPE "))
            .map(line -> line.split(" ", -1)[2])
            .toList();

    assertThat(described).doesNotHaveDuplicates();
    MetricsText.render(status)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0].replaceAll("_(bucket|sum|count)$", ""))
        .forEach(name -> assertThat(described).contains(name));
  }

  @Test
  void theMetricsTellWhatWasDoneAndWhatStillReachesTheCpus() {
    assertThat(MetricsText.render(status).lines())
        .contains(
            "isolctl_guard_isolated_cpus 2",
            "isolctl_guard_hearing 1",
            "isolctl_guard_events_total 1",
            "isolctl_guard_contested_total 1",
            "isolctl_guard_refusals_total{errno=\"EINVAL\"} 1",
            "isolctl_guard_strays{class=\"rescuer\",standing=\"bound\"} 1",
            "isolctl_guard_strays{class=\"kthread\",standing=\"contested\"} 1",
            "isolctl_guard_reaction_seconds_bucket{le=\"0.001\"} 0",
            "isolctl_guard_reaction_seconds_bucket{le=\"0.0025\"} 1",
            "isolctl_guard_reaction_seconds_bucket{le=\"1\"} 1",
            "isolctl_guard_reaction_seconds_bucket{le=\"+Inf\"} 1",
            "isolctl_guard_reaction_seconds_sum 0.002",
            "isolctl_guard_reaction_seconds_count 1");
  }

  @Test
  void theJsonHoldsTheSame() {
    var json = JsonMapper.shared().readTree(StatusJson.render(status));

    assertThat(json.path("schema").asString()).isEqualTo("isolctl/guard/1");
    assertThat(json.path("isolated").asString()).isEqualTo("2-3");
    assertThat(json.path("counters").path("events").asInt()).isEqualTo(1);
    assertThat(json.path("reaction_nanos").path("max").asLong()).isEqualTo(2_000_000);
    assertThat(json.path("strays")).hasSize(2);
  }

  @Test
  void theJsonIsOneLineOfAscii() {
    assertThat(StatusJson.render(status)).hasLineCount(1).matches("\\p{ASCII}+");
  }

  @Test
  void noNameReachesATerminalRaw() {
    var text = StatusText.render(status);

    assertThat(text).contains("71 evil\\x0a\\x1b[2J\"\\x5c, mask 0-3: contested");
    assertThat(text).doesNotContain("\u001b");
  }

  @Test
  void peopleAreToldHowFastItWas() {
    assertThat(StatusText.render(status))
        .contains("half within 2.00 ms, 99 of 100 within 2.00 ms (last 1)")
        .contains("(1 threads)");
  }
}
