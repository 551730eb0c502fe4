package org.isolctl.model.predict;

import java.util.Locale;
import java.util.Optional;
import org.isolctl.model.bootline.Span;

/// One remark about a word of the boot line.
///
/// @param parameter the name of the parameter, as the kernel has it
/// @param at the place in the boot line
/// @param message one sentence: what this kernel does with it
/// @param instead what to write instead, where there is something better to write
public record Diagnostic(
    Level level,
    DiagnosticCode code,
    String parameter,
    Span at,
    String message,
    Optional<String> instead) {

  /// How bad it is.
  public enum Level {
    /// Good to know.
    INFO,
    /// It takes effect, but not as it reads, or not all the way.
    WARNING,
    /// The kernel drops it, or does not boot with it.
    ERROR;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
