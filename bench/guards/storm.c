/* A storm of forks of user space: storm SECONDS. Prints how many children it made. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	time_t end = time(NULL) + (argc > 1 ? atoi(argv[1]) : 5);
	static long forks;

	while (time(NULL) < end) {
		pid_t child = vfork();

		if (child == 0)
			_exit(0);
		if (child < 0)
			return 1;
		waitpid(child, NULL, 0);
		forks++;
	}
	printf("%ld\n", forks);
	return 0;
}
