package org.isolctl.host.threads;

import java.nio.charset.StandardCharsets;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;

/// The files of one thread.
///
/// Never `/proc/TID/stat` of a thread that leads no group: the kernel sums up the whole group for
/// it, which makes a scan quadratic.
record TaskFiles(MachineFiles files) {

  Reading<StatParser.Parsed> stat(int tgid, int tid) {
    return read(tgid, tid, "stat").parse(StatParser::parse);
  }

  Reading<StatusParser.Parsed> status(int tgid, int tid) {
    return read(tgid, tid, "status")
        .parse(bytes -> StatusParser.parse(new String(bytes, StandardCharsets.UTF_8)));
  }

  /// The path of the thread's cgroup.
  Reading<String> cgroup(int tgid, int tid) {
    return read(tgid, tid, "cgroup")
        .parse(bytes -> CgroupLines.path(new String(bytes, StandardCharsets.UTF_8)));
  }

  /// How long the thread ran, in nanoseconds, as `schedstat` begins.
  Reading<Long> runNanos(int tgid, int tid) {
    return read(tgid, tid, "schedstat").parse(TaskFiles::firstNumber);
  }

  /// Captures made by other tools have the files of group leaders only outside of `task`.
  private Reading<byte[]> read(int tgid, int tid, String file) {
    var path = "/proc/" + tgid + "/task/" + tid + "/" + file;
    var reading = files.bytes(path);
    if (reading instanceof Reading.Absent<byte[]> && tgid == tid) {
      var leader = files.bytes("/proc/" + tgid + "/" + file);
      return leader instanceof Reading.Absent<byte[]> ? reading : leader;
    }
    return reading;
  }

  private static long firstNumber(byte[] text) {
    long value = 0;
    int at = 0;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + (text[at] - '0');
      at++;
    }
    if (at == 0) {
      throw new IllegalArgumentException("does not begin with a number");
    }
    return value;
  }
}
