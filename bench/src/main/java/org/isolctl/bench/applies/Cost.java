package org.isolctl.bench.applies;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What one run of a command took, as `measure` prints it.
///
/// @param cpuMillis of the command and all that it waited for, user and system
record Cost(double wallMillis, double cpuMillis, double peakMib, int status) {
  private static final Pattern SPACE = Pattern.compile(" ");

  static Cost parse(String line) {
    var fields = SPACE.split(line.strip(), -1);
    return new Cost(
        Double.parseDouble(fields[0]),
        Double.parseDouble(fields[1]),
        Double.parseDouble(fields[2]) / 1024,
        Integer.parseInt(fields[3]));
  }

  /// The run in the middle by its wall time.
  static Cost median(List<Cost> costs) {
    return costs.stream()
        .sorted(Comparator.comparingDouble(Cost::wallMillis))
        .toList()
        .get(costs.size() / 2);
  }
}
