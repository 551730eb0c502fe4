package org.isolctl.model.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.bootline.Span;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.rules.IsolationWord;
import org.isolctl.model.rules.IsolcpusRules;
import org.isolctl.model.rules.KernelRules;

/// The flags and the list of an `isolcpus=` word, read as `housekeeping_isolcpus_setup()` does
/// (kernel/sched/isolation.c, 4.15 and later).
///
/// @param words the flags that were recognised; `DOMAIN` where there was none
/// @param list the rest, a cpulist
/// @param offset where the list stands in the boot line
/// @param strayed whether the kernel ran over the end of the word, for want of a comma
record IsolcpusFlags(List<IsolationWord> words, String list, int offset, boolean strayed) {

  /// Reads the word; empty where the kernel drops it, which is then remarked.
  static Optional<IsolcpusFlags> read(BootWord word, KernelVersion kernel, Remarks remarks) {
    return new Reader(word, kernel, remarks).read();
  }

  private static final class Reader {
    private final BootWord word;
    private final KernelVersion kernel;
    private final Remarks remarks;
    private final String value;
    // The word with the NUL that ends it, and what lies behind.
    private final String memory;
    private final List<IsolationWord> words = new ArrayList<>();
    private int at;

    Reader(BootWord word, KernelVersion kernel, Remarks remarks) {
      this.word = word;
      this.kernel = kernel;
      this.remarks = remarks;
      this.value = word.value().orElse("");
      this.memory = value + '\0' + word.beyond();
    }

    Optional<IsolcpusFlags> read() {
      while (at < memory.length() && isLetter(memory.charAt(at))) {
        if (!knownFlag() && !skipped()) {
          return Optional.empty();
        }
      }
      if (words.isEmpty()) {
        words.add(IsolationWord.DOMAIN);
      }
      boolean strayed = at > value.length();
      int from = Math.min(at, memory.length());
      int end = memory.indexOf('\0', from);
      String list = memory.substring(from, end < 0 ? memory.length() : end);
      return Optional.of(
          new IsolcpusFlags(
              List.copyOf(words),
              list,
              word.valueAt().offset() + Math.min(at, value.length()),
              strayed));
    }

    private boolean knownFlag() {
      for (var flag : IsolationWord.values()) {
        if (flag != IsolationWord.NOHZ_FULL
            && memory.startsWith(flag.text() + ",", at)
            && KernelRules.setBy(flag, kernel).isPresent()) {
          if (!words.contains(flag)) {
            words.add(flag);
          }
          at += flag.text().length() + 1;
          return true;
        }
      }
      return false;
    }

    /// Steps over an unknown flag; false where the kernel drops the option because of it.
    private boolean skipped() {
      int start = at;
      boolean legal = true;
      while (at < memory.length() && memory.charAt(at) != '\0' && memory.charAt(at) != ',') {
        char c = memory.charAt(at++);
        legal &= isLetter(c) || c == '_';
      }
      boolean commaMissing = at >= memory.length() || memory.charAt(at) == '\0';
      String flag = memory.substring(start, at);
      at++;
      if (start > value.length()) {
        // The kernel is in the next word already, which was remarked where it left its own.
        return legal && IsolcpusRules.UNKNOWN_FLAG_SKIPPED.holdsIn(kernel);
      }
      var place = new Span(word.valueAt().offset() + start, flag.length());
      boolean drops = !legal || IsolcpusRules.UNKNOWN_FLAG_DROPS.holdsIn(kernel);
      remark(flag, place, commaMissing, drops);
      return !drops;
    }

    private void remark(String flag, Span place, boolean commaMissing, boolean drops) {
      if (flag.equalsIgnoreCase("all") || flag.startsWith("N")) {
        remarks.error(
            DiagnosticCode.KEYWORD_FIRST,
            "isolcpus",
            place,
            "Here the kernel takes '" + flag + "' for a flag, and isolates nothing by it.",
            "begin the list with a number, for instance isolcpus=domain,2-3");
      } else if (commaMissing && isKnown(flag)) {
        remarks.error(
            DiagnosticCode.FLAG_WITHOUT_COMMA,
            "isolcpus",
            place,
            "Without a comma and a list after it the kernel does not know the flag '" + flag + "'.",
            "write isolcpus=" + flag + ",CPULIST");
      } else if (drops) {
        remarks.error(
            IsolcpusRules.UNKNOWN_FLAG_DROPS.holdsIn(kernel)
                ? DiagnosticCode.FLAG_UNKNOWN
                : DiagnosticCode.FLAG_INVALID,
            "isolcpus",
            place,
            "This kernel does not know the flag '" + flag + "' and drops the whole option.",
            suggestion(flag));
      } else {
        remarks.warning(
            DiagnosticCode.FLAG_UNKNOWN,
            "isolcpus",
            place,
            "This kernel does not know the flag '" + flag + "' and skips it.",
            suggestion(flag));
      }
    }

    private boolean isKnown(String flag) {
      return knownFlags().stream().anyMatch(flag::equals);
    }

    private List<String> knownFlags() {
      var known = new ArrayList<String>();
      for (var flag : IsolationWord.values()) {
        if (flag != IsolationWord.NOHZ_FULL && KernelRules.setBy(flag, kernel).isPresent()) {
          known.add(flag.text());
        }
      }
      return known;
    }

    private String suggestion(String flag) {
      for (String known : knownFlags()) {
        if (known.equalsIgnoreCase(flag.replace('-', '_'))) {
          return "write " + known;
        }
      }
      return "leave it out; this kernel knows " + String.join(", ", knownFlags());
    }

    private static boolean isLetter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
  }
}
