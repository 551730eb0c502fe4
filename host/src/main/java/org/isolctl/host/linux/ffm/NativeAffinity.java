package org.isolctl.host.linux.ffm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// `sched_getaffinity(2)` and `sched_setaffinity(2)` for any number of CPUs.
///
/// Not thread-safe: the buffers are kept between calls.
public final class NativeAffinity {
  private static final int EINVAL = 22;
  private static final int FIRST_WORDS = 16;
  private static final int MOST_WORDS = 1024;

  /// The answer of {@link #narrow} when nothing was set.
  public static final int NOT_NARROWED = -1;

  private final SystemCall kernel = new SystemCall();
  private ByteBuffer buffer = buffer(FIRST_WORDS);
  private long address = SystemCall.address(buffer);
  private ByteBuffer rest = buffer(FIRST_WORDS);
  private long restAddress = SystemCall.address(rest);
  private long[] words = new long[0];

  private static ByteBuffer buffer(int words) {
    return ByteBuffer.allocateDirect(words * Long.BYTES).order(ByteOrder.nativeOrder());
  }

  /// Asks for the mask of a thread, 0 for the caller. The kernel leaves out CPUs that are not
  /// active, hence offline ones (`sched_getaffinity()` in kernel/sched/syscalls.c, 6.12).
  ///
  /// @return 0, or the error number; after 0 the mask stands in {@link #words()}
  public int get(int tid) {
    int result = fill(tid);
    if (result >= 0) {
      take(result / Long.BYTES);
      return 0;
    }
    return -result;
  }

  /// How many bytes the kernel has filled, or the negated error number.
  private int fill(int tid) {
    while (true) {
      int result =
          (int) kernel.call(CallNumbers.HERE.schedGetaffinity(), tid, buffer.capacity(), address);
      // A kernel for more CPUs than the buffer has bits answers EINVAL.
      if (result != -EINVAL || buffer.capacity() >= MOST_WORDS * Long.BYTES) {
        return result;
      }
      resize(buffer.capacity() / Long.BYTES * 2);
    }
  }

  /// Takes CPUs out of the mask of a thread that has them and others. Between the two calls to the
  /// kernel stands as little as can be: what somebody else sets meanwhile is lost.
  ///
  /// @param away the CPUs, in the kernel's layout
  /// @return 0 when it was set, {@link #NOT_NARROWED} when it has none of them or nothing else or
  ///   may not be set, and after both the mask that it had stands in {@link #words()}; or the error
  ///   number when its mask is not to be had
  public int narrow(int tid, long[] away) {
    int bytes = fill(tid);
    if (bytes < 0) {
      return -bytes;
    }
    boolean narrowed = holdsSomeOf(bytes / Long.BYTES, away) && setRest(tid, bytes);
    take(bytes / Long.BYTES);
    return narrowed ? 0 : NOT_NARROWED;
  }

  /// Whether the mask holds some of these CPUs and others, which then stand in the rest.
  private boolean holdsSomeOf(int count, long[] away) {
    long some = 0;
    long others = 0;
    for (int i = 0; i < count; i++) {
      long word = buffer.getLong(i * Long.BYTES);
      long taken = i < away.length ? word & away[i] : 0;
      some |= taken;
      others |= word ^ taken;
      rest.putLong(i * Long.BYTES, word ^ taken);
    }
    return some != 0 && others != 0;
  }

  private boolean setRest(int tid, int bytes) {
    return kernel.call(CallNumbers.HERE.schedSetaffinity(), tid, bytes, restAddress) == 0;
  }

  private void take(int count) {
    if (words.length != count) {
      words = new long[count];
    }
    for (int i = 0; i < count; i++) {
      words[i] = buffer.getLong(i * Long.BYTES);
    }
  }

  /// The mask that {@link #get} found last, in the kernel's layout; overwritten by the next call.
  public long[] words() {
    return words;
  }

  /// Sets the mask of a thread, 0 for the caller.
  ///
  /// @return 0, or the error number
  public int set(int tid, long[] mask) {
    if (buffer.capacity() < mask.length * Long.BYTES) {
      resize(mask.length);
    }
    int room = buffer.capacity() / Long.BYTES;
    long[] padded = Arrays.copyOf(mask, room);
    for (int i = 0; i < room; i++) {
      buffer.putLong(i * Long.BYTES, padded[i]);
    }
    // Bits above the kernel's own width are ignored by it.
    return (int) -kernel.call(CallNumbers.HERE.schedSetaffinity(), tid, buffer.capacity(), address);
  }

  private void resize(int count) {
    buffer = buffer(count);
    address = SystemCall.address(buffer);
    rest = buffer(count);
    restAddress = SystemCall.address(rest);
  }
}
