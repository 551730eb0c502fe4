package org.isolctl.host.linux;

import java.util.List;
import org.isolctl.host.linux.ffm.NativeExec;

/// Replaces the program of this process, `execve(2)`.
public final class ProgramChange {
  private final NativeExec kernel;

  /// Makes ready to call; the native code is linked by the first of them in a process.
  public ProgramChange() {
    this.kernel = new NativeExec();
  }

  /// Replaces the program. The calling thread's mask, policy and blocked signals become the new
  /// program's; nothing of this one runs any more, no hook and no `finally`.
  ///
  /// @param arguments with the program's own name first
  /// @param environment `NAME=value` each
  /// @return why it failed; else it does not return
  public Errno exec(byte[] path, List<byte[]> arguments, List<byte[]> environment) {
    return new Errno(kernel.exec(path, arguments, environment));
  }

  /// Sets the signals that the calling thread blocks, bit n - 1 for signal n.
  public void block(long signals) {
    int error = kernel.block(signals);
    if (error != 0) {
      throw new IllegalStateException("rt_sigprocmask failed: " + new Errno(error));
    }
  }

  /// Makes this process, and the program that it becomes, ignore a signal.
  public void ignore(int signal) {
    int error = kernel.ignore(signal);
    if (error != 0) {
      throw new IllegalStateException("rt_sigaction failed: " + new Errno(error));
    }
  }

  /// Keeps a descriptor from the next program. One that is closed already is no matter.
  public void closeOnExec(int descriptor) {
    int _ = kernel.closeOnExec(descriptor);
  }
}
