package org.isolctl.host.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.files.Numbers;
import org.isolctl.model.facts.IrqFacts;
import org.isolctl.model.facts.Reading;

/// Interrupts, from `/proc/irq`, `/proc/interrupts` and, where it is open, debugfs.
public final class IrqReader {
  private static final String FOLDER = "/proc/irq/";
  private static final String DEBUG = "/sys/kernel/debug/irq/irqs";

  private final MachineFiles files;
  private final ValueFiles values;

  public IrqReader(MachineFiles files) {
    this.files = files;
    this.values = new ValueFiles(files);
  }

  /// The counts of all IRQs now.
  public Reading<InterruptTable> table() {
    return files.bytes("/proc/interrupts").parse(InterruptTable::parse);
  }

  IrqFacts read() {
    var rows = table().toOptional().map(InterruptTable::rows).orElse(Map.of());
    var debug = files.names(DEBUG);
    var irqs = new ArrayList<IrqFacts.Irq>();
    for (int number : Numbers.in(files.folders("/proc/irq"))) {
      var folder = FOLDER + number;
      var row = rows.getOrDefault(number, InterruptTable.Row.EMPTY);
      irqs.add(
          new IrqFacts.Irq(
              number,
              name(folder, row),
              values.cpulist(folder + "/smp_affinity_list"),
              values.cpulist(folder + "/effective_affinity_list"),
              managed(debug, number),
              row.counts()));
    }
    return new IrqFacts(values.mask("/proc/irq/default_smp_affinity"), List.copyOf(irqs));
  }

  /// The kernel makes a folder for each device of an IRQ, named like the device, unless the name
  /// has a slash.
  private String name(String folder, InterruptTable.Row row) {
    var devices = Names.sorted(files.folders(folder));
    return devices.isEmpty() ? row.devices() : String.join(", ", devices);
  }

  /// `IRQD_AFFINITY_MANAGED` among the states (kernel/irq/debugfs.c, 4.13 and later).
  private Reading<Boolean> managed(Reading<List<String>> debug, int number) {
    return debug instanceof Reading.Present<List<String>>
        ? files.bytes(DEBUG + "/" + number).parse(IrqReader::isManaged)
        : debug.parse(_ -> false);
  }

  private static boolean isManaged(byte[] states) {
    return new String(states, StandardCharsets.US_ASCII).contains("IRQD_AFFINITY_MANAGED");
  }
}
