package org.isolctl.app.guard;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The log: one line for each happening, as JSON or for people, not more of one kind in a second
/// than a reader can take. Thread-safe.
final class LogDiary implements Diary {
  /// How many lines of one kind a second may have.
  private static final int MOST_PER_SECOND = 50;

  private static final long SECOND = 1_000_000_000L;

  private final PrintStream out;
  private final boolean json;
  private final Supplier<Instant> time;
  private final Clock clock;
  private final Map<Class<?>, Window> windows = new HashMap<>();

  /// What was written of one kind lately.
  private static final class Window {
    private long began;
    private int written;
    private int withheld;
  }

  LogDiary(PrintStream out, boolean json, Supplier<Instant> time, Clock clock) {
    this.out = out;
    this.json = json;
    this.time = time;
    this.clock = clock;
  }

  @Override
  public synchronized void tell(Happening happening) {
    var window = windows.computeIfAbsent(happening.getClass(), _ -> new Window());
    long now = clock.nanos();
    if (window.written == 0 || now - window.began >= SECOND) {
      window.began = now;
      window.written = 0;
    }
    if (window.written >= MOST_PER_SECOND) {
      window.withheld++;
      return;
    }
    window.written++;
    int withheld = window.withheld;
    window.withheld = 0;
    var entry = LogEntry.of(happening, withheld);
    var at = time.get().truncatedTo(ChronoUnit.MICROS);
    out.println(json ? entry.json(at) : entry.text());
  }
}
