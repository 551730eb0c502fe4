package org.isolctl.model.predict;

import java.util.OptionalInt;
import org.isolctl.model.bootline.Span;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.cpu.CpuSetSyntaxException;
import org.isolctl.model.cpu.CpulistGrammar;
import org.isolctl.model.cpu.CpulistReading;
import org.isolctl.model.kernel.Answer;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.rules.CpulistRules;

/// How one kernel on one machine reads cpulists.
///
/// @param grammar what it accepts
/// @param nrCpuIds one more than the highest possible CPU
record Cpulists(CpulistGrammar grammar, int nrCpuIds) {
  private static final int DEFAULT_NR_CPUS = 64;

  static Cpulists of(KernelVersion kernel, KernelConfig config, CpuSet possible) {
    int nrCpuIds = possible.last() + 1;
    int width =
        config.has("CPUMASK_OFFSTACK") == Answer.NO
            ? Math.clamp(
                config.number("NR_CPUS").orElse(DEFAULT_NR_CPUS), nrCpuIds, CpuSet.MAX_CPU + 1)
            : nrCpuIds;
    return new Cpulists(
        new CpulistGrammar(
            CpulistRules.EMPTY_IS_ZERO.holdsIn(kernel),
            CpulistRules.GROUPS.holdsIn(kernel),
            CpulistRules.KEYWORDS.holdsIn(kernel),
            OptionalInt.of(width)),
        nrCpuIds);
  }

  CpulistReading read(String text) {
    return CpuSet.readList(text, grammar);
  }

  /// Remarks on the error of a list.
  ///
  /// @param offset where the list stands in the boot line
  /// @param consequence what the kernel does, for instance `the whole option is dropped`
  void remark(
      Remarks remarks,
      String parameter,
      String list,
      int offset,
      CpuSetSyntaxException error,
      String consequence) {
    int at = Math.min(error.position(), list.length());
    int end = at;
    while (end < list.length() && list.charAt(end) != ',') {
      end++;
    }
    var place = new Span(offset + at, end - at);
    String rest = list.substring(at);
    if (!grammar.keywords() && startsWithKeyword(rest)) {
      remarks.error(
          DiagnosticCode.KEYWORD_TOO_NEW,
          parameter,
          place,
          "This kernel does not know N and all in a list: " + consequence + ".",
          "write the numbers, up to " + (nrCpuIds - 1));
    } else if (!grammar.groups() && rest.startsWith(":")) {
      remarks.error(
          DiagnosticCode.GROUP_TOO_NEW,
          parameter,
          place,
          "This kernel does not know a-b:used/group in a list: " + consequence + ".",
          "write the numbers");
    } else if (error.isOutOfRange()) {
      remarks.error(
          DiagnosticCode.CPU_OUT_OF_RANGE,
          parameter,
          place,
          error.reason() + ", that this machine can have: " + consequence + ".",
          "write CPUs up to " + (nrCpuIds - 1) + " only");
    } else {
      remarks.error(
          DiagnosticCode.LIST_INCORRECT,
          parameter,
          place,
          "Not a cpulist (" + error.reason() + "): " + consequence + ".",
          "write numbers and ranges with commas between them, for instance 2-3,8");
    }
  }

  private static boolean startsWithKeyword(String text) {
    return text.startsWith("N") || text.regionMatches(true, 0, "all", 0, 3);
  }
}
