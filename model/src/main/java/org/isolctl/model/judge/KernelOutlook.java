package org.isolctl.model.judge;

import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.thread.ThreadClass;

/// What the judge wants to know of a kernel's behaviour: the masks it gives by itself, and what
/// would make it give better ones.
///
/// @param masks the mask that this kernel gives to a new thread of a class under its boot line; a
///   class is left out where it is not known
/// @param childrenInherit whether threads made from now on inherit the mask that is set on kthreadd
///   (kernel/sched/core.c, dup_user_cpus_ptr(): 6.2 and later)
/// @param lastingForKthreads what makes this kernel keep its threads off the isolated CPUs by
///   itself
/// @param lastingForWorkqueues the same for unbound workqueues
public record KernelOutlook(
    Map<ThreadClass, CpuSet> masks,
    boolean childrenInherit,
    Optional<String> lastingForKthreads,
    Optional<String> lastingForWorkqueues) {

  /// Nothing is known of the kernel.
  public static final KernelOutlook UNKNOWN =
      new KernelOutlook(Map.of(), false, Optional.empty(), Optional.empty());

  public KernelOutlook {
    masks = Map.copyOf(masks);
  }

  /// The mask that this kernel gives to a new thread of the class.
  public Optional<CpuSet> mask(ThreadClass threadClass) {
    return Optional.ofNullable(masks.get(threadClass));
  }
}
