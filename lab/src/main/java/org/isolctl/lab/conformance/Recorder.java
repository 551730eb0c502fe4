package org.isolctl.lab.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.isolctl.host.ProgressListener;
import org.isolctl.host.vm.Booter;
import org.isolctl.host.vm.KernelImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.Kernels;
import org.isolctl.lab.kernel.LabCache;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;

/// Boots cases on kernels of the cache and writes down what they did: `lab/record`.
///
///     lab/record cases SERIES...             every case that is not in the evidence yet
///     lab/record random SEED COUNT SERIES... as many random ones, spread over the kernels
public final class Recorder {
  private static final List<String> OPTIONS =
      List.of(
          "CPUMASK_OFFSTACK",
          "CPU_ISOLATION",
          "HOTPLUG_CPU",
          "NO_HZ_FULL",
          "NR_CPUS",
          "NUMA",
          "PM_SLEEP_SMP",
          "PM_SLEEP_SMP_NONZERO_CPU",
          "RCU_NOCB_CPU",
          "SMP");

  private final Path folder;
  private final PrintStream out;

  Recorder(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /// Runs it; the first argument is the folder of the evidence.
  public static void main(String[] arguments) throws Exception {
    var recorder = new Recorder(Path.of(arguments[0]), System.out);
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
  }

  private static Kernel kernel(String series) throws IOException {
    return new Kernels(LabCache.ofEnvironment()).find(series);
  }

  /// Boots a case, unless the evidence has it, and adds what came of it; says whether it differs.
  void record(Kernel kernel, Case one) throws IOException, InterruptedException {
    var image = KernelImage.of(kernel.image());
    var known = read(kernel, image);
    if (known.observed().stream().anyMatch(observed -> observed.of().equals(one))) {
      return;
    }
    var observed = new Observed(one, Optional.empty());
    try {
      var report = Booter.ofThisMachine().boot(one.on(image.file()), ProgressListener.NONE);
      observed = new Observed(one, Optional.of(report.measurement()));
    } catch (IOException e) {
      out.println(e.getMessage());
    }
    var now = new Evidence(known.kernel(), known.config(), List.of(observed));
    var differences = Replay.of(List.of(now)).differences();
    out.printf(
        "%s, %s: %s%n",
        kernel.release(), one, differences.isEmpty() ? "as predicted" : differences);
    var all = new ArrayList<>(known.observed());
    all.add(observed);
    Files.writeString(
        folder.resolve(now.fileName()), new Evidence(known.kernel(), known.config(), all).text());
  }

  /// What is known of the kernel; nothing yet where it has no file, or one of an older release.
  private Evidence read(Kernel kernel, KernelImage image) throws IOException {
    var none = new Evidence(image.version(), config(kernel, image.version()), List.of());
    Path file = folder.resolve(none.fileName());
    if (!Files.exists(file)) {
      return none;
    }
    var evidence = Evidence.parse(Files.readString(file));
    return evidence.kernel().equals(image.version()) ? evidence : none;
  }

  private static KernelConfig config(Kernel kernel, KernelVersion version) throws IOException {
    Optional<Path> file = kernel.config();
    var full =
        file.isPresent()
            ? KernelConfig.parse(Files.readString(file.get()), file.get().toString())
            : AssumedConfig.of(version);
    var options = new TreeMap<String, String>();
    OPTIONS.forEach(option -> options.put(option, full.value(option).orElse("n")));
    return KernelConfig.of(options, "of " + version);
  }
}
