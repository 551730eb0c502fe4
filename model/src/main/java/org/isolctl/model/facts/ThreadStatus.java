package org.isolctl.model.facts;

import java.util.Optional;

/// What `/proc/TGID/status` tells of a thread: the little that many captures hold instead of
/// `stat`. It has no `PF_` flags, no last CPU, no times, no policy.
///
/// @param comm its name, the kernel's escapes undone; as hostile as {@link ThreadStat#comm()}
/// @param state one letter, `R` for runnable
/// @param ppid parent; 2 for a kernel thread made by kthreadd
/// @param kernelThread the line `Kthread` (6.6 and later, fs/proc/array.c); on older kernels taken
///   from the memory lines, which only user threads have, and from the parent; empty where neither
///   tells, as for a zombie
public record ThreadStatus(String comm, char state, int ppid, Optional<Boolean> kernelThread) {}
