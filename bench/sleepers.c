// Makes a crowd to look at: N sleeping processes of one thread, or one process of N sleeping threads.
//
//   sleepers processes|threads N
//
// Prints "ready" when all of them sleep, and goes away with all of them when its input ends.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *what, int error) {
  fprintf(stderr, "sleepers: %s: %s\n", what, strerror(error));
  exit(1);
}

static void *sleep_forever(void *unused) {
  for (;;) pause();
  return unused;
}

static void start_process(pid_t parent) {
  pid_t child = fork();
  if (child < 0) fail("fork", errno);
  if (child > 0) return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The parent may have gone before the line above.
  if (getppid() != parent) _exit(0);
  for (;;) pause();
}

static void start_thread(void) {
  static pthread_attr_t small;
  static int prepared;
  if (!prepared) {
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 16384);
    prepared = 1;
  }
  pthread_t thread;
  int error = pthread_create(&thread, &small, sleep_forever, NULL);
  if (error) fail("pthread_create", error);
}

int main(int argc, char **argv) {
  int processes = argc == 3 && strcmp(argv[1], "processes") == 0;
  int threads = argc == 3 && strcmp(argv[1], "threads") == 0;
  int count = argc == 3 ? atoi(argv[2]) : 0;
  if (!(processes || threads) || count < 1) {
    fprintf(stderr, "usage: sleepers processes|threads N\n");
    return 2;
  }
  pid_t self = getpid();
  for (int i = 0; i < count; i++) {
    if (processes) {
      start_process(self);
    } else {
      start_thread();
    }
  }
  puts("ready");
  fflush(stdout);
  char byte;
  while (read(0, &byte, 1) > 0 || errno == EINTR) errno = 0;
  signal(SIGTERM, SIG_IGN);
  return 0;
}
