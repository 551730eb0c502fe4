/*
 * Another listener of the kernel's process events that leaves: sends PROC_CN_MCAST_IGNORE so often.
 * Kernels up to 6.5 count it against all listeners (drivers/connector/cn_proc.c).
 */
#include <linux/cn_proc.h>
#include <linux/connector.h>
#include <linux/netlink.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	struct sockaddr_nl to = { .nl_family = AF_NETLINK, .nl_groups = CN_IDX_PROC };
	char message[NLMSG_SPACE(sizeof(struct cn_msg) + sizeof(int))] = { 0 };
	struct nlmsghdr *header = (void *)message;
	struct cn_msg *body = NLMSG_DATA(header);
	int operation = PROC_CN_MCAST_IGNORE;
	int times = argc > 1 ? atoi(argv[1]) : 1;
	int fd = socket(AF_NETLINK, SOCK_DGRAM, NETLINK_CONNECTOR);

	if (fd < 0 || bind(fd, (void *)&to, sizeof(to)) < 0) {
		perror("ignore: cannot listen");
		return 1;
	}
	header->nlmsg_len = NLMSG_LENGTH(sizeof(*body) + sizeof(operation));
	header->nlmsg_type = NLMSG_DONE;
	body->id.idx = CN_IDX_PROC;
	body->id.val = CN_VAL_PROC;
	body->len = sizeof(operation);
	memcpy(body->data, &operation, sizeof(operation));
	while (times-- > 0) {
		if (send(fd, message, header->nlmsg_len, 0) < 0) {
			perror("ignore: cannot send");
			return 1;
		}
	}
	return 0;
}
