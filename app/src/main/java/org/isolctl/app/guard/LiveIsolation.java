package org.isolctl.app.guard;

import java.time.Duration;
import java.util.Optional;
import org.isolctl.host.Host;
import org.isolctl.host.kthreads.KernelThreads;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.judge.Isolation;

/// The isolation of this machine.
final class LiveIsolation implements IsolationView {
  /// Where no single file tells of partitions, all cgroups are read this seldom.
  private static final Duration WHOLE_LOOK = Duration.ofSeconds(10);

  private static final String ONLINE = "/sys/devices/system/cpu/online";

  private final Host host;
  private final KernelThreads kernel;
  private final Clock clock;
  private final Optional<String> partitions;
  private String lastWhole = "";
  private long lastWholeNanos;

  LiveIsolation(Host host, KernelThreads kernel, Clock clock) {
    this.host = host;
    this.kernel = kernel;
    this.clock = clock;
    // The kernel's own sum of all partitions: 6.8 and later.
    var facts = host.isolation();
    this.partitions =
        facts.cgroups().isolated().toOptional().map(_ -> facts.cgroups().isolated().source());
    this.lastWhole = all(facts, Optional.empty()).toList();
    this.lastWholeNanos = clock.nanos();
  }

  @Override
  public CpuSet isolated(Optional<CpuSet> byUser) {
    return all(host.isolation(), byUser);
  }

  private static CpuSet all(MachineFacts machine, Optional<CpuSet> byUser) {
    var isolated = Isolation.of(machine, byUser).all();
    return machine.cpus().possible().toOptional().map(isolated::intersect).orElse(isolated);
  }

  @Override
  public CpuSet online() {
    return kernel.text(ONLINE).parse(CpuSet::parseList).toOptional().orElse(CpuSet.empty());
  }

  @Override
  public String fingerprint() {
    return text(ONLINE) + "/" + partitions.map(this::text).orElseGet(this::wholeLook);
  }

  private String text(String file) {
    return kernel.text(file).toOptional().orElse("");
  }

  private String wholeLook() {
    long now = clock.nanos();
    if (now - lastWholeNanos >= WHOLE_LOOK.toNanos()) {
      lastWhole = isolated(Optional.empty()).toList();
      lastWholeNanos = now;
    }
    return lastWhole;
  }
}
