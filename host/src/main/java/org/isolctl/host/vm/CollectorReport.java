package org.isolctl.host.vm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.host.threads.StatText;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.measure.MeasuredThreads;
import org.isolctl.model.measure.Measurement;

/// What the collector wrote to its port; `src/main/c/collector.c` tells the format.
///
/// @param text all of it, as a reader may want to pass it on
/// @param files by path, what each holds
/// @param measurement the masks in it
/// @param notes lines of the kernel's log that are about isolation
public record CollectorReport(
    String text, Map<String, String> files, Measurement measurement, List<String> notes) {
  private static final String CPU = "/sys/devices/system/cpu/";

  public CollectorReport {
    files = Map.copyOf(files);
    notes = List.copyOf(notes);
  }

  /// Reads a report.
  ///
  /// @throws IllegalArgumentException when it is cut off or damaged, saying where
  public static CollectorReport parse(byte[] bytes) {
    return new Reader(bytes).report();
  }

  private static Measurement measurement(Map<String, String> files, MeasuredThreads threads) {
    String release = files.get("/proc/sys/kernel/osrelease");
    if (release == null) {
      throw new IllegalArgumentException("the report does not say which kernel it is from");
    }
    var masks = new LinkedHashMap<String, CpuSet>();
    list(files, CPU + "possible").ifPresent(mask -> masks.put("possible", mask));
    list(files, CPU + "online").ifPresent(mask -> masks.put("online", mask));
    list(files, CPU + "isolated").ifPresent(mask -> masks.put("isolated", mask));
    list(files, CPU + "nohz_full").ifPresent(mask -> masks.put("nohz_full", mask));
    mask(files, "/sys/devices/virtual/workqueue/cpumask")
        .ifPresent(mask -> masks.put("workqueue_unbound", mask));
    mask(files, "/proc/irq/default_smp_affinity").ifPresent(mask -> masks.put("irq_default", mask));
    return new Measurement(KernelVersion.parse(release.strip()), masks, threads.shares());
  }

  private static Optional<CpuSet> list(Map<String, String> files, String path) {
    // Up to 6.18 this is how the kernel prints a mask that was never made.
    return Optional.ofNullable(files.get(path))
        .map(String::strip)
        .map(text -> text.equals("(null)") ? CpuSet.empty() : CpuSet.parseList(text));
  }

  private static Optional<CpuSet> mask(Map<String, String> files, String path) {
    return Optional.ofNullable(files.get(path)).map(String::strip).map(CpuSet::parseMask);
  }

  /// Goes through the lines; lengths are of bytes, hence no strings before they are needed.
  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    CollectorReport report() {
      if (!line().equals("isolctl-collector 1")) {
        throw new IllegalArgumentException("the report does not begin as one of ours");
      }
      var files = new LinkedHashMap<String, String>();
      var threads = new MeasuredThreads();
      var notes = new ArrayList<String>();
      int seen = 0;
      while (true) {
        String line = line();
        String rest = line.substring(Math.min(line.length(), line.indexOf(' ') + 1));
        if (line.startsWith("file ")) {
          int blank = rest.lastIndexOf(' ');
          files.put(rest.substring(0, Math.max(0, blank)), content(rest.substring(blank + 1)));
        } else if (line.startsWith("thread ")) {
          var thread = StatText.parse(line());
          threads.add(thread.tid(), thread.stat(), CpuSet.parseList(rest));
          seen++;
        } else if (line.startsWith("note ")) {
          notes.add(rest.replaceFirst("^<\\d+>\\[ *[0-9.]+\\] *", "").replace('\t', ' '));
        } else if (line.equals("end " + seen)) {
          var text = new String(bytes, StandardCharsets.UTF_8);
          return new CollectorReport(text, files, measurement(files, threads), notes);
        } else {
          throw new IllegalArgumentException(
              "the report makes no sense at byte %d: '%s'".formatted(at, line));
        }
      }
    }

    private String line() {
      int from = at;
      while (at < bytes.length && bytes[at] != '\n') {
        at++;
      }
      if (at == bytes.length) {
        throw new IllegalArgumentException("the report is cut off after %d bytes".formatted(at));
      }
      return new String(bytes, from, at++ - from, StandardCharsets.UTF_8);
    }

    private String content(String length) {
      int bytesOfFile = Integer.parseInt(length);
      if (bytesOfFile < 0 || bytesOfFile > bytes.length - at - 1) {
        throw new IllegalArgumentException("the report is cut off in a file at byte " + at);
      }
      var content = new String(bytes, at, bytesOfFile, StandardCharsets.UTF_8);
      at += bytesOfFile + 1;
      return content;
    }
  }
}
