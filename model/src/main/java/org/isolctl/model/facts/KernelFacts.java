package org.isolctl.model.facts;

import java.util.Map;

/// The running kernel.
///
/// @param release as `/proc/sys/kernel/osrelease` has it, for instance `6.12.117+deb12-cloud-amd64`
/// @param bootLine the kernel command line, without the newline at its end
/// @param config the options that are set: `NO_HZ_FULL` to `y`, `m` or a value, without the prefix
///   `CONFIG_`; an option that is not in the map is not set
/// @param isolatedMaskSymbol whether `/proc/kallsyms` has `__cpu_isolated_mask`, which
///   kernel/isolate-kthreads.cocci brings; absent where it was not looked for, because nothing
///   hints at it, or where the list holds no data symbols
public record KernelFacts(
    Reading<String> release,
    Reading<String> bootLine,
    Reading<Map<String, String>> config,
    Reading<Boolean> isolatedMaskSymbol) {}
