package org.isolctl.model.judge;

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
    return List.of(
        "To see first what would be in the way: isolctl audit --isolated " + last,
        "To isolate CPUs on this kernel: "
            + situation
                .outlook()
                .lastingForKthreads()
                .orElse("the boot word isolcpus=" + last + ", or a cgroup v2 isolated partition"));
  }
}
