/*
 * Process 1 of a guest whose masks are wanted: tells what the kernel did with its boot line, then
 * ends the machine. Freestanding, so that the guest needs nothing else: no library, no shell.
 *
 * What it writes to the second serial port (GuestReport.java reads it):
 *
 *   isolctl-collector 1
 *   file PATH LENGTH <newline> LENGTH bytes <newline>         for each file that can be read
 *   thread CPULIST <newline> the line of /proc/TID/stat       for each process but ourselves not
 *   note TEXT                                                 a line of the kernel's log
 *   end THREADS
 */
#include <stddef.h>

#ifndef __x86_64__
#error "this collector is for x86-64"
#endif

enum {
  SYS_READ = 0, SYS_WRITE = 1, SYS_OPEN = 2, SYS_CLOSE = 3, SYS_IOCTL = 16, SYS_NANOSLEEP = 35,
  SYS_MKDIR = 83, SYS_SYSLOG = 103, SYS_MKNOD = 133, SYS_MOUNT = 165, SYS_REBOOT = 169,
  SYS_GETDENTS64 = 217,
};

/* From include/uapi/linux/reboot.h: the compiler is all that this file needs. */
enum { REBOOT_MAGIC1 = (int)0xfee1dead, REBOOT_MAGIC2 = 672274793, REBOOT_RESTART = 0x01234567 };

static long call(long number, long a, long b, long c, long d, long e) {
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8)
                   : "rcx", "r11", "memory");
  return result;
}

/* The compiler may ask for these on its own. */
void *memset(void *to, int byte, size_t count) {
  for (char *p = to; count-- > 0;) *p++ = (char)byte;
  return to;
}

void *memcpy(void *to, const void *from, size_t count) {
  char *p = to;
  for (const char *q = from; count-- > 0;) *p++ = *q++;
  return to;
}

static size_t length(const char *text) {
  size_t n = 0;
  while (text[n] != 0) n++;
  return n;
}

/* Output is gathered, since each write to a terminal is dear in an emulated machine. */
static int port;
static char gathered[4096];
static size_t gathered_bytes;

static void flush(void) {
  size_t done = 0;
  while (done < gathered_bytes) {
    long wrote = call(SYS_WRITE, port, (long)(gathered + done), (long)(gathered_bytes - done), 0, 0);
    if (wrote <= 0) break;
    done += (size_t)wrote;
  }
  gathered_bytes = 0;
}

static void put(const char *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (gathered_bytes == sizeof gathered) flush();
    gathered[gathered_bytes++] = bytes[i];
  }
}

static void say(const char *text) { put(text, length(text)); }

static void say_number(size_t number) {
  char digits[20];
  size_t at = sizeof digits;
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  put(digits + at, sizeof digits - at);
}

/* Reads a whole small file; what does not fit is cut off. Returns its length, or a negative errno. */
static long read_file(const char *path, char *to, size_t size) {
  long file = call(SYS_OPEN, (long)path, 0, 0, 0, 0);
  if (file < 0) return file;
  size_t have = 0;
  while (have < size) {
    long got = call(SYS_READ, file, (long)(to + have), (long)(size - have), 0, 0);
    if (got < 0) {
      call(SYS_CLOSE, file, 0, 0, 0, 0);
      return got;
    }
    if (got == 0) break;
    have += (size_t)got;
  }
  call(SYS_CLOSE, file, 0, 0, 0, 0);
  return (long)have;
}

static void write_file(const char *path, const char *text) {
  long file = call(SYS_OPEN, (long)path, 1, 0, 0, 0);
  if (file < 0) return;
  call(SYS_WRITE, file, (long)text, (long)length(text), 0, 0);
  call(SYS_CLOSE, file, 0, 0, 0, 0);
}

static char text[65536];

static int say_file(const char *path) {
  long bytes = read_file(path, text, sizeof text);
  if (bytes < 0) return 0;
  say("file ");
  say(path);
  say(" ");
  say_number((size_t)bytes);
  say("\n");
  put(text, (size_t)bytes);
  say("\n");
  return 1;
}

static const char *const FILES[] = {
    "/proc/sys/kernel/osrelease",
    "/proc/cmdline",
    "/proc/irq/default_smp_affinity",
    "/proc/sys/kernel/watchdog_cpumask",
    "/sys/devices/system/cpu/possible",
    "/sys/devices/system/cpu/present",
    "/sys/devices/system/cpu/online",
    "/sys/devices/system/cpu/isolated",
    "/sys/devices/system/cpu/nohz_full",
    "/sys/devices/system/cpu/housekeeping",
    "/sys/devices/virtual/workqueue/cpumask",
    "/sys/devices/virtual/workqueue/cpumask_requested",
    "/sys/devices/virtual/workqueue/cpumask_isolated",
    "/sys/devices/virtual/workqueue/writeback/cpumask",
};

static void say_files(void) {
  for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) say_file(FILES[i]);
  char node[] = "/sys/devices/system/node/node0/cpulist";
  char *digit = node + sizeof "/sys/devices/system/node/node" - 1;
  while (*digit <= '9' && say_file(node)) (*digit)++;
}

/* The value of a field of a status file, without its newline. */
static int say_field(const char *status, size_t bytes, const char *name) {
  size_t n = length(name);
  for (size_t at = 0; at + n < bytes; at++) {
    if (at > 0 && status[at - 1] != '\n') continue;
    size_t same = 0;
    while (same < n && status[at + same] == name[same]) same++;
    if (same < n) continue;
    size_t from = at + n, to = from;
    while (to < bytes && status[to] != '\n') to++;
    put(status + from, to - from);
    return 1;
  }
  return 0;
}

