package org.isolctl.lab.kernelpatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One boot, as it is kept in `kernel/evidence`: a file of tab-separated lines per kernel.
///
/// @param kernel its release and what was done to it, one word: `6.1.192 patched`
record Evidence(
    String kernel,
    String bootLine,
    String isolated,
    String init,
    String kthreadd,
    String xmit,
    String recv,
    String bound,
    String moduleSees,
    String across) {
  private static final String HEAD =
      "boot line\tisolated\tpid 1\tkthreadd\tksocket-xmit\tksocket-recv\tksocket-bound"
          + "\tmodule sees\tothers across\n";

  static Evidence of(String kernel, String bootLine, Look look) {
    return new Evidence(
        kernel,
        bootLine,
        look.of("isolated"),
        look.of("init"),
        look.of("kthreadd"),
        look.of("ksocket-xmit"),
        look.of("ksocket-recv"),
        look.of("ksocket-bound"),
        look.moduleSees(),
        bootLine.equals("isolcpus=2,3") ? look.of("across") : "");
  }

  /// Adds it to the evidence that this run of the tests leaves in the build folder.
  void keep() throws IOException {
    Path folder =
        Files.createDirectories(
            Path.of(System.getProperty("isolctl.evidence", "target/evidence"), "kernel"));
    Path file = folder.resolve(kernel.replace(' ', '.') + ".tsv");
    List<Evidence> all = new ArrayList<>(Files.exists(file) ? read(file) : List.of());
    all.removeIf(one -> one.bootLine.equals(bootLine));
    all.add(this);
    all.sort((a, b) -> a.bootLine.compareTo(b.bootLine));
    var text = new StringBuilder(HEAD);
    all.forEach(one -> text.append(one.line()).append('\n'));
    Files.writeString(file, text);
  }

  private String line() {
    return String.join(
        "\t", bootLine, isolated, init, kthreadd, xmit, recv, bound, moduleSees, across);
  }

  static List<Evidence> read(Path file) throws IOException {
    String kernel = file.getFileName().toString().replaceFirst("\\.(\\w+)\\.tsv$", " $1");
    return Files.readString(file)
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(f -> new Evidence(kernel, f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8]))
        .toList();
  }

  /// All evidence in a folder, kernel by kernel.
  static List<Evidence> readAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      var all = new ArrayList<Evidence>();
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        all.addAll(read(file));
      }
      return all;
    }
  }
}
