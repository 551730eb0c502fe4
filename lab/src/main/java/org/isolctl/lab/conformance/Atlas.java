package org.isolctl.lab.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.measure.Measurement;
import org.isolctl.model.measure.Measurement.Share;

/// The page `docs/atlas.md`: what each kernel was seen to do with each boot word.
public final class Atlas {
  private static final CpuSet ASKED = CpuSet.range(2, 3);

  private static final List<String> LINES =
      List.of(
          "isolcpus=2-3",
          "nohz_full=2-3",
          "isolcpus=nohz,2-3",
          "isolcpus=managed_irq,2-3",
          "isolcpus=nohz,domain,managed_irq,2-3",
          "isolcpus=domain,managed_irq,2-3 nohz_full=2-3",
          "nohz_full=2-3 isolcpus=nohz,domain,2-3");

  private static final Map<String, String> COLUMNS = columns();

  private Atlas() {}

  private static Map<String, String> columns() {
    var columns = new LinkedHashMap<String, String>();
    columns.put("init", "process 1");
    columns.put("kthreadd", "kthreadd");
    columns.put("kthread", "kernel threads");
    columns.put("node-kthread", "kswapd");
    columns.put("rcu-gp", "RCU grace periods");
    columns.put("rcuo", "rcuo");
    columns.put("unbound-kworker", "unbound kworkers");
    columns.put("rescuer", "rescuers");
    return columns;
  }

  /// The page, from all evidence.
  public static String page(List<Evidence> all) {
    var page = new StringBuilder(HEAD);
    for (String line : LINES) {
      page.append("\n## `").append(line).append("`\n\n| kernel |");
      COLUMNS.values().forEach(title -> page.append(' ').append(title).append(" |"));
      page.append("\n|---|").append("---|".repeat(COLUMNS.size())).append('\n');
      for (var evidence : all) {
        find(evidence, line).ifPresent(measurement -> row(page, evidence, measurement));
      }
    }
    page.append(COUNTS);
    int masks = Replay.of(all).masks();
    int boots = all.stream().mapToInt(evidence -> evidence.observed().size()).sum();
    page.append(
        "%d boots on %d kernels, %d masks compared.%n%n".formatted(boots, all.size(), masks));
    page.append("| kernel | boot lines |\n|---|---|\n");
    for (var evidence : all) {
      page.append(
          "| %s | %d |%n".formatted(evidence.kernel().release(), evidence.observed().size()));
    }
    return page.toString();
  }

  private static Optional<Measurement> find(Evidence evidence, String line) {
    var wanted = new Case(4, List.of(), line);
    return evidence.observed().stream()
        .filter(observed -> observed.of().equals(wanted))
        .findFirst()
        .flatMap(Observed::measurement);
  }

  private static void row(StringBuilder page, Evidence evidence, Measurement measurement) {
    var cells = new StringJoiner(" | ", "| ", " |\n").add(evidence.kernel().series());
    for (String name : COLUMNS.keySet()) {
      cells.add(cell(measurement.threads().getOrDefault(name, List.of())));
    }
    page.append(cells);
  }

  /// Every mask that was seen; in bold where it keeps off the CPUs that were asked for.
  private static String cell(List<Share> shares) {
    var masks = new StringJoiner(", ");
    for (var share : shares) {
      masks.add(
          share.mask().intersects(ASKED) ? share.mask().toString() : "**" + share.mask() + "**");
    }
    return masks.toString();
  }

  private static final String HEAD =
      """
      # Which boot words keep what off isolated CPUs

      Measured, not read: each row is a Debian kernel, booted in QEMU with 4 CPUs and the line in the
      heading. The cells are the masks that the threads of a class had shortly after the boot. **Bold**
      masks keep off CPUs 2-3. A class with several masks has some threads with each; the commonest
      comes first. An empty cell: the kernel has no such thread with this line. Threads that are bound
      to one CPU by design (ksoftirqd, migration, kworkers of a CPU) are moved by no boot word and are
      left out.

      This page is made from `lab/evidence` by the build, which fails when the two differ. `isolctl
      predict` says the same for any line, and `isolctl try` boots your own kernel with it.
      """;

  private static final String COUNTS =
      """

      ## What this rests on

      """;
}
