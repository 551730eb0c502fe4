/*
 * What isolctl guard is measured against: the least that a C program can do. Hears of every new
 * child of a parent from the proc connector and takes the isolated CPUs out of its mask, once.
 *
 *	loop ISOLATED-MASK [PARENT [unfiltered]]
 *
 * The mask is hexadecimal, the parent is kthreadd if not said. "unfiltered" leaves the filter in the kernel out, so that every fork of
 * the machine wakes it. Prints "ready"; at SIGTERM one line for each thread that it set: the
 * nanoseconds from its making, by the kernel's time stamp, to the set mask.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/cn_proc.h>
#include <linux/connector.h>
#include <linux/filter.h>
#include <linux/netlink.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST 100000
#define EVENT (NLMSG_HDRLEN + sizeof(struct cn_msg))
#define WHAT EVENT
#define PARENT (EVENT + offsetof(struct proc_event, event_data.fork.parent_pid))

static volatile sig_atomic_t stopping;
static long long took[MOST];
static int count, parent;

static void stop(int signal)
{
	(void)signal;
	stopping = 1;
}

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static void attach_filter(int fd)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, WHAT),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 4, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x01000000, 0, 2),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, PARENT),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, htonl(parent), 1, 0),
		BPF_STMT(BPF_RET | BPF_K, 0),
		BPF_STMT(BPF_RET | BPF_K, 0xffffffff),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(*code), code };

	if (setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program)) < 0)
		die("filter");
}

static int subscribe(int filtered)
{
	struct sockaddr_nl to = { .nl_family = AF_NETLINK, .nl_groups = CN_IDX_PROC };
	char message[NLMSG_SPACE(sizeof(struct cn_msg) + sizeof(int))] = { 0 };
	struct nlmsghdr *header = (void *)message;
	struct cn_msg *body = NLMSG_DATA(header);
	int operation = PROC_CN_MCAST_LISTEN, bytes = 2 << 20;
	int fd = socket(AF_NETLINK, SOCK_DGRAM, NETLINK_CONNECTOR);

	if (fd < 0)
		die("socket");
	setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof(bytes));
	if (filtered)
		attach_filter(fd);
	if (bind(fd, (void *)&to, sizeof(to)) < 0)
		die("bind");
	header->nlmsg_len = NLMSG_LENGTH(sizeof(*body) + sizeof(operation));
	header->nlmsg_type = NLMSG_DONE;
	body->id.idx = CN_IDX_PROC;
	body->id.val = CN_VAL_PROC;
	body->len = sizeof(operation);
	memcpy(body->data, &operation, sizeof(operation));
	if (send(fd, message, header->nlmsg_len, 0) < 0)
		die("send");
	return fd;
}

static void settle(pid_t tid, unsigned long long born, unsigned long isolated)
{
	unsigned long mask[16] = { 0 };
	cpu_set_t *set = (void *)mask;
	struct timespec now;

	if (sched_getaffinity(tid, sizeof(mask), set) < 0 || !(mask[0] & isolated) ||
	    !(mask[0] & ~isolated))
		return;
	mask[0] &= ~isolated;
	if (sched_setaffinity(tid, sizeof(mask), set) < 0)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (count < MOST)
		took[count++] = now.tv_sec * 1000000000LL + now.tv_nsec - (long long)born;
}

int main(int argc, char **argv)
{
	struct sigaction action = { .sa_handler = stop };
	unsigned long isolated = argc > 1 ? strtoul(argv[1], NULL, 16) : 0;
	int filtered = argc <= 3 || strcmp(argv[3], "unfiltered");
	char message[1024];
	int fd, i;

	parent = argc > 2 ? atoi(argv[2]) : 2;
	fd = subscribe(filtered);
	sigaction(SIGTERM, &action, NULL);
	puts("ready");
	fflush(stdout);
	while (!stopping) {
		struct proc_event event;

		if (recv(fd, message, sizeof(message), 0) < 0) {
			if (errno == EINTR || errno == ENOBUFS)
				continue;
			die("recv");
		}
		memcpy(&event, message + EVENT, sizeof(event));
		if (event.what == PROC_EVENT_FORK && event.event_data.fork.parent_pid == parent)
			settle(event.event_data.fork.child_pid, event.timestamp_ns, isolated);
	}
	for (i = 0; i < count; i++)
		printf("%lld\n", took[i]);
	return 0;
}
