package org.isolctl.host.linux.ffm;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// glibc's `syscall(2)`, the one native function that is ever linked.
///
/// Linking costs some 30 ms for the first function of a process and 3 to 4 ms for every further
/// shape of parameters, a call 0.2 microseconds: hence one function of one shape for everything.
/// Not thread-safe, as the error number passes through a buffer of the instance.
final class SystemCall {
  private static final MethodHandle SYSCALL = link();

  private final ByteBuffer errno;
  private final MemorySegment callState;

  SystemCall() {
    errno =
        ByteBuffer.allocateDirect(Math.toIntExact(Linker.Option.captureStateLayout().byteSize()))
            .order(ByteOrder.nativeOrder());
    callState = MemorySegment.ofBuffer(errno);
  }

  private static MethodHandle link() {
    var linker = Linker.nativeLinker();
    var word = ValueLayout.JAVA_LONG;
    return linker.downcallHandle(
        linker
            .defaultLookup()
            .find("syscall")
            .orElseThrow(() -> new UnsupportedOperationException("the C library has no syscall()")),
        FunctionDescriptor.of(word, word, word, word, word, word, word),
        Linker.Option.captureCallState("errno"));
  }

  /// Calls the kernel; what it answers, or the negated error number.
  long call(long number, long a, long b, long c, long d, long e) {
    long result;
    try {
      result = (long) SYSCALL.invokeExact(callState, number, a, b, c, d, e);
    } catch (Throwable t) {
      throw new AssertionError("syscall(2) throws nothing", t);
    }
    // On Linux the captured state holds nothing but errno, an int at offset 0.
    return result == -1 ? -errno.getInt(0) : result;
  }

  long call(long number, long a, long b, long c) {
    return call(number, a, b, c, 0, 0);
  }

  /// Where a direct buffer lies, as a parameter of a call.
  static long address(ByteBuffer direct) {
    return MemorySegment.ofBuffer(direct).address();
  }
}
