package org.isolctl.lab.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.measure.Measurement;
import org.isolctl.model.measure.Measurement.Share;

/// One line of evidence:
///
///     4 <tab> isolcpus=2-3 <tab> online=0-3 isolated=2-3 ... kthread=0-3 rescuer=0-3;0-1:writeback
///
/// Numbers and work are cut off the names of workers, as they change from boot to boot.
final class EvidenceLine {
  private static final String DEAD = "did-not-boot";
  private static final Set<String> OF_FILES =
      Set.of("possible", "online", "isolated", "nohz_full", "workqueue_unbound", "irq_default");

  private EvidenceLine() {}

  static Observed parse(KernelVersion kernel, String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3) {
      throw new IllegalArgumentException("Not three columns of evidence: " + line);
    }
    var of = Case.of(columns[0], columns[1]);
    if (columns[2].equals(DEAD)) {
      return new Observed(of, Optional.empty());
    }
    var masks = new LinkedHashMap<String, CpuSet>();
    var threads = new LinkedHashMap<String, List<Share>>();
    for (String field : columns[2].split(" ", -1)) {
      int equals = field.indexOf('=');
      String name = field.substring(0, equals);
      String value = field.substring(equals + 1);
      if (OF_FILES.contains(name)) {
        masks.put(name, CpuSet.parseList(value));
      } else {
        threads.put(name, shares(value));
      }
    }
    return new Observed(of, Optional.of(new Measurement(kernel, masks, threads)));
  }

  private static List<Share> shares(String value) {
    return Arrays.stream(value.split(";", -1)).map(EvidenceLine::share).toList();
  }

  private static Share share(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Share(CpuSet.parseList(text), List.of())
        : new Share(
            CpuSet.parseList(text.substring(0, colon)),
            List.of(text.substring(colon + 1).split("\\+", -1)));
  }

  static String print(Observed observed) {
    var of = observed.of();
    return of.machine()
        + "\t"
        + of.bootLine()
        + "\t"
        + observed.measurement().map(EvidenceLine::print).orElse(DEAD);
  }

  private static String print(Measurement measurement) {
    var fields = new StringJoiner(" ");
    measurement.masks().forEach((name, mask) -> fields.add(name + "=" + mask));
    for (Map.Entry<String, List<Share>> entry : measurement.threads().entrySet()) {
      var shares = new StringJoiner(";");
      for (int at = 0; at < entry.getValue().size(); at++) {
        var share = entry.getValue().get(at);
        shares.add(at == 0 ? share.mask().toString() : share.mask() + ":" + names(share));
      }
      fields.add(entry.getKey() + "=" + shares);
    }
    return fields.toString();
  }

  private static String names(Share share) {
    var names = new TreeSet<String>();
    for (String name : share.names()) {
      names.add(
          (name.startsWith("kworker/u") ? "kworker/u" : name).replaceAll("[^A-Za-z0-9_/.-]", "_"));
    }
    return String.join("+", names);
  }
}
