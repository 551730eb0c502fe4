package org.isolctl.model.judge;

import org.isolctl.model.cpu.CpuSet;

/// Where CPUs have their isolation from.
///
/// @param origin for instance `/sys/devices/system/cpu/isolated` or the path of a cgroup
public record IsolationSource(Kind kind, CpuSet cpus, String origin) {

  /// The ways to isolate a CPU.
  public enum Kind {
    /// Boot word `isolcpus=` with `domain`, or without a flag.
    ISOLCPUS("isolcpus", true),
    /// Boot word `nohz_full=`: the tick stops there, the scheduler still balances.
    NOHZ_FULL("nohz_full", false),
    /// A valid isolated partition of cgroup v2.
    PARTITION("partition", true),
    /// A cgroup v1 cpuset that is exclusive and does not balance.
    CPUSET_V1("cpuset-v1", true),
    /// `--isolated`, or the policy file: judged as if.
    USER("user", false);

    private final String label;
    private final boolean outsideDomains;

    Kind(String label, boolean outsideDomains) {
      this.label = label;
      this.outsideDomains = outsideDomains;
    }

    public String label() {
      return label;
    }

    /// Whether it takes the CPU out of every scheduler domain, so that nothing is balanced there.
    public boolean outsideDomains() {
      return outsideDomains;
    }
  }
}
