package org.isolctl.bench.guards;

/// A program that watches new kernel threads.
///
/// @param name for the table
/// @param start a command line that prints a line with "ready" once it does
/// @param reactions a script that ends it and prints how long each set took, in nanoseconds, or
///   `COUNT P50 P99 MAX`
record Watcher(String name, String start, String reactions) {
  private static final String END =
      "kill $(cat /tmp/pid); while kill -0 $(cat /tmp/pid) 2>/dev/null; do sleep 0.1; done; ";

  /// Of a storm there are none.
  private static final String TIMES = END + "grep -x '[0-9][0-9]*' /tmp/out || :";

  static Watcher c() {
    return new Watcher("C loop", "/bin/loop c", TIMES);
  }

  static Watcher unfiltered() {
    return new Watcher("C loop, no filter", "/bin/loop c 2 unfiltered", TIMES);
  }

  static Watcher python() {
    return new Watcher("Python loop", "/usr/bin/python3 -S -E /opt/loop.py c", TIMES);
  }

  /// With the options of the JVM that the packaged service has.
  static Watcher isolctl() {
    return new Watcher(
        "isolctl guard",
        "isolctl guard --no-listen",
        """
        isolctl guard --status --format json >/tmp/status
        """
            + END
            + "grep -o '\"reaction_nanos\":{[^[]*' /tmp/status");
  }

  /// Starts it, waits until it is ready and prints how many milliseconds that took.
  String script() {
    return """
    export ISOLCTL_JVM=@/opt/guard.jvm MALLOC_ARENA_MAX=1
    # What an earlier one said must not pass for this one's.
    : >/tmp/out
    read -r begun _ </proc/uptime
    %s >/tmp/out 2>&1 &
    echo $! >/tmp/pid
    until grep -q ready /tmp/out; do kill -0 $! || exit 1; sleep 0.05; done
    read -r now _ </proc/uptime
    awk "BEGIN { print ($now - $begun) * 1000 }"
    """
        .formatted(start);
  }
}
