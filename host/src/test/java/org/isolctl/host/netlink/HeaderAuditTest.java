package org.isolctl.host.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the offsets and constants of the proc connector against the C headers of this machine.
class HeaderAuditTest {
  private static String program() {
    return """
    #include <stddef.h>
    #include <asm/socket.h>
    #include <linux/bpf_common.h>
    #include <linux/cn_proc.h>
    #include <linux/connector.h>
    #include <linux/filter.h>
    #include <linux/netlink.h>
    #include <poll.h>
    #include <sys/socket.h>
    #include <sys/un.h>
    #define IS(expression, value) _Static_assert((expression) == (value), #expression)
    #define AT(field) (NLMSG_HDRLEN + sizeof(struct cn_msg) + offsetof(struct proc_event, field))
    IS(NLMSG_HDRLEN, %d);
    IS(sizeof(struct cn_msg), %d);
    IS(sizeof(struct proc_event), %d);
    IS(AT(what), %d);
    IS(AT(cpu), %d);
    IS(AT(timestamp_ns), %d);
    IS(AT(event_data.ack.err), %d);
    IS(AT(event_data.fork.parent_pid), %d);
    IS(AT(event_data.fork.child_pid), %d);
    IS(offsetof(struct cn_msg, ack), 28 - NLMSG_HDRLEN);
    IS(offsetof(struct cn_msg, len), 32 - NLMSG_HDRLEN);
    IS(PROC_CN_MCAST_LISTEN, %d);
    IS(PROC_CN_MCAST_IGNORE, %d);
    IS(CN_IDX_PROC, 1);
    IS(CN_VAL_PROC, 1);
    IS(NETLINK_CONNECTOR, 11);
    IS(NLMSG_DONE, 3);
    IS(AF_NETLINK, 16);
    IS(sizeof(struct sockaddr_nl), 12);
    IS(offsetof(struct sockaddr_nl, nl_groups), 8);
    IS(SO_RCVBUF, 8);
    IS(SO_RCVBUFFORCE, 33);
    IS(SO_ATTACH_FILTER, 26);
    IS(sizeof(struct sock_filter), 8);
    IS(sizeof(struct sock_fprog), 16);
    IS(offsetof(struct sock_fprog, filter), 8);
    IS(BPF_LD | BPF_W | BPF_ABS, 0x20);
    IS(BPF_JMP | BPF_JEQ | BPF_K, 0x15);
    IS(BPF_RET | BPF_K, 0x06);
    IS(sizeof(struct pollfd), 8);
    IS(offsetof(struct pollfd, events), 4);
    IS(offsetof(struct sockaddr_un, sun_path), 2);
    IS(sizeof(((struct sockaddr_un *) 0)->sun_path), 108);
    """
        .formatted(
            ProcMessage.HEADER,
            ProcMessage.CN_MSG,
            ProcMessage.PROC_EVENT,
            ProcMessage.WHAT,
            ProcMessage.CPU,
            ProcMessage.TIMESTAMP,
            ProcMessage.ACK_ERROR,
            ProcMessage.PARENT_PID,
            ProcMessage.CHILD_PID,
            ProcMessage.PROC_CN_MCAST_LISTEN,
            ProcMessage.PROC_CN_MCAST_IGNORE);
  }

  @Test
  void theHeadersOfThisMachineAgree(@TempDir Path folder) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/gcc"))
            && Files.exists(Path.of("/usr/include/linux/cn_proc.h")),
        "needs gcc and the kernel's headers for user space");
    var source = folder.resolve("audit.c");
    Files.writeString(source, program());

    var gcc =
        new ProcessBuilder("/usr/bin/gcc", "-fsyntax-only", source.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(gcc.waitFor()).as(said).isZero();
  }
}
