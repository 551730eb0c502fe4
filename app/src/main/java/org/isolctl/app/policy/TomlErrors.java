package org.isolctl.app.policy;

import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import java.util.List;

/// Says what the TOML library found wrong, and where, which it does not tell.
final class TomlErrors {
  /// In longer files the search would take long: each try reads the file anew.
  private static final int MOST_LINES = 1000;

  private TomlErrors() {}

  static String sentence(String name, String text, ParsingException e) {
    List<String> lines = text.lines().toList();
    String place = lines.size() > MOST_LINES ? name : name + ":" + firstBadLine(lines);
    String problem = String.valueOf(e.getMessage()).strip();
    String words =
        problem.startsWith("Not enough data") ? "the file ends in the middle of a value" : problem;
    return place + ": this is no TOML: " + words + (words.endsWith(".") ? "" : ".");
  }

  /// The line behind the longest beginning of the file that makes sense, counted from 1.
  private static int firstBadLine(List<String> lines) {
    for (int good = lines.size() - 1; good > 0; good--) {
      if (parses(String.join("\n", lines.subList(0, good)) + "\n")) {
        return good + 1;
      }
    }
    return 1;
  }

  private static boolean parses(String text) {
    try {
      new TomlParser().parse(text);
      return true;
    } catch (ParsingException e) {
      return false;
    }
  }
}
