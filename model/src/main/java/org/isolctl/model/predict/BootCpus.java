package org.isolctl.model.predict;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.rules.ParameterRules;

/// The CPUs that a boot line lets a machine have: `nr_cpus=`, `possible_cpus=`, `maxcpus=`,
/// `nosmp`.
///
/// The kernel reads these before all other words (arch/x86/kernel/smpboot.c, kernel/smp.c).
///
/// @param possible the possible CPUs
/// @param present those of them that are there
/// @param online those of them that are brought up at boot
/// @param maxCpus the value of `maxcpus=`, or more than any machine has
record BootCpus(CpuSet possible, CpuSet present, CpuSet online, long maxCpus) {
  private static final Pattern INTEGER =
      Pattern.compile("([+-]?)(?:0[xX]([0-9a-fA-F]{1,9})|(\\d{1,12})).*", Pattern.DOTALL);

  static BootCpus of(PredictionInput input, List<BootWord> words, Remarks remarks) {
    long nrCpus = Long.MAX_VALUE;
    long maxCpus = Long.MAX_VALUE;
    OptionalLong possibleCpus = OptionalLong.empty();
    for (var word : words) {
      if (word.isNamed("nosmp") && word.value().isEmpty()) {
        maxCpus = 0;
        limits(remarks, word, "nosmp", "Only the boot CPU is used.");
        continue;
      }
      var number = integer(word);
      if (number.isEmpty()) {
        continue;
      }
      long value = number.getAsLong();
      if (word.isNamed("maxcpus")) {
        // A negative count is a huge unsigned one.
        maxCpus = value < 0 ? Long.MAX_VALUE : value;
        limits(
            remarks,
            word,
            "maxcpus",
            value == 0
                ? "Only the boot CPU is used."
                : "At most " + value + " CPUs are brought up at boot; the rest stays possible.");
      } else if (word.isNamed("nr_cpus") && value > 0) {
        nrCpus = value;
        limits(remarks, word, "nr_cpus", "At most " + value + " CPUs are possible.");
      } else if (word.isNamed("possible_cpus") && value > 0) {
        possibleCpus = OptionalLong.of(value);
        limits(remarks, word, "possible_cpus", value + " CPUs are possible, if the rest allows.");
      }
    }
    var possible = input.possible();
    if (possibleCpus.isPresent()) {
      boolean raises = !ParameterRules.POSSIBLE_CPUS_ONLY_LOWERS.holdsIn(input.kernel());
      if (raises && possibleCpus.getAsLong() > possible.size()) {
        possible =
            CpuSet.range(0, (int) Math.min(possibleCpus.getAsLong(), CpuSet.MAX_CPU + 1L) - 1);
      }
      possible = firstOf(possible, possibleCpus.getAsLong());
    }
    possible = firstOf(possible, maxCpus == 0 ? 1 : nrCpus);
    var present = input.present().orElse(input.possible()).intersect(possible);
    return new BootCpus(possible, present, firstOf(present, Math.max(maxCpus, 1)), maxCpus);
  }

  /// The number at the start of the value, as `get_option()` reads it: 0 where there is none.
  private static OptionalLong integer(BootWord word) {
    String value = word.value().orElse("");
    if (value.isEmpty()
        || !(word.isNamed("maxcpus") || word.isNamed("nr_cpus") || word.isNamed("possible_cpus"))) {
      return OptionalLong.empty();
    }
    var match = INTEGER.matcher(value);
    if (!match.matches()) {
      return OptionalLong.of(0);
    }
    String decimal = match.group(3);
    long magnitude =
        decimal == null
            ? Long.parseLong(match.group(2), 16)
            : decimal.length() > 1 && decimal.startsWith("0")
                ? octal(decimal)
                : Long.parseLong(decimal);
    return OptionalLong.of(match.group(1).equals("-") ? -magnitude : magnitude);
  }

  private static long octal(String digits) {
    long value = 0;
    for (int at = 0; at < digits.length() && digits.charAt(at) <= '7'; at++) {
      value = value * 8 + (digits.charAt(at) - '0');
    }
    return value;
  }

  private static CpuSet firstOf(CpuSet cpus, long count) {
    return count >= cpus.size()
        ? cpus
        : CpuSet.of(cpus.stream().limit(Math.max(count, 0)).toArray());
  }

  private static void limits(Remarks remarks, BootWord word, String parameter, String message) {
    remarks.info(DiagnosticCode.CPUS_LIMITED, parameter, word.at(), message);
  }
}
