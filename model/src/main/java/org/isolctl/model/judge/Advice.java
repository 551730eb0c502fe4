package org.isolctl.model.judge;

import java.util.ArrayList;
import java.util.List;

/// What to tell a reader whose machine isolates nothing, or shows too little.
final class Advice {
  private Advice() {}

  static List<String> of(Verdict verdict, Situation situation) {
    return switch (verdict) {
      case INTACT, VIOLATED -> List.of();
      case NOT_ISOLATED -> notIsolated(situation);
      case UNDECIDED ->
          List.of(
              "Too little could be seen to judge; each gap says what would fill it. Most often that"
                  + " is to run on the host, not in a container, and as root.");
    };
  }

  private static List<String> notIsolated(Situation situation) {
    int last = situation.housekeeping().last();
    if (last < 1) {
      return List.of("This machine has one CPU: there is none to isolate.");
    }
    var outlook = situation.outlook();
    var advice = new ArrayList<String>();
    advice.add("To see first what would be in the way: isolctl audit --isolated " + last);
    advice.add(
        "To isolate CPUs on this kernel: "
            + outlook
                .fullLine()
                .map(line -> "boot with " + line)
                .orElse("the boot word isolcpus=" + last + ", or a cgroup v2 isolated partition"));
    if (outlook.lastingForKthreads().orElse(null) instanceof Lasting.NoBootWord none) {
      advice.add(
          "To keep kernel threads off them too, run isolctl guard. Boot words cannot: "
              + none.why()
              + ".");
    }
    return List.copyOf(advice);
  }
}
