package org.isolctl.model.judge;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.predict.Prediction;
import org.isolctl.model.thread.ThreadClass;

/// What the judge wants to know of a kernel's behaviour: the masks it gives by itself, and what
/// would make it give better ones.
///
/// @param prediction what this kernel does under its boot line; empty where the kernel or the line
///   is not known
/// @param childrenInherit whether threads made from now on inherit the mask that is set on kthreadd
///   (kernel/sched/core.c, dup_user_cpus_ptr(): 6.2 and later)
/// @param fullLine the boot line that isolates the CPUs as fully as this kernel can
/// @param lastingForKthreads what makes this kernel keep its threads off the isolated CPUs by
///   itself
/// @param lastingForNodeKthreads the same for the threads of NUMA nodes
/// @param lastingForWorkqueues the same for unbound workqueues
public record KernelOutlook(
    Optional<Prediction> prediction,
    boolean childrenInherit,
    Optional<String> fullLine,
    Optional<Lasting> lastingForKthreads,
    Optional<Lasting> lastingForNodeKthreads,
    Optional<Lasting> lastingForWorkqueues) {

  /// Nothing is known of the kernel.
  public static final KernelOutlook UNKNOWN =
      new KernelOutlook(
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// The mask that this kernel gives to a new thread of the class.
  public Optional<CpuSet> mask(ThreadClass threadClass) {
    return prediction.flatMap(known -> Optional.ofNullable(known.threads().get(threadClass)));
  }
}
