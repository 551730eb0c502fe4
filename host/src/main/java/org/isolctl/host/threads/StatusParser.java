package org.isolctl.host.threads;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStatus;

/// `/proc/TGID/task/TID/status` (proc_pid_status() in fs/proc/array.c, 6.12).
final class StatusParser {
  private static final int KTHREADD = 2;

  private StatusParser() {}

  /// What was found.
  ///
  /// @param mask `Cpus_allowed`: unlike the system call it keeps CPUs that are offline
  /// @param threads how many threads the process has
  record Parsed(ThreadStatus status, CpuSet mask, int threads) {}

  /// @throws IllegalArgumentException naming the line that is wrong
  static Parsed parse(String text) {
    var lines = lines(text);
    char state = need(lines, "State").charAt(0);
    int ppid = number(lines, "PPid");
    var list = lines.get("Cpus_allowed_list");
    return new Parsed(
        new ThreadStatus(
            unescape(need(lines, "Name")), state, ppid, kernelThread(lines, state, ppid)),
        list != null ? CpuSet.parseList(list) : CpuSet.parseMask(need(lines, "Cpus_allowed")),
        lines.containsKey("Threads") ? number(lines, "Threads") : 1);
  }

  private static Map<String, String> lines(String text) {
    var lines = new HashMap<String, String>();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        // The name comes after exactly one tab, as it may itself begin with blanks.
        int value =
            colon + 1 < line.length() && line.charAt(colon + 1) == '\t' ? colon + 2 : colon + 1;
        lines.putIfAbsent(line.substring(0, colon), line.substring(value));
      }
    }
    return lines;
  }

  private static String need(Map<String, String> lines, String key) {
    var value = lines.get(key);
    if (value == null || (value.isEmpty() && !key.equals("Name"))) {
      throw new IllegalArgumentException("no line '" + key + "'");
    }
    return value;
  }

  private static int number(Map<String, String> lines, String key) {
    try {
      return Integer.parseInt(need(lines, key).strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + key + "' is no number", e);
    }
  }

  /// Kernel threads have no memory of their own, hence no line `VmSize`; neither has a zombie.
  private static Optional<Boolean> kernelThread(Map<String, String> lines, char state, int ppid) {
    var told = lines.get("Kthread");
    if (told != null) {
      return Optional.of(told.strip().equals("1"));
    }
    if (lines.containsKey("VmSize")) {
      return Optional.of(false);
    }
    if (state == 'Z' || state == 'X') {
      return Optional.empty();
    }
    boolean madeByKthreadd = ppid == KTHREADD;
    boolean kthreadd = ppid == 0 && "2".equals(lines.getOrDefault("Pid", "").strip());
    return madeByKthreadd || kthreadd ? Optional.of(true) : Optional.empty();
  }

  /// The kernel writes a newline as `\n` and a backslash as `\\` here, and in `stat` does not.
  private static String unescape(String name) {
    if (name.indexOf('\\') < 0) {
      return name;
    }
    var plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' && i + 1 < name.length()) {
        i++;
        plain.append(name.charAt(i) == 'n' ? '\n' : name.charAt(i));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
