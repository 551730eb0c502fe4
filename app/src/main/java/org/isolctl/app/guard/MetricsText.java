package org.isolctl.app.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The status in the text format of Prometheus, version 0.0.4.
///
/// A handful of fixed families: the official client is an automatic module, which a runtime image
/// cannot hold.
final class MetricsText {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String PREFIX = "isolctl_guard_";
  private static final double NANOS = 1e9;

  private final StringBuilder text = new StringBuilder();

  private MetricsText() {}

  static String render(Status status) {
    var metrics = new MetricsText();
    metrics.gauges(status);
    metrics.counters(status);
    metrics.histogram(status.reactions());
    return metrics.text.toString();
  }

  private void gauges(Status status) {
    head("isolated_cpus", "gauge", "CPUs that are guarded.");
    sample("isolated_cpus", "", status.snapshot().isolated().size());
    head(
        "hearing", "gauge", "1 while the kernel's announcements are heard, 0 while only scans do.");
    sample("hearing", "", status.snapshot().hearing() ? 1 : 0);
    head("start_time_seconds", "gauge", "When the guard began, in seconds since 1970.");
    sample("start_time_seconds", "", status.since().getEpochSecond());
    head("threads", "gauge", "Kernel threads by class and by how they stand with the guard.");
    groups("threads", status.threads());
    head("strays", "gauge", "Kernel threads whose mask reaches isolated CPUs and others.");
    groups("strays", status.strays());
  }

  private void groups(String name, Map<Status.Group, Long> groups) {
    groups.forEach((group, count) ->
        sample(
            name,
            "{class=\"" + group.threadClass() + "\",standing=\"" + group.standing() + "\"}",
            count));
  }

  private void counters(Status status) {
    status
        .counters()
        .forEach((counter, count) -> {
          head(counter.label() + "_total", "counter", counter.help());
          sample(counter.label() + "_total", "", count);
        });
    head("refusals_total", "counter", "Changes and looks that the kernel refused.");
    status
        .refusals()
        .forEach((errno, count) -> sample("refusals_total", "{errno=\"" + errno + "\"}", count));
  }

  private void histogram(ReactionTimes times) {
    var name = "reaction_seconds";
    head(name, "histogram", "From the making of a thread to its mask being set.");
    long sum = 0;
    for (int i = 0; i < ReactionTimes.BOUNDS_NANOS.size(); i++) {
      sum += times.counts().get(i);
      sample(name + "_bucket", "{le=\"" + seconds(ReactionTimes.BOUNDS_NANOS.get(i)) + "\"}", sum);
    }
    sample(name + "_bucket", "{le=\"+Inf\"}", times.total());
    text.append(PREFIX).append(name).append("_sum ").append(seconds(times.sumNanos())).append('\n');
    sample(name + "_count", "", times.total());
  }

  private static String seconds(long nanos) {
    var text = String.format(Locale.ROOT, "%.9f", nanos / NANOS);
    return text.replaceAll("\\.?0+$", "");
  }

  private void head(String name, String type, String help) {
    List.of("# HELP " + PREFIX + name + " " + help, "# TYPE " + PREFIX + name + " " + type)
        .forEach(line -> text.append(line).append('\n'));
  }

  /// @param labels in braces, or nothing
  private void sample(String name, String labels, long value) {
    text.append(PREFIX).append(name).append(labels).append(' ').append(value).append('\n');
  }
}
