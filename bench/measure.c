// Runs a command several times and prints the medians of what it took.
//
//   measure RUNS COMMAND [ARGUMENT...]
//   measure once COMMAND [ARGUMENT...]
//
// Output: wall milliseconds, CPU milliseconds (user and system), peak memory in KiB, exit status of
// the last run. The output of the command is thrown away; one run before the first is not counted,
// but with "once" there is no other.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 99 };

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static double of_timeval(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, int count) {
  qsort(values, count, sizeof *values, by_size);
  return values[count / 2];
}

static int run(char **command, double *wall, double *cpu, double *peak) {
  double start = seconds();
  pid_t child = fork();
  if (child < 0) {
    perror("measure: fork");
    exit(1);
  }
  if (child == 0) {
    int null = open("/dev/null", O_RDWR);
    dup2(null, 0);
    dup2(null, 1);
    dup2(null, 2);
    execvp(command[0], command);
    _exit(127);
  }
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) {
      perror("measure: wait4");
      exit(1);
    }
  }
  *wall = (seconds() - start) * 1e3;
  *cpu = (of_timeval(usage.ru_utime) + of_timeval(usage.ru_stime)) * 1e3;
  *peak = usage.ru_maxrss;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv) {
  int once = argc > 2 && strcmp(argv[1], "once") == 0;
  int runs = once ? 1 : argc > 2 ? atoi(argv[1]) : 0;
  if (runs < 1 || runs > MOST_RUNS) {
    fprintf(stderr, "usage: measure RUNS|once COMMAND [ARGUMENT...]\n");
    return 2;
  }
  double wall[MOST_RUNS], cpu[MOST_RUNS], peak[MOST_RUNS];
  int status = once ? 0 : run(argv + 2, wall, cpu, peak);
  for (int i = 0; i < runs; i++) status = run(argv + 2, wall + i, cpu + i, peak + i);
  printf("%.1f %.1f %.0f %d\n", median(wall, runs), median(cpu, runs), median(peak, runs), status);
  return 0;
}
