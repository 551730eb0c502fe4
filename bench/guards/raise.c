/* Runs a command at the lowest real-time priority: raise COMMAND [ARGUMENT...] */
#include <sched.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	struct sched_param lowest = { .sched_priority = 1 };

	if (argc < 2)
		return 2;
	if (sched_setscheduler(0, SCHED_FIFO, &lowest) < 0)
		perror("raise: no real-time priority");
	execv(argv[1], argv + 1);
	perror(argv[1]);
	return 127;
}
