package org.isolctl.host.machine;

import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ServiceFacts;
import org.isolctl.model.facts.ThreadFacts;

/// Services that place threads or IRQs, told by the names of running processes.
final class ServiceReader {
  private static final int KTHREADD = 2;

  private final MachineFiles files;
  private final List<ThreadFacts> leaders;

  /// @param leaders every thread group leader
  ServiceReader(MachineFiles files, List<ThreadFacts> leaders) {
    this.files = files;
    this.leaders = leaders;
  }

  ServiceFacts read() {
    return new ServiceFacts(
        process("irqbalance"),
        new IrqbalanceReader(files).banned(),
        process("tuned"),
        process("stalld"),
        new SystemdReader(files).affinity());
  }

  /// The first user process of a name. In a PID namespace of its own an observer sees nothing of
  /// the machine's services: then nothing is known.
  private Reading<Integer> process(String comm) {
    for (ThreadFacts leader : leaders) {
      if (leader.comm().equals(Optional.of(comm)) && !leader.kernelThread().orElse(false)) {
        return Reading.present("/proc/" + leader.tid(), leader.tid());
      }
    }
    return leaders.isEmpty() || seesKthreadd()
        ? Reading.absent("/proc")
        : Reading.denied("/proc", "the PID namespace of the host");
  }

  private boolean seesKthreadd() {
    for (ThreadFacts leader : leaders) {
      if (leader.tid() == KTHREADD) {
        return leader.kernelThread().orElse(false);
      }
    }
    return false;
  }
}
