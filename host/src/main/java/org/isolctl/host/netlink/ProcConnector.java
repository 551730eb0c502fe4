package org.isolctl.host.netlink;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.ffm.NativeSockets;

/// A socket that hears of every child of one parent, and is woken by nothing else.
///
/// Works in the initial user and pid namespace only. Not thread-safe.
public final class ProcConnector implements ProcEvents, AutoCloseable {
  /// The parent of all kernel threads.
  public static final int KTHREADD = 2;

  /// Holds more than 6,000 events.
  public static final int BUFFER_BYTES = 4 * 1024 * 1024;

  private static final int AF_NETLINK = 16;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int SOCK_NONBLOCK = 0x800;
  private static final int NETLINK_CONNECTOR = 11;

  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVBUF = 8;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SO_RCVBUFFORCE = 33;

  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int ENOBUFS = 105;

  /// A struct sockaddr_nl: family 2, padding 2, port 4, groups 4.
  private static final int ADDRESS_LENGTH = 12;

  /// More than any message is long; a datagram that does not fit is cut off.
  private static final int LONGEST = 1024;

  /// A guard that ran for two months has asked about this often.
  private static final int MOST_IGNORES = 100_000;

  private final NativeSockets kernel = new NativeSockets();
  private final ByteBuffer received =
      ByteBuffer.allocateDirect(LONGEST).order(ByteOrder.nativeOrder());
  private final int cookie = (int) ProcessHandle.current().pid();
  private final ByteBuffer listen = ProcMessage.request(ProcMessage.PROC_CN_MCAST_LISTEN, cookie);
  private final int parent;
  private final int descriptor;
  private final int bufferBytes;
  private int listens;

  private ProcConnector(int parent, int wantedBytes) throws NoConnectorException {
    this.parent = parent;
    descriptor =
        check(
            "socket(NETLINK_CONNECTOR)",
            kernel.socket(
                AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_CONNECTOR));
    boolean ready = false;
    try {
      bufferBytes = widen(wantedBytes);
      attachFilter();
      check("bind(CN_IDX_PROC)", kernel.bind(descriptor, address(), ADDRESS_LENGTH));
      ready = true;
    } finally {
      if (!ready) {
        kernel.close(descriptor);
      }
    }
  }

  /// Opens the socket, filtered and bound; nothing is heard before {@link #listen()}.
  ///
  /// @param parent whose forks are heard, for instance {@link #KTHREADD}
  /// @param bufferBytes how large a receive buffer is wanted; without CAP_NET_ADMIN the system's
  ///   limit (net.core.rmem_max) applies
  /// @throws NoConnectorException when this kernel, or this container, has none
  public static ProcConnector open(int parent, int bufferBytes) throws NoConnectorException {
    return new ProcConnector(parent, bufferBytes);
  }

  /// Goes the way of a message many times without one, so that the first real one finds it
  /// compiled. What is waiting is lost: only before {@link #listen()}.
  public void rehearse(int times) {
    var message =
        ByteBuffer.allocateDirect(ProcMessage.LENGTH)
            .order(ByteOrder.nativeOrder())
            .putInt(0, ProcMessage.LENGTH)
            .putInt(ProcMessage.WHAT, ProcMessage.PROC_EVENT_FORK);
    for (int i = 0; i < times; i++) {
      message.putInt(ProcMessage.PARENT_PID, parent);
      ProcMessage.parse(message, ProcMessage.LENGTH, parent, i);
      receive();
    }
  }

  private static int check(String call, int result) throws NoConnectorException {
    if (result < 0) {
      throw NoConnectorException.of(call, new Errno(-result));
    }
    return result;
  }

  private void attachFilter() throws NoConnectorException {
    var program = ForkFilter.program(parent);
    try {
      check(
          "setsockopt(SO_ATTACH_FILTER)",
          kernel.setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, ForkFilter.handle(program)));
    } finally {
      Reference.reachabilityFence(program);
    }
  }

  /// The kernel counts twice what is asked for; what it then says is the true size.
  private int widen(int bytes) throws NoConnectorException {
    var value = word().putInt(0, bytes / 2);
    if (kernel.setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, value) < 0) {
      check("setsockopt(SO_RCVBUF)", kernel.setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, value));
    }
    check(
        "getsockopt(SO_RCVBUF)",
        kernel.getsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, value, word().putInt(0, 4)));
    return value.getInt(0);
  }

  private static ByteBuffer word() {
    return ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
  }

  private static ByteBuffer address() {
    return ByteBuffer.allocateDirect(ADDRESS_LENGTH)
        .order(ByteOrder.nativeOrder())
        .putShort(0, (short) AF_NETLINK)
        .putInt(8, ProcMessage.CN_PROC);
  }

  /// The descriptor, to wait on.
  public int descriptor() {
    return descriptor;
  }

  /// The size of the receive buffer as the kernel counts it.
  public int bufferBytes() {
    return bufferBytes;
  }

  @Override
  public void listen() throws NoConnectorException {
    int result = kernel.write(descriptor, listen, listen.capacity());
    // The answer did not fit the full buffer: it will be seen as a loss.
    if (result < 0 && result != -ENOBUFS) {
      throw NoConnectorException.of("write(PROC_CN_MCAST_LISTEN)", new Errno(-result));
    }
    listens++;
  }

  @Override
  public ProcEvent receive() {
    while (true) {
      int length = kernel.read(descriptor, received);
      if (length >= 0) {
        return ProcMessage.parse(received, length, parent, cookie);
      }
      switch (-length) {
        case EINTR -> {}
        case EAGAIN -> {
          return new ProcEvent.None();
        }
        case ENOBUFS -> {
          return new ProcEvent.Lost();
        }
        default ->
            throw new IllegalStateException(
                "reading process events failed with " + new Errno(-length));
      }
    }
  }

  /// Takes back every request, as kernels up to 6.5 count them, and closes the socket.
  @Override
  public void close() {
    var ignore = ProcMessage.request(ProcMessage.PROC_CN_MCAST_IGNORE, cookie);
    for (int i = 0; i < Math.min(listens, MOST_IGNORES); i++) {
      kernel.write(descriptor, ignore, ignore.capacity());
    }
    kernel.close(descriptor);
  }
}
