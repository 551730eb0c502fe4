package org.isolctl.model.persist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which words of which file are ours: a boot line has no room for a remark, and what somebody else
/// wrote is never touched, even where it reads the same.
///
/// @param words by file
public record OwnWords(Map<String, List<String>> words) {
  /// Where it is kept.
  public static final String FILE = "/var/lib/isolctl/boot-line";

  private static final String HEAD = "isolctl-boot-line\t1";

  public OwnWords {
    words = new TreeMap<>(words);
  }

  /// Nothing is ours.
  public static OwnWords none() {
    return new OwnWords(Map.of());
  }

  /// The words of a file.
  public List<String> of(String file) {
    return words.getOrDefault(file, List.of());
  }

  /// As text, one line for each file: its name and its words, with tabs between them.
  public String print() {
    var text = new StringBuilder(HEAD).append('\n');
    words.forEach((file, list) -> {
      if (!list.isEmpty()) {
        text.append(file).append('\t').append(String.join("\t", list)).append('\n');
      }
    });
    return text.toString();
  }

  /// Reads {@link #print()}.
  ///
  /// @throws IllegalArgumentException where it is something else
  public static OwnWords parse(String text) {
    var lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty() || !lines.removeFirst().equals(HEAD)) {
      throw new IllegalArgumentException("does not begin with '" + HEAD.replace('\t', ' ') + "'");
    }
    var words = new TreeMap<String, List<String>>();
    for (String line : lines) {
      var fields = List.of(line.split("\t", -1));
      if (fields.size() < 2 || !fields.getFirst().startsWith("/")) {
        throw new IllegalArgumentException("'" + line + "' is no file with its words");
      }
      words.put(fields.getFirst(), fields.subList(1, fields.size()));
    }
    return new OwnWords(words);
  }
}
