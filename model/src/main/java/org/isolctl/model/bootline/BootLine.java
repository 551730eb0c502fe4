package org.isolctl.model.bootline;

import java.util.List;

/// The boot line and its words.
///
/// Reading never fails: whatever the line holds, the kernel cuts it up somehow, and so does this.
///
/// @param text the line as given
/// @param words all words in order, those for init and the `--` before them included
/// @param dashes the index in `words` of the first `--`, or the number of words where there is none
public record BootLine(String text, List<BootWord> words, int dashes) {
  public BootLine {
    words = List.copyOf(words);
    if (dashes < 0 || dashes > words.size()) {
      throw new IllegalArgumentException("no word has the index " + dashes);
    }
  }

  /// Cuts a line up as `parse_args()` and `next_arg()` do (kernel/params.c of 3.10, lib/cmdline.c
  /// of 6.12).
  public static BootLine parse(String text) {
    return BootLineReader.read(text);
  }

  /// The words that the kernel looks at.
  ///
  /// @param dashesEnd whether `--` ends the kernel's own words (it does not in 3.10)
  public List<BootWord> kernelWords(boolean dashesEnd) {
    return dashesEnd ? words.subList(0, dashes) : words;
  }

  /// The words that the kernel looks at, where `--` ends them.
  public List<BootWord> kernelWords() {
    return kernelWords(true);
  }
}
