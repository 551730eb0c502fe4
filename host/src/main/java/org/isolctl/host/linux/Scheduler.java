package org.isolctl.host.linux;

import java.util.Optional;
import org.isolctl.host.linux.ffm.NativePolicy;
import org.isolctl.model.run.SchedulingPolicy;

/// The scheduling policies of threads on the running kernel. Not thread-safe.
public final class Scheduler {
  private final NativePolicy kernel;

  /// Makes ready to call; the native code is linked by the first of them in a process.
  public Scheduler() {
    this.kernel = new NativePolicy();
  }

  /// `sched_setscheduler(2)`.
  ///
  /// @param tid the thread, 0 for the caller
  /// @return the error, empty when it was taken
  public Optional<Errno> set(int tid, SchedulingPolicy policy) {
    return set(tid, policy.kind().number(), policy.priority());
  }

  /// The same for this thread alone: what it makes from now on begins with the ordinary policy.
  public Optional<Errno> setAlone(int tid, SchedulingPolicy policy) {
    return set(tid, policy.kind().number() | NativePolicy.RESET_ON_FORK, policy.priority());
  }

  private Optional<Errno> set(int tid, int policy, int priority) {
    int error = kernel.set(tid, policy, priority);
    return error == 0 ? Optional.empty() : Optional.of(new Errno(error));
  }
}
