package org.isolctl.host.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of the proc connector's messages: a struct nlmsghdr (include/uapi/linux/netlink.h), a
/// struct cn_msg (connector.h) and a struct proc_event (cn_proc.h), one after the other.
///
/// Offsets are from the start of the datagram; the time stamp stands unaligned there.
final class ProcMessage {
  static final int HEADER = 16;
  static final int CN_MSG = 20;
  static final int PROC_EVENT = 40;
  static final int LENGTH = HEADER + CN_MSG + PROC_EVENT;
  static final int REQUEST_LENGTH = HEADER + CN_MSG + Integer.BYTES;

  static final int WHAT = 36;
  static final int CPU = 40;
  static final int TIMESTAMP = 44;
  static final int ACK_ERROR = 52;
  static final int PARENT_PID = 52;
  static final int CHILD_PID = 60;

  static final int PROC_EVENT_NONE = 0;
  static final int PROC_EVENT_FORK = 1;
  static final int PROC_CN_MCAST_LISTEN = 1;
  static final int PROC_CN_MCAST_IGNORE = 2;

  /// `CN_IDX_PROC` and `CN_VAL_PROC`.
  static final int CN_PROC = 1;

  private static final int NLMSG_DONE = 3;
  private static final int TYPE = 4;
  private static final int INDEX = 16;
  private static final int VALUE = 20;
  private static final int ACKNOWLEDGED = 28;
  private static final int DATA_LENGTH = 32;

  private ProcMessage() {}

  /// Understands one datagram.
  ///
  /// @param length how many bytes of the buffer were received
  /// @param parent whose forks are of interest
  /// @param cookie the `ack` of our requests: acknowledgements go to every listener, and have the
  ///   `ack` of the request plus 1
  static ProcEvent parse(ByteBuffer bytes, int length, int parent, int cookie) {
    if (length < LENGTH
        || bytes.getInt(0) < LENGTH
        || bytes.getShort(TYPE) != NLMSG_DONE
        || bytes.getInt(INDEX) != CN_PROC
        || bytes.getInt(VALUE) != CN_PROC
        || bytes.getShort(DATA_LENGTH) < PROC_EVENT) {
      return new ProcEvent.Other();
    }
    int what = bytes.getInt(WHAT);
    if (what == PROC_EVENT_FORK && bytes.getInt(PARENT_PID) == parent) {
      return new ProcEvent.Forked(
          bytes.getInt(CHILD_PID), bytes.getInt(CPU), bytes.getLong(TIMESTAMP));
    }
    if (what == PROC_EVENT_NONE && bytes.getInt(ACKNOWLEDGED) == cookie + 1) {
      return new ProcEvent.Acknowledged(bytes.getInt(ACK_ERROR));
    }
    return new ProcEvent.Other();
  }

  /// A request with the 4-byte operation that every kernel takes; the longer one of 6.6 and later
  /// hides the acknowledgement.
  static ByteBuffer request(int operation, int cookie) {
    var bytes = ByteBuffer.allocateDirect(REQUEST_LENGTH).order(ByteOrder.nativeOrder());
    return bytes
        .putInt(0, REQUEST_LENGTH)
        .putShort(TYPE, (short) NLMSG_DONE)
        .putInt(INDEX, CN_PROC)
        .putInt(VALUE, CN_PROC)
        .putInt(ACKNOWLEDGED, cookie)
        .putShort(DATA_LENGTH, (short) Integer.BYTES)
        .putInt(WHAT, operation);
  }
}