static void path_of(char *path, const char *name, const char *file) {
  memcpy(path, "/proc/", 6);
  memcpy(path + 6, name, length(name));
  memcpy(path + 6 + length(name), file, length(file) + 1);
}

/* Kernel threads lead a group each, and there is no other process than ourselves. */
static int say_thread(const char *name) {
  static char status[8192];
  char path[64];
  path_of(path, name, "/stat");
  long stat_bytes = read_file(path, text, sizeof text);
  path_of(path, name, "/status");
  long status_bytes = read_file(path, status, sizeof status);
  if (stat_bytes <= 0 || status_bytes <= 0) return 0;
  say("thread ");
  say_field(status, (size_t)status_bytes, "Cpus_allowed_list:\t");
  say("\n");
  put(text, (size_t)stat_bytes);
  return 1;
}

struct entry {
  unsigned long inode;
  long offset;
  unsigned short bytes;
  unsigned char type;
  char name[];
};

static size_t say_threads(void) {
  static char entries[32768] __attribute__((aligned(8)));
  size_t threads = 0;
  long folder = call(SYS_OPEN, (long)"/proc", 0, 0, 0, 0);
  for (;;) {
    long bytes = call(SYS_GETDENTS64, folder, (long)entries, sizeof entries, 0, 0);
    if (bytes <= 0) break;
    for (long at = 0; at < bytes;) {
      const struct entry *entry = (const struct entry *)(entries + at);
      at += entry->bytes;
      if (entry->name[0] >= '1' && entry->name[0] <= '9' && length(entry->name) < 20) {
        threads += (size_t)say_thread(entry->name);
      }
    }
  }
  call(SYS_CLOSE, folder, 0, 0, 0, 0);
  return threads;
}

static int mentions(const char *line, size_t bytes, const char *word) {
  size_t n = length(word);
  for (size_t at = 0; at + n <= bytes; at++) {
    size_t same = 0;
    while (same < n && line[at + same] == word[same]) same++;
    if (same == n) return 1;
  }
  return 0;
}

/* What the kernel itself has to say on the words that are tried. */
static void say_notes(void) {
  static const char *const WORDS[] = {
      "isolcpus", "ousekeeping", "NO_HZ:", "NOHZ:", "nohz_full", "rcu_nocbs", "Offload RCU",
      "Unknown kernel command", "workqueue:",
  };
  static char log[1 << 20];
  long bytes = call(SYS_SYSLOG, 3, (long)log, sizeof log, 0, 0);
  for (long at = 0; at < bytes;) {
    long end = at;
    while (end < bytes && log[end] != '\n') end++;
    size_t n = (size_t)(end - at);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
      if (mentions(log + at, n, WORDS[i]) && !mentions(log + at, n, "ommand line: ")) {
        say("note ");
        put(log + at, n);
        say("\n");
        break;
      }
    }
    at = end + 1;
  }
}

static void sleep_milliseconds(long milliseconds) {
  long time[2] = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  call(SYS_NANOSLEEP, (long)time, 0, 0, 0, 0);
}

static void mount(const char *folder, const char *type) {
  call(SYS_MKDIR, (long)folder, 0755, 0, 0, 0);
  call(SYS_MOUNT, (long)type, (long)folder, (long)type, 0, 0);
}

/* A port that changes bytes on their way would break the lengths. */
static void open_port(void) {
  call(SYS_MKDIR, (long)"/dev", 0755, 0, 0, 0);
  call(SYS_MKNOD, (long)"/dev/port", 0020600, 4 << 8 | 65, 0, 0);
  port = (int)call(SYS_OPEN, (long)"/dev/port", 1 | 0400, 0, 0, 0);
  unsigned settings[9]; /* struct termios of the kernel: four flag words, then 20 bytes. */
  if (call(SYS_IOCTL, port, 0x5401, (long)settings, 0, 0) == 0) {
    settings[0] = 0;
    settings[1] = 0;
    call(SYS_IOCTL, port, 0x5402, (long)settings, 0, 0);
  }
}

__attribute__((noreturn, used)) static void collect(void) {
  mount("/proc", "proc");
  mount("/sys", "sysfs");
  open_port();
  say("isolctl-collector 1\n");
  /* A thread made after boot: khugepaged comes and goes with this switch. */
  write_file("/sys/kernel/mm/transparent_hugepage/enabled", "never");
  sleep_milliseconds(20);
  write_file("/sys/kernel/mm/transparent_hugepage/enabled", "always");
  /* From 6.14 on a kernel thread sets its own mask, some time after it was made. */
  sleep_milliseconds(100);
  say_files();
  size_t threads = say_threads();
  say_notes();
  say("end ");
  say_number(threads);
  say("\n");
  flush();
  call(SYS_IOCTL, port, 0x5409, 1, 0, 0); /* TCSBRK 1: waits until all is sent (tcdrain) */
  for (;;) {
    call(SYS_REBOOT, REBOOT_MAGIC1, REBOOT_MAGIC2, REBOOT_RESTART, 0, 0);
  }
}

/* The kernel starts process 1 with an aligned stack; a C function wants it one call deeper. */
__asm__(".globl _start\n_start:\n\tcall collect\n");
