package org.isolctl.host.threads;

import java.nio.charset.StandardCharsets;
import org.isolctl.model.facts.ThreadStat;

/// A line of `/proc/TID/stat` that came from elsewhere, for instance out of a guest.
///
/// @param tid its first field
public record StatText(int tid, ThreadStat stat) {

  /// Reads the line.
  ///
  /// @throws IllegalArgumentException naming the field that is wrong
  public static StatText parse(String line) {
    int tid = Integer.parseInt(line.substring(0, Math.max(0, line.indexOf(' '))));
    return new StatText(tid, StatParser.parse(line.getBytes(StandardCharsets.UTF_8)).stat());
  }
}
