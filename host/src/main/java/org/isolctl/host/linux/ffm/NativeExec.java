package org.isolctl.host.linux.ffm;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// `execve(2)` by the calling thread, and what must be set right before it.
///
/// A process of many threads may call it: the kernel ends all others, and the caller takes the
/// process's id over (de_thread() in fs/exec.c). What belongs to a thread, as its mask, its policy
/// and the signals that it blocks, is the caller's.
public final class NativeExec {
  static final int SIG_SETMASK = 2;
  static final int SIG_IGN = 1;
  static final int F_SETFD = 2;
  static final int FD_CLOEXEC = 1;

  /// The kernel's `sigset_t`, one bit for each of 64 signals.
  private static final int SIGNAL_SET_BYTES = 8;

  private static final int SIGACTION_ROOM = 64;

  private final SystemCall kernel = new SystemCall();
  private final CallNumbers numbers = CallNumbers.HERE;

  /// Replaces the program of this process.
  ///
  /// @param arguments with the program's own name first; bytes, as nothing says that they are text
  /// @param environment `NAME=value` each
  /// @return the error number; it returns only when it failed
  public int exec(byte[] path, List<byte[]> arguments, List<byte[]> environment) {
    var memory = ByteBuffer.allocateDirect(room(path, arguments, environment));
    memory.order(ByteOrder.nativeOrder());
    long base = SystemCall.address(memory);
    // Pointers first, as they must be aligned.
    int strings = (arguments.size() + environment.size() + 2) * Long.BYTES;
    int after = put(memory, 0, strings, base, arguments);
    int second = (arguments.size() + 1) * Long.BYTES;
    after = put(memory, second, after, base, environment);
    memory.put(after, path).put(after + path.length, (byte) 0);
    try {
      return (int) -kernel.call(numbers.execve(), base + after, base, base + second);
    } finally {
      Reference.reachabilityFence(memory);
    }
  }

  private static int room(byte[] path, List<byte[]> arguments, List<byte[]> environment) {
    long room = path.length + 1L + 2 * Long.BYTES;
    for (var words : List.of(arguments, environment)) {
      for (byte[] word : words) {
        room += word.length + 1L + Long.BYTES;
      }
    }
    return Math.toIntExact(room);
  }

  /// Lays out words and the pointers to them.
  ///
  /// @return the offset behind the words
  private static int put(ByteBuffer memory, int pointers, int from, long base, List<byte[]> words) {
    int at = from;
    int pointer = pointers;
    for (byte[] word : words) {
      memory.putLong(pointer, base + at);
      memory.put(at, word).put(at + word.length, (byte) 0);
      at += word.length + 1;
      pointer += Long.BYTES;
    }
    memory.putLong(pointer, 0);
    return at;
  }

  /// Sets the signals that the calling thread blocks.
  ///
  /// @param blocked bit n - 1 for signal n
  /// @return 0, or the error number
  public int block(long blocked) {
    var set = ByteBuffer.allocateDirect(SIGNAL_SET_BYTES).order(ByteOrder.nativeOrder());
    set.putLong(0, blocked);
    try {
      return (int)
          -kernel.call(
              numbers.rtSigprocmask(),
              SIG_SETMASK,
              SystemCall.address(set),
              0,
              SIGNAL_SET_BYTES,
              0);
    } finally {
      Reference.reachabilityFence(set);
    }
  }

  /// Makes this process ignore a signal, and with it the program that it becomes.
  ///
  /// @return 0, or the error number
  public int ignore(int signal) {
    // The kernel's own struct: the handler comes first, all else is zero on every architecture.
    var action = ByteBuffer.allocateDirect(SIGACTION_ROOM).order(ByteOrder.nativeOrder());
    action.putLong(0, SIG_IGN);
    try {
      return (int)
          -kernel.call(
              numbers.rtSigaction(), signal, SystemCall.address(action), 0, SIGNAL_SET_BYTES, 0);
    } finally {
      Reference.reachabilityFence(action);
    }
  }

  /// Makes a descriptor one that the next program does not get.
  ///
  /// @return 0, or the error number
  public int closeOnExec(int descriptor) {
    return (int) -kernel.call(numbers.fcntl(), descriptor, F_SETFD, FD_CLOEXEC);
  }
}
