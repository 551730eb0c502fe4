// The masks of all threads, by nothing but the system calls that this takes.
//
//   masks isolate MASK    the limit of what isolating can cost: takes the CPUs of MASK (hexadecimal)
//                         from every thread that lets itself be moved and is not wholly inside
//   masks left MASK       how many of those there are: of user space, of the kernel
//   masks save            prints thread and mask of each, for restore
//   masks restore         sets those of its input that differ, and prints how many did
//
// For at most 64 CPUs.
#define _GNU_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PF_KTHREAD = 0x00200000, PF_NO_SETAFFINITY = 0x04000000 };

static unsigned long cpus;
static long users, kernels;

static unsigned long mask_of(int tid) {
  unsigned long mask[16] = {0};
  return syscall(SYS_sched_getaffinity, tid, sizeof mask, mask) < 0 ? 0 : mask[0];
}

static int set(int tid, unsigned long mask) {
  return syscall(SYS_sched_setaffinity, tid, sizeof mask, &mask);
}

static int strays(unsigned long mask) { return (mask & cpus) && (mask & ~cpus); }

static void isolate(int tid) {
  unsigned long mask = mask_of(tid);
  if (strays(mask)) set(tid, mask & ~cpus);
}

static void count(int tid) {
  if (!strays(mask_of(tid))) return;
  char path[64], text[512];
  snprintf(path, sizeof path, "/proc/%d/stat", tid);
  FILE *file = fopen(path, "r");
  if (!file) return;
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = 0;
  unsigned flags = 0;
  char *end = strrchr(text, ')');
  if (!end || sscanf(end + 1, " %*c %*d %*d %*d %*d %*d %u", &flags) != 1) return;
  if (flags & PF_NO_SETAFFINITY) return;
  if (flags & PF_KTHREAD) {
    kernels++;
  } else {
    users++;
  }
}

static void save(int tid) {
  unsigned long mask = mask_of(tid);
  if (mask) printf("%d %lx\n", tid, mask);
}

static void walk(void (*visit)(int)) {
  DIR *processes = opendir("/proc");
  struct dirent *process, *task;
  while ((process = readdir(processes))) {
    if (process->d_name[0] < '1' || process->d_name[0] > '9') continue;
    char path[300];
    snprintf(path, sizeof path, "/proc/%s/task", process->d_name);
    DIR *tasks = opendir(path);
    if (!tasks) continue;
    while ((task = readdir(tasks))) {
      if (task->d_name[0] != '.') visit(atoi(task->d_name));
    }
    closedir(tasks);
  }
  closedir(processes);
}

static void restore(void) {
  int tid, put = 0;
  unsigned long wanted;
  while (scanf("%d %lx", &tid, &wanted) == 2) {
    unsigned long mask = mask_of(tid);
    if (mask && mask != wanted) put += set(tid, wanted) == 0;
  }
  printf("%d\n", put);
}

int main(int argc, char **argv) {
  const char *verb = argc > 1 ? argv[1] : "";
  if (argc > 2) cpus = strtoul(argv[2], NULL, 16);
  if (!strcmp(verb, "isolate") && cpus) {
    walk(isolate);
  } else if (!strcmp(verb, "left") && cpus) {
    walk(count);
    printf("%ld %ld\n", users, kernels);
  } else if (!strcmp(verb, "save")) {
    walk(save);
  } else if (!strcmp(verb, "restore")) {
    restore();
  } else {
    fprintf(stderr, "usage: masks isolate MASK | left MASK | save | restore\n");
    return 2;
  }
  return 0;
}
