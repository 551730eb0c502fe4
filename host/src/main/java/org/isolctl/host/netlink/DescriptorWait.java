package org.isolctl.host.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.isolctl.host.linux.ffm.NativeSockets;

/// Waits until one of several descriptors can be read, until somebody else wakes it, or until a
/// time has passed. One thread waits; {@link #wake()} is for any.
public final class DescriptorWait implements AutoCloseable {
  private static final short POLLIN = 1;
  private static final int POLLFD = 8;

  /// What the kernel says of the first descriptor, the one to be woken by (`revents`).
  private static final int ANSWER = 6;

  private static final int EFD_CLOEXEC_NONBLOCK = 0x80000 | 0x800;
  private static final long SECOND = 1_000_000_000L;

  private final NativeSockets kernel = new NativeSockets();
  private final NativeSockets waker = new NativeSockets();
  private final ByteBuffer one = longs(1).putLong(0, 1);
  private final ByteBuffer counter = longs(1);
  private final ByteBuffer timeout = longs(2);
  private final ByteBuffer descriptors;
  private final int count;
  private final int event;
  private boolean closed;

  /// Makes ready to wait for these descriptors, which stay their owner's.
  public DescriptorWait(int... waited) {
    event = kernel.eventfd(0, EFD_CLOEXEC_NONBLOCK);
    if (event < 0) {
      throw new IllegalStateException("eventfd() failed with errno " + -event);
    }
    count = waited.length + 1;
    descriptors = ByteBuffer.allocateDirect(count * POLLFD).order(ByteOrder.nativeOrder());
    add(0, event);
    for (int i = 0; i < waited.length; i++) {
      add(i + 1, waited[i]);
    }
  }

  private void add(int place, int descriptor) {
    descriptors.putInt(place * POLLFD, descriptor).putShort(place * POLLFD + 4, POLLIN);
  }

  private static ByteBuffer longs(int number) {
    return ByteBuffer.allocateDirect(number * Long.BYTES).order(ByteOrder.nativeOrder());
  }

  /// Waits.
  ///
  /// @param nanos at most, nothing at all when not positive
  public void await(long nanos) {
    long left = Math.max(0, nanos);
    timeout.putLong(0, left / SECOND).putLong(Long.BYTES, left % SECOND);
    // An interrupted wait is as good as one that is over.
    // The answer of an earlier wait must not be taken for one of this.
    descriptors.putShort(ANSWER, (short) 0);
    kernel.ppoll(descriptors, count, timeout);
    if (descriptors.getShort(ANSWER) != 0) {
      kernel.read(event, counter);
    }
  }

  /// Ends the wait of now, or the next one.
  public synchronized void wake() {
    // The number may be another descriptor's by then.
    if (!closed) {
      waker.write(event, one, Long.BYTES);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    waker.close(event);
  }
}
