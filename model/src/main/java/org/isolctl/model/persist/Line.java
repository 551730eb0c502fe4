package org.isolctl.model.persist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.bootline.BootLine;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.predict.Fix;

/// A boot line in a file, of which only our own words are ever touched: every other byte, blanks
/// included, stays where it is.
///
/// @param text without a newline
public record Line(String text) {
  /// The words that bear on isolation, whoever wrote them.
  public List<String> isolating() {
    return words().stream()
        .filter(word -> Fix.WRITTEN_ANEW.contains(word.canonicalName()))
        .map(BootWord::raw)
        .toList();
  }

  /// Those of them that are not among ours.
  public List<String> foreign(List<String> ours) {
    var foreign = new ArrayList<>(isolating());
    ours.forEach(foreign::remove);
    return List.copyOf(foreign);
  }

  /// The line without words that were ours: each is taken out once, with the blanks before it, or
  /// those after it at the start.
  public Line without(List<String> ours) {
    var line = this;
    for (String word : ours) {
      line = line.without(word);
    }
    return line;
  }

  private Line without(String ours) {
    Optional<BootWord> found =
        words().stream().filter(word -> word.raw().equals(ours)).reduce((_, last) -> last);
    return found.map(this::without).orElse(this);
  }

  private Line without(BootWord word) {
    int from = word.at().offset();
    int to = word.at().end();
    if (from > 0 && isBlank(text.charAt(from - 1))) {
      from--;
    } else if (to < text.length() && isBlank(text.charAt(to))) {
      to++;
    }
    return new Line(text.substring(0, from) + text.substring(to));
  }

  /// The line with words of ours behind the kernel's last, hence before a `--`.
  public Line with(List<String> ours) {
    if (ours.isEmpty()) {
      return this;
    }
    var added = String.join(" ", ours);
    var kernels = words();
    if (kernels.isEmpty()) {
      return new Line(text.isBlank() ? text + added : added + " " + text);
    }
    int end = kernels.getLast().at().end();
    return new Line(text.substring(0, end) + " " + added + text.substring(end));
  }

  private List<BootWord> words() {
    return BootLine.parse(text).kernelWords();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
