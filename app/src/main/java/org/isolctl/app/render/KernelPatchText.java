package org.isolctl.app.render;

import java.util.LinkedHashMap;
import java.util.StringJoiner;
import org.isolctl.app.kernelpatch.PatchedTree;
import org.isolctl.model.kernelpatch.Place;

/// The answer of `isolctl kernel-patch` for eyes.
public final class KernelPatchText {
  private static final int GUTTER = 28;

  private KernelPatchText() {}

  /// Lays the answer out.
  ///
  /// @param tree as the user named it
  public static String render(String tree, PatchedTree patched, Paper paper) {
    var sheet = new Sheet(paper);
    sheet.paragraph(
        0,
        Style.GOOD.of("Patched: "),
        Span.plain("Linux " + patched.version() + " in " + tree + "."));
    sheet.blank();
    var purposes = new LinkedHashMap<String, StringJoiner>();
    for (Place place : patched.places()) {
      purposes.computeIfAbsent(place.file(), _ -> new StringJoiner("; ")).add(place.purpose());
    }
    purposes.forEach((file, purpose) ->
        sheet.labelled(2, Style.NAME.of(file), GUTTER, Span.plain(purpose.toString())));
    sheet.blank();
    sheet.paragraph(0, Span.plain(meaning(patched)));
    return sheet.toString();
  }

  private static String meaning(PatchedTree patched) {
    return patched.version().isAtLeast(7, 0)
        ? "From 7.0 on the kernel itself keeps kernel threads off the CPUs of isolcpus=, so only"
            + " cpu_isolated_mask was added. It holds what isolcpus= isolated at boot, not what"
            + " cgroup partitions isolate later."
        : "Built from this tree, with CONFIG_CPU_ISOLATION where the version has it, a kernel keeps"
            + " kthreadd and new kernel threads off the CPUs of isolcpus=. Modules must be built"
            + " anew. Threads bound to one CPU stay where they are.";
  }
}
