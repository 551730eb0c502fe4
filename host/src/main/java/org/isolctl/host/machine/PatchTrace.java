package org.isolctl.host.machine;

import org.isolctl.host.files.KernelSymbols;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.rules.PatchRules;

/// Looks whether the kernel was built with isolate-kthreads.cocci. The symbols of the kernel take
/// tens of milliseconds to read, so that this is done only where kthreadd's mask hints at it.
record PatchTrace(MachineFiles files) {
  private static final String KTHREADD = "/proc/2/status";
  private static final String ISOLATED = "/sys/devices/system/cpu/isolated";
  private static final String LIST = "Cpus_allowed_list:";

  /// Whether the symbol is there; absent where nothing hints at it or data symbols are not listed.
  Reading<Boolean> read(Reading<String> release) {
    boolean concerned =
        release.parse(KernelVersion::parse).toOptional().stream()
            .anyMatch(PatchRules.DEFAULT_MASK::holdsIn);
    if (!concerned || !kthreaddLeavesOutIsolated()) {
      return Reading.absent(KernelSymbols.PATH);
    }
    var masks = files.bytes(KernelSymbols.PATH).parse(KernelSymbols::masks);
    return masks.toOptional().filter(names -> !names.isEmpty()).isPresent()
        ? masks.parse(names -> names.contains(KernelSymbols.ISOLATED_MASK))
        : Reading.absent(KernelSymbols.PATH);
  }

  private boolean kthreaddLeavesOutIsolated() {
    var isolated = list(files.text(ISOLATED));
    var kthreadd = list(files.text(KTHREADD).parse(PatchTrace::allowed));
    return !isolated.isEmpty() && !kthreadd.isEmpty() && !kthreadd.intersects(isolated);
  }

  private static CpuSet list(Reading<String> text) {
    return text.parse(String::strip).parse(CpuSet::parseList).toOptional().orElse(CpuSet.empty());
  }

  private static String allowed(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(LIST))
        .map(line -> line.substring(LIST.length()))
        .findFirst()
        .orElse("");
  }
}
