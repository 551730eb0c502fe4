package org.isolctl.model.facts;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;

/// Where the network stack hands packets to CPUs, from `/sys/class/net/DEV/queues`.
public record NetworkFacts(List<Queue> receive, List<Queue> transmit) {

  /// One queue of a device.
  ///
  /// @param device for instance `eth0`
  /// @param queue for instance `rx-0`
  /// @param cpus `rps_cpus` or `xps_cpus`; empty when the steering is off
  public record Queue(String device, String queue, Reading<CpuSet> cpus) {}
}
