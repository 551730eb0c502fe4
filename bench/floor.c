// The limit: lists every thread and asks its mask by system call, and does nothing else.
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static long seen, reaching;
static unsigned long mask[1024];

static void ask(int tid) {
  long got = syscall(SYS_sched_getaffinity, tid, sizeof mask, mask);
  if (got > 0) {
    seen++;
    reaching += (mask[0] >> 1) & 1;
  }
}

static void list(const char *folder, int tasks) {
  DIR *entries = opendir(folder);
  if (!entries) return;
  for (struct dirent *entry; (entry = readdir(entries));) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    if (tasks) {
      char path[300];
      snprintf(path, sizeof path, "%s/%s/task", folder, entry->d_name);
      list(path, 0);
    } else {
      ask(atoi(entry->d_name));
    }
  }
  closedir(entries);
}

int main(int argc, char **argv) {
  // Kernel threads lead a group each: without their task folders the walk is the shortest.
  list("/proc", argc > 1 && strcmp(argv[1], "tasks") == 0);
  printf("%ld threads, %ld may run on CPU 1\n", seen, reaching);
  return 0;
}
