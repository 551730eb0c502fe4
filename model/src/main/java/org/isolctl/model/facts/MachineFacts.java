package org.isolctl.model.facts;

/// What was read of a machine apart from its threads.
public record MachineFacts(
    KernelFacts kernel,
    CpuFacts cpus,
    CgroupFacts cgroups,
    WorkqueueFacts workqueues,
    IrqFacts irqs,
    NetworkFacts network,
    WatchdogFacts watchdog,
    ServiceFacts services) {}
