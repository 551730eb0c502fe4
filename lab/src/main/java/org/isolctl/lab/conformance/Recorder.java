package org.isolctl.lab.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.vm.KernelImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.Kernels;
import org.isolctl.lab.kernel.LabCache;

/// Boots cases on kernels of the cache and writes down what they did: `lab/record`.
///
///     lab/record cases SERIES...             every case that is not in the evidence yet
///     lab/record random SEED COUNT SERIES... as many random ones, spread over the kernels
public final class Recorder {
  private final Path folder;
  private final Boots boots;
  private final PrintStream out;
  private int booted;
  private int retried;
  private int differing;

  Recorder(Path folder, Boots boots, PrintStream out) {
    this.folder = folder;
    this.boots = boots;
    this.out = out;
  }

  /// Runs it; the first argument is the folder of the evidence.
  public static void main(String[] arguments) throws Exception {
    var recorder = new Recorder(Path.of(arguments[0]), Boots.inQemu(), System.out);
    var rest = List.of(arguments).subList(2, arguments.length);
    switch (arguments[1]) {
      case "cases" -> {
        for (String series : rest) {
          for (Case one : CaseList.read()) {
            recorder.record(kernel(series), one);
          }
        }
      }
      case "random" -> {
        long seed = Long.parseLong(rest.get(0));
        var cases = new RandomCases(seed);
        System.out.println("seed " + seed);
        for (int i = 0; i < Integer.parseInt(rest.get(1)); i++) {
          recorder.record(kernel(rest.get(2 + i % (rest.size() - 2))), cases.next());
        }
      }
      default -> throw new IllegalArgumentException("lab/record cases|random, not " + arguments[1]);
    }
    recorder.summarise();
  }

  private static Kernel kernel(String series) throws IOException {
    return new Kernels(LabCache.ofEnvironment()).find(series);
  }

  /// Boots a case, unless the evidence has it, adds what came of it and says whether it differs.
  void record(Kernel kernel, Case one) throws IOException, InterruptedException {
    var image = KernelImage.of(kernel.image());
    var known = Records.of(folder, kernel, image.version());
    if (known.observed().stream().anyMatch(observed -> observed.of().equals(one))) {
      return;
    }
    var outcome = boots.of(image.file(), one);
    outcome.failures().forEach(out::println);
    var now = known.with(List.of(outcome.observed()));
    var differences = Replay.of(List.of(now)).differences();
    booted++;
    retried += outcome.retries();
    differing += differences.isEmpty() ? 0 : 1;
    out.printf(
        "%s, %s: %s%n",
        kernel.release(), one, differences.isEmpty() ? "as predicted" : differences);
    var all = new ArrayList<>(known.observed());
    all.add(outcome.observed());
    Files.writeString(folder.resolve(now.fileName()), known.with(all).text());
  }

  void summarise() {
    out.printf("%d cases, %d boots tried again, %d differ%n", booted, retried, differing);
  }
}
