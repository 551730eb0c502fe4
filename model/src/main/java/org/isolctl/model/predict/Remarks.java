package org.isolctl.model.predict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.bootline.Span;

/// Gathers the remarks of one prediction.
final class Remarks {
  private final List<Diagnostic> found = new ArrayList<>();

  void error(DiagnosticCode code, String parameter, Span at, String message, String instead) {
    found.add(
        new Diagnostic(Diagnostic.Level.ERROR, code, parameter, at, message, Optional.of(instead)));
  }

  void warning(DiagnosticCode code, String parameter, Span at, String message, String instead) {
    found.add(
        new Diagnostic(
            Diagnostic.Level.WARNING, code, parameter, at, message, Optional.of(instead)));
  }

  void info(DiagnosticCode code, String parameter, Span at, String message) {
    found.add(
        new Diagnostic(Diagnostic.Level.INFO, code, parameter, at, message, Optional.empty()));
  }

  void info(DiagnosticCode code, String parameter, Span at, String message, String instead) {
    found.add(
        new Diagnostic(Diagnostic.Level.INFO, code, parameter, at, message, Optional.of(instead)));
  }

  void valueMissing(String parameter, BootWord word) {
    error(
        DiagnosticCode.VALUE_MISSING,
        parameter,
        word.at(),
        "Without '=' the kernel does not know this word.",
        "write " + parameter + "=CPULIST");
  }

  void repeated(String parameter, BootWord earlier) {
    warning(
        DiagnosticCode.PARAMETER_REPEATED,
        parameter,
        earlier.at(),
        "Of several " + parameter + "= words the last one wins: this one has no effect.",
        "leave it out");
  }

  List<Diagnostic> inOrder() {
    found.sort(Comparator.comparingInt(remark -> remark.at().offset()));
    return List.copyOf(found);
  }
}
