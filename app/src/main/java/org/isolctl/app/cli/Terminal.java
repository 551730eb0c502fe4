package org.isolctl.app.cli;

import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/// Where the command runs, as it needs to know it; a value, so that tests make their own.
///
/// @param out where answers go
/// @param err where everything else goes
/// @param outIsTty whether a person may be looking at `out`
/// @param errIsTty whether a person may be looking at `err`
/// @param ttyWidth columns of that person's window, where known
/// @param environment the process's environment variables
public record Terminal(
    OutputStream out,
    OutputStream err,
    boolean outIsTty,
    boolean errIsTty,
    Optional<Integer> ttyWidth,
    Map<String, String> environment) {
  /// Columns used when nobody says how wide the window is: a file, a pipe.
  static final int DEFAULT_WIDTH = 100;

  /// Narrower windows are treated as this wide, as text cannot be laid out sensibly in them.
  static final int LEAST_WIDTH = 40;

  /// The terminal of this process.
  public static Terminal ofProcess() {
    return ProcessTerminal.open();
  }

  /// Columns to lay text out in: `COLUMNS`, else the window's, else {@value #DEFAULT_WIDTH}.
  int width() {
    int width = columnsVariable().or(this::ttyWidth).orElse(DEFAULT_WIDTH);
    return Math.max(LEAST_WIDTH, width);
  }

  private Optional<Integer> columnsVariable() {
    return Optional.ofNullable(environment.get("COLUMNS"))
        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf);
  }

  /// Whether the locale lets anything beyond ASCII be shown, by the order of locale(7).
  boolean utf8() {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.toLowerCase(java.util.Locale.ROOT).matches(".*utf-?8.*");
      }
    }
    return false;
  }

  /// Whether to colour the answer.
  boolean colours(ColourChoice choice) {
    return switch (choice) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          outIsTty
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(environment.get("TERM"));
    };
  }
}
