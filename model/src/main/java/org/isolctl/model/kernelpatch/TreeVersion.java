package org.isolctl.model.kernelpatch;

import java.util.Optional;
import java.util.regex.Pattern;
import org.isolctl.model.kernel.KernelVersion;

/// The version that the top Makefile of a kernel tree states.
public final class TreeVersion {
  private TreeVersion() {}

  /// Reads it.
  ///
  /// @return empty for a Makefile that is not a kernel's
  public static Optional<KernelVersion> read(String makefile) {
    return number("VERSION", makefile)
        .flatMap(major ->
            number("PATCHLEVEL", makefile)
                .map(minor ->
                    major
                        + "."
                        + minor
                        + number("SUBLEVEL", makefile).map(s -> "." + s).orElse("")
                        + value("EXTRAVERSION", "[-+~._A-Za-z0-9]*", makefile).orElse("")))
        .map(KernelVersion::parse);
  }

  private static Optional<String> number(String name, String makefile) {
    return value(name, "[0-9]{1,5}", makefile);
  }

  private static Optional<String> value(String name, String form, String makefile) {
    var line = Pattern.compile("(?m)^" + name + "[ \\t]*=[ \\t]*(" + form + ")[ \\t]*$");
    return line.matcher(makefile).results().map(result -> result.group(1)).findFirst();
  }
}
