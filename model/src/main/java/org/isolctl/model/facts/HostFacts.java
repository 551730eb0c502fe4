package org.isolctl.model.facts;

import java.util.Optional;

/// Everything that was observed of one machine at about one time.
///
/// @param machine what changes seldom: kernel, CPUs, cgroups, workqueues, IRQs, devices, services
/// @param threads the threads, as far as the CPUs of interest need them
/// @param watch what ran while somebody looked for longer, where somebody did
public record HostFacts(MachineFacts machine, ThreadCensus threads, Optional<WatchFacts> watch) {}
