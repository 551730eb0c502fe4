package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.NetworkFacts.Queue;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// Receive queues that hand packets to isolated CPUs in software (RPS). The mask of transmit queues
/// (XPS) only maps senders to queues and sends no work anywhere.
public final class PacketSteering implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    for (Queue queue : situation.machine().network().receive()) {
      var mask = queue.cpus().toOptional().orElse(CpuSet.empty());
      if (mask.intersects(situation.isolated())) {
        found.accept(
            new Finding(
                FindingCode.RPS_REACHES,
                Situation.severityOf(Grade.WILL_RUN),
                new Subject.OfQueue(queue.device(), queue.queue()),
                Optional.of(situation.cut(mask)),
                situation.reach(mask),
                Optional.of(Grade.WILL_RUN),
                Optional.empty(),
                true,
                "Packets that arrive here are handed to isolated CPUs in a softirq.",
                Remedy.nowOnly(
                    "write "
                        + situation.cut(mask).minus(situation.isolated()).toMask(mask.last() + 1)
                        + " to "
                        + queue.cpus().source(),
                    "whoever wrote the mask writes it again: look in its configuration"),
                List.of(queue.cpus().source())));
      }
    }
  }
}
