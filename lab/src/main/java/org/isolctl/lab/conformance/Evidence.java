package org.isolctl.lab.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;

/// What one kernel was seen to do, as it is kept in `lab/evidence/SERIES.txt`.
///
/// @param kernel as `uname -r` said
/// @param config the options that have a say, from the kernel's own configuration
public record Evidence(KernelVersion kernel, KernelConfig config, List<Observed> observed) {
  private static final String HEAD =
      """
      # What this kernel did with boot lines, measured in QEMU: machine, boot line, masks, with tabs
      # between. Of a class of threads every mask is there, the commonest first, and who has another.
      # Written by lab/record; replayed by ConformanceTest. docs/lab.md tells more.
      """;

  public Evidence {
    observed = List.copyOf(observed);
  }

  /// This kernel with other observations.
  Evidence with(List<Observed> others) {
    return new Evidence(kernel, config, others);
  }

  /// Every file of evidence in a folder, the oldest kernel first.
  public static List<Evidence> readAll(Path folder) throws IOException {
    var all = new ArrayList<Evidence>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".txt")) {
          all.add(parse(Files.readString(file)));
        }
      }
    }
    all.sort((a, b) -> a.kernel().compareTo(b.kernel()));
    return List.copyOf(all);
  }

  /// Reads one file.
  ///
  /// @throws IllegalArgumentException naming the line that makes no sense
  public static Evidence parse(String text) {
    var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    var kernel = KernelVersion.parse(after("kernel ", lines.get(0)));
    String options =
        after("config ", lines.get(1)).replace(' ', '\n').replaceAll("(?m)^", "CONFIG_");
    return new Evidence(
        kernel,
        KernelConfig.parse(options, "of " + kernel),
        lines.stream().skip(2).map(line -> EvidenceLine.parse(kernel, line)).toList());
  }

  private static String after(String start, String line) {
    if (!line.startsWith(start)) {
      throw new IllegalArgumentException("'%s' does not begin with '%s'".formatted(line, start));
    }
    return line.substring(start.length());
  }

  /// The text of its file.
  public String text() {
    var text = new StringBuilder(HEAD);
    text.append("kernel ").append(kernel).append("\nconfig");
    config.options().entrySet().stream()
        .map(option -> " " + option.getKey() + "=" + option.getValue())
        .sorted()
        .forEach(text::append);
    text.append('\n');
    observed.forEach(one -> text.append(EvidenceLine.print(one)).append('\n'));
    return text.toString();
  }

  /// The name of its file.
  public String fileName() {
    return kernel.series() + ".txt";
  }
}
