package org.isolctl.model.facts;

import org.isolctl.model.cpu.CpuSet;

/// The lockup watchdog, from `/proc/sys/kernel`.
///
/// @param enabled `watchdog`: the soft or the hard lockup detector is on
/// @param cpus `watchdog_cpumask`
public record WatchdogFacts(Reading<Boolean> enabled, Reading<CpuSet> cpus) {}
