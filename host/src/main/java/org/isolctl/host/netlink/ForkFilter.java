package org.isolctl.host.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.isolctl.host.linux.ffm.NativeSockets;

/// The socket filter that lets two kinds of messages through: forks of one parent, and
/// acknowledgements. A message that it drops neither wakes the reader nor fills the buffer
/// (sk_filter() in do_one_broadcast(), net/netlink/af_netlink.c).
final class ForkFilter {
  // Opcodes of classic BPF (include/uapi/linux/bpf_common.h).
  private static final int LOAD_WORD = 0x20;
  private static final int JUMP_EQUAL = 0x15;
  private static final int RETURN = 0x06;

  private static final int DROP = 0;
  private static final int WHOLE = -1;
  private static final int INSTRUCTION = 8;

  private ForkFilter() {}

  /// The instructions, struct sock_filter each: `u16 code; u8 jt, jf; u32 k`.
  static ByteBuffer program(int parent) {
    var program = ByteBuffer.allocateDirect(7 * INSTRUCTION).order(ByteOrder.nativeOrder());
    add(program, LOAD_WORD, 0, 0, ProcMessage.WHAT);
    add(program, JUMP_EQUAL, 4, 0, ProcMessage.PROC_EVENT_NONE);
    add(program, JUMP_EQUAL, 0, 2, network(ProcMessage.PROC_EVENT_FORK));
    add(program, LOAD_WORD, 0, 0, ProcMessage.PARENT_PID);
    add(program, JUMP_EQUAL, 1, 0, network(parent));
    add(program, RETURN, 0, 0, DROP);
    add(program, RETURN, 0, 0, WHOLE);
    return program.rewind();
  }

  /// Loads read big-endian whatever the machine is.
  private static int network(int value) {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? Integer.reverseBytes(value) : value;
  }

  private static void add(ByteBuffer program, int code, int ifTrue, int ifFalse, int value) {
    program.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(value);
  }

  /// A struct sock_fprog that points to the program: `u16 len`, padding, a pointer.
  static ByteBuffer handle(ByteBuffer program) {
    return ByteBuffer.allocateDirect(16)
        .order(ByteOrder.nativeOrder())
        .putShort(0, (short) (program.capacity() / INSTRUCTION))
        .putLong(8, NativeSockets.address(program));
  }
}
