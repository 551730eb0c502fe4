package org.isolctl.model.persist;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A file that holds a boot line in a form of its own.
public enum LineFile {
  /// The file is the line: `/etc/kernel/cmdline`, `cmdline.txt`. Where it has several lines, they
  /// are one to its reader, but for the firmware of a Raspberry Pi, which reads the first alone.
  WHOLE {
    @Override
    public List<Line> lines(String text) {
      return text.lines().map(Line::new).toList();
    }

    @Override
    public String edit(String text, UnaryOperator<Line> change) {
      int end = text.indexOf('\n');
      return end < 0
          ? change.apply(new Line(text)).text()
          : change.apply(new Line(text.substring(0, end))).text() + text.substring(end);
    }
  },
  /// An entry of the Boot Loader Specification: keys and values, the line behind `options`.
  ENTRY {
    @Override
    public List<Line> lines(String text) {
      return OPTIONS.matcher(text).results().map(found -> new Line(found.group(2))).toList();
    }

    @Override
    public String edit(String text, UnaryOperator<Line> change) {
      var found = OPTIONS.matcher(text);
      if (!found.find()) {
        throw new IllegalArgumentException("it has no line 'options'");
      }
      return text.substring(0, found.start(2))
          + change.apply(new Line(found.group(2))).text()
          + text.substring(found.end(2));
    }
  };

  /// Several such lines are joined by their reader; the first is the one to change.
  private static final Pattern OPTIONS = Pattern.compile("(?m)^(options[ \t]+)([^\n]*)$");

  /// The lines that it holds.
  public abstract List<Line> lines(String text);

  /// The file with its first line changed.
  ///
  /// @throws IllegalArgumentException where it holds none
  public abstract String edit(String text, UnaryOperator<Line> change);
}
