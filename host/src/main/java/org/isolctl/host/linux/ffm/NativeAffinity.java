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

  private final SystemCall kernel = new SystemCall();
  private ByteBuffer buffer = buffer(FIRST_WORDS);
  private long address = SystemCall.address(buffer);
  private long[] words = new long[0];

  private static ByteBuffer buffer(int words) {
    return ByteBuffer.allocateDirect(words * Long.BYTES).order(ByteOrder.nativeOrder());
  }

  /// Asks for the mask of a thread, 0 for the caller. The kernel leaves out CPUs that are not
  /// active, hence offline ones (`sched_getaffinity()` in kernel/sched/syscalls.c, 6.12).
  ///
  /// @return 0, or the error number; after 0 the mask stands in {@link #words()}
  public int get(int tid) {
    while (true) {
      long result =
          kernel.call(CallNumbers.HERE.schedGetaffinity(), tid, buffer.capacity(), address);
      if (result >= 0) {
        take((int) result / Long.BYTES);
        return 0;
      }
      // A kernel for more CPUs than the buffer has bits answers EINVAL.
      if (result != -EINVAL || buffer.capacity() >= MOST_WORDS * Long.BYTES) {
        return (int) -result;
      }
      resize(buffer.capacity() / Long.BYTES * 2);
    }
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
  }
}
