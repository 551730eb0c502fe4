package org.isolctl.bench.applies;

import java.util.regex.Pattern;

/// How often a command called the kernel, from the table of `strace -c`.
///
/// @param all system calls of every kind
/// @param sets `sched_setaffinity` among them
/// @param syncs `fsync` and `fdatasync` among them
record Calls(long all, long sets, long syncs) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int CALLS = 3;

  static Calls parse(String table) {
    return new Calls(
        of(table, "total"),
        of(table, "sched_setaffinity"),
        of(table, "fsync") + of(table, "fdatasync"));
  }

  private static long of(String table, String name) {
    return table
        .lines()
        .map(line -> SPACE.split(line.strip(), -1))
        .filter(fields -> fields.length > CALLS && fields[fields.length - 1].equals(name))
        .mapToLong(fields -> Long.parseLong(fields[CALLS]))
        .sum();
  }
}
