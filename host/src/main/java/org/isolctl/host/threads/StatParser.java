package org.isolctl.host.threads;

import java.nio.charset.StandardCharsets;
import org.isolctl.model.facts.ThreadStat;

/// `/proc/TGID/task/TID/stat` (do_task_stat() in fs/proc/array.c, 6.12).
///
/// It runs once for every process of an audit, hence on bytes and without anything made on the way.
public final class StatParser {
  private static final int STATE = 3;
  private static final int LAST_FIELD = 41;

  private final byte[] text;
  private int at;
  private int field;

  private StatParser(byte[] text) {
    this.text = text;
  }

  /// What was found.
  ///
  /// @param threads how many threads the process has (field 20)
  public record Parsed(ThreadStat stat, int threads) {}

  /// Understands the file.
  ///
  /// @throws IllegalArgumentException naming the field that is wrong
  public static Parsed parse(byte[] text) {
    return new StatParser(text).parse();
  }

  private Parsed parse() {
    // A name may hold blanks and brackets; what follows it never does.
    int open = indexOf((byte) '(');
    int close = lastIndexOf((byte) ')');
    if (open < 0 || close < open || close + 2 >= text.length) {
      throw new IllegalArgumentException("no name in brackets");
    }
    var comm = new String(text, open + 1, close - open - 1, StandardCharsets.UTF_8);
    char state = (char) (text[close + 2] & 0xff);
    at = close + 3;
    field = STATE;
    int ppid = (int) number(4);
    long flags = number(9);
    long ticks = number(14) + number(15);
    int threads = (int) number(20);
    long start = number(22);
    int lastCpu = (int) number(39);
    int priority = (int) number(40);
    int policy = (int) number(LAST_FIELD);
    return new Parsed(
        new ThreadStat(comm, state, ppid, flags, ticks, start, lastCpu, priority, policy), threads);
  }

  private int indexOf(byte wanted) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private int lastIndexOf(byte wanted) {
    for (int i = text.length - 1; i >= 0; i--) {
      if (text[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /// The number in a field after the current one; the fields between are skipped.
  private long number(int wanted) {
    while (field < wanted) {
      while (at < text.length && text[at] != ' ') {
        at++;
      }
      if (at >= text.length - 1) {
        throw new IllegalArgumentException("field " + wanted + " is missing");
      }
      at++;
      field++;
    }
    boolean negative = text[at] == '-';
    int digit = negative ? at + 1 : at;
    int start = digit;
    long value = 0;
    while (digit < text.length && text[digit] >= '0' && text[digit] <= '9') {
      value = value * 10 + (text[digit] - '0');
      digit++;
    }
    boolean ends = digit == text.length || text[digit] == ' ' || text[digit] == '\n';
    if (digit == start || !ends) {
      throw new IllegalArgumentException("field " + wanted + " is no number");
    }
    return negative ? -value : value;
  }
}
