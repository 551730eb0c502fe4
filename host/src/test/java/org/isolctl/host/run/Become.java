package org.isolctl.host.run;

import java.util.List;
import java.util.Optional;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.model.cpu.CpuSet;

/// Started by ExecTest: takes a CPU and becomes the command of its arguments.
final class Become {
  private Become() {}

  public static void main(String[] args) {
    var programs = new LivePrograms(Optional.empty());
    if (!(programs.setMask(0, CpuSet.parseList(args[0])) instanceof AffinityResult.Mask)) {
      System.exit(99);
    }
    System.exit(programs.become(List.of(args).subList(1, args.length)).number());
  }
}
