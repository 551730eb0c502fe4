/*
 * A parent whose children pass for kernel threads: births COUNT MILLISECONDS. Once it has read a
 * byte it makes one child after another, that far apart, each of which sleeps for three seconds.
 */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int count = argc > 1 ? atoi(argv[1]) : 200, pause = argc > 2 ? atoi(argv[2]) : 30;
	char go;

	signal(SIGCHLD, SIG_IGN);
	if (read(0, &go, 1) != 1)
		return 1;
	while (count-- > 0) {
		pid_t child = fork();

		if (child == 0) {
			sleep(3);
			_exit(0);
		}
		if (child < 0)
			return 1;
		usleep(pause * 1000);
	}
	return 0;
}
