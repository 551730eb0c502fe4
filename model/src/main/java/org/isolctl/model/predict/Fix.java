package org.isolctl.model.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolctl.model.bootline.BootLine;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.Answer;
import org.isolctl.model.rules.CpulistRules;
import org.isolctl.model.rules.IsolationWord;
import org.isolctl.model.rules.IsolcpusRules;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.ParameterRules;

/// The boot line that isolates CPUs as fully as a kernel can.
///
/// @param bootLine the proposed line: the words that bear on isolation written anew, all others
///   kept
/// @param prediction what it leads to
/// @param remaining the classes of threads, by name, whose mask still reaches the wanted CPUs
public record Fix(String bootLine, Prediction prediction, List<String> remaining) {
  /// The parameters that a proposal writes anew, with underscores for dashes.
  public static final Set<String> WRITTEN_ANEW =
      Set.of(
          "isolcpus",
          "nohz_full",
          "rcu_nocbs",
          "irqaffinity",
          "workqueue.unbound_cpus",
          "kthread_cpus");

  /// Proposes a line.
  ///
  /// @param input the kernel, the machine and the line to start from
  /// @param wanted the CPUs to isolate
  /// @throws IllegalArgumentException where the wanted CPUs are none, not possible, or all
  public static Fix of(PredictionInput input, CpuSet wanted) {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "no CPU to isolate was named: name some, for instance 2-3");
    }
    if (!wanted.isSubsetOf(input.possible())) {
      throw new IllegalArgumentException(
          "CPUs "
              + wanted.minus(input.possible())
              + " are not possible on this machine, which has "
              + input.possible());
    }
    if (wanted.contains(input.bootCpu())) {
      throw new IllegalArgumentException(
          "CPU "
              + input.bootCpu()
              + " is the boot CPU: early kernel threads stay on it, so leave it for housekeeping");
    }
    String line = join(input, words(input, wanted));
    var prediction = Predictor.predict(input.withBootLine(line));
    var remaining =
        prediction.threads().entrySet().stream()
            .filter(entry -> entry.getValue().intersects(wanted))
            .map(entry -> entry.getKey().label())
            .toList();
    return new Fix(line, prediction, remaining);
  }

  /// The words of the proposal alone.
  ///
  /// @param wanted CPUs that {@link #of} accepts
  public static List<String> words(PredictionInput input, CpuSet wanted) {
    var words = new ArrayList<String>();
    boolean tickless = input.config().has("NO_HZ_FULL") != Answer.NO;
    boolean offloads = input.config().has("RCU_NOCB_CPU") != Answer.NO;
    boolean implied = tickless && ParameterRules.NOHZ_FULL_IMPLIES_NOCBS.holdsIn(input.kernel());
    words.add("isolcpus=" + flags(input) + wanted);
    if (tickless) {
      words.add("nohz_full=" + wanted);
    }
    if (offloads && !implied) {
      words.add("rcu_nocbs=" + wanted);
    }
    if (ParameterRules.IRQAFFINITY.holdsIn(input.kernel())) {
      words.add("irqaffinity=" + input.possible().minus(wanted));
    }
    return words;
  }

  private static String flags(PredictionInput input) {
    if (IsolcpusRules.OWN_MAP.holdsIn(input.kernel())) {
      return "";
    }
    boolean managed = KernelRules.setBy(IsolationWord.MANAGED_IRQ, input.kernel()).isPresent();
    return managed ? "managed_irq,domain," : "domain,";
  }

  /// The line with the new words where the first old one stood, or at the end of the kernel's
  /// words.
  private static String join(PredictionInput input, List<String> words) {
    var line = BootLine.parse(input.bootLine());
    boolean dashesEnd = CpulistRules.DASHES_END.holdsIn(input.kernel());
    var kernelWords = line.kernelWords(dashesEnd);
    var result = new ArrayList<String>();
    boolean written = false;
    for (var word : kernelWords) {
      if (!WRITTEN_ANEW.contains(word.canonicalName())) {
        result.add(word.raw());
      } else if (!written) {
        result.addAll(words);
        written = true;
      }
    }
    if (!written) {
      result.addAll(words);
    }
    line.words().stream().skip(kernelWords.size()).map(BootWord::raw).forEach(result::add);
    return result.stream().collect(Collectors.joining(" "));
  }
}
