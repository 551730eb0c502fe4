package org.isolctl.host.machine;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;

/// `/proc/interrupts` (show_interrupts() in kernel/irq/proc.c): a column for each online CPU, a row
/// for each IRQ, then rows with letters for what the architecture counts besides.
///
/// A large server has hundreds of columns and a thousand rows, nearly all zeros: parsed on bytes.
public record InterruptTable(Map<Integer, Row> rows) {
  /// Without any row.
  public static final InterruptTable EMPTY = new InterruptTable(Map.of());

  /// One numbered IRQ.
  ///
  /// @param counts by CPU, zeros left out
  /// @param description chip, hardware number, trigger and devices, as printed
  public record Row(Map<Integer, Long> counts, String description) {
    static final Row EMPTY = new Row(Map.of(), "");

    /// The devices, which stand last and behind at least two blanks; empty where the row ends with
    /// the hardware number and trigger.
    String devices() {
      int blanks = description.lastIndexOf("  ");
      if (blanks < 0) {
        return "";
      }
      var last = description.substring(blanks + 2);
      return last.isEmpty() || Character.isDigit(last.charAt(0)) ? "" : last;
    }
  }

  /// @throws IllegalArgumentException when it does not begin with a line of CPU columns
  static InterruptTable parse(byte[] text) {
    var cursor = new Cursor(text);
    int[] cpus = cursor.header();
    var rows = new LinkedHashMap<Integer, Row>();
    while (!cursor.atEnd()) {
      int number = cursor.rowNumber();
      if (number >= 0) {
        rows.put(number, cursor.row(cpus));
      }
      cursor.nextLine();
    }
    return new InterruptTable(Collections.unmodifiableMap(rows));
  }

  private static final class Cursor {
    private final byte[] text;
    private int at;

    Cursor(byte[] text) {
      this.text = text;
    }

    boolean atEnd() {
      return at >= text.length;
    }

    void nextLine() {
      while (at < text.length && text[at] != '\n') {
        at++;
      }
      at++;
    }

    /// The CPU of each column.
    int[] header() {
      var cpus = new BitSet();
      while (skipBlanks()) {
        if (!startsWith("CPU")) {
          break;
        }
        at += 3;
        long cpu = number();
        if (cpu < 0 || cpu > CpuSet.MAX_CPU) {
          throw new IllegalArgumentException("the first line has a column without CPU number");
        }
        cpus.set((int) cpu);
      }
      if (cpus.isEmpty()) {
        throw new IllegalArgumentException("the first line names no CPUs");
      }
      nextLine();
      return cpus.stream().toArray();
    }

    /// The number before the colon, or -1 for a row with letters or none.
    int rowNumber() {
      skipBlanks();
      long number = number();
      if (number < 0 || number > Integer.MAX_VALUE || at >= text.length || text[at] != ':') {
        return -1;
      }
      at++;
      return (int) number;
    }

    Row row(int[] cpus) {
      Map<Integer, Long> counts = new HashMap<>();
      for (int cpu : cpus) {
        int before = at;
        long count = skipBlanks() ? number() : -1;
        if (count < 0) {
          at = before;
          break;
        }
        if (count > 0) {
          counts.put(cpu, count);
        }
      }
      skipBlanks();
      int start = at;
      while (at < text.length && text[at] != '\n') {
        at++;
      }
      int end = at;
      while (end > start && text[end - 1] == ' ') {
        end--;
      }
      return new Row(
          Collections.unmodifiableMap(counts),
          new String(text, start, end - start, StandardCharsets.UTF_8));
    }

    /// Whether anything follows on this line.
    private boolean skipBlanks() {
      while (at < text.length && text[at] == ' ') {
        at++;
      }
      return at < text.length && text[at] != '\n';
    }

    /// A decimal number, or -1.
    private long number() {
      int start = at;
      long value = 0;
      while (at < text.length && text[at] >= '0' && text[at] <= '9') {
        value = value * 10 + (text[at] - '0');
        at++;
      }
      return at == start ? -1 : value;
    }

    private boolean startsWith(String word) {
      for (int i = 0; i < word.length(); i++) {
        if (at + i >= text.length || text[at + i] != word.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
