package org.isolctl.host.linux.ffm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// `sched_setscheduler(2)`. Not thread-safe: the buffer is kept between calls.
public final class NativePolicy {
  /// `SCHED_RESET_ON_FORK`, to be added to a policy (include/uapi/linux/sched.h).
  public static final int RESET_ON_FORK = 0x40000000;

  private final SystemCall kernel = new SystemCall();

  /// `struct sched_param`, one int.
  private final ByteBuffer parameter =
      ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());

  /// Sets the policy of a thread, 0 for the caller.
  ///
  /// @return 0, or the error number
  public int set(int tid, int policy, int priority) {
    parameter.putInt(0, priority);
    return (int)
        -kernel.call(
            CallNumbers.HERE.schedSetscheduler(), tid, policy, SystemCall.address(parameter));
  }
}
