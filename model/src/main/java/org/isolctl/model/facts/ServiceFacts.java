package org.isolctl.model.facts;

import org.isolctl.model.cpu.CpuSet;

/// User-space services that place threads or IRQs.
///
/// @param irqbalance its process, absent when none runs
/// @param irqbalanceBanned `IRQBALANCE_BANNED_CPULIST` (or the mask form) of its configuration:
///   when set it *replaces* what irqbalance finds out about isolated CPUs by itself
/// @param systemdAffinity `CPUAffinity=` of systemd's own configuration, which every service
///   inherits
public record ServiceFacts(
    Reading<Integer> irqbalance,
    Reading<CpuSet> irqbalanceBanned,
    Reading<Integer> tuned,
    Reading<Integer> stalld,
    Reading<CpuSet> systemdAffinity) {}
