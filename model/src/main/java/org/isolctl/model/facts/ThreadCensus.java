package org.isolctl.model.facts;

import java.util.List;

/// The threads of a machine.
///
/// @param seen how many threads there are: enumerated, those that vanished while they were looked
///   at left out; or counted by the kernel itself
/// @param kernel how many of them are kernel threads (`PF_KTHREAD`)
/// @param vanished how many ended between being listed and being read
/// @param hidden whether kernel threads cannot be seen at all, as in a container with a PID
///   namespace of its own: pid 2 is not kthreadd
/// @param threads every thread group leader (every kernel thread is one), and every other thread
///   whose mask reaches the CPUs of interest; by tid. None where the kernel counted, as no CPU is
///   of interest
public record ThreadCensus(
    int seen, int kernel, int vanished, boolean hidden, List<ThreadFacts> threads) {}
