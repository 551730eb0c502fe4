package org.isolctl.model.plan;

import org.isolctl.model.cpu.CpuSet;

/// What a target holds, before or after a change.
public sealed interface Value {
  /// The one text form: a cpulist, or the word; {@link #parse} reads it back.
  String text();

  /// A CPU set. The empty one is the empty text, and for packet steering means that it is off.
  record Cpus(CpuSet cpus) implements Value {
    @Override
    public String text() {
      return cpus.toList();
    }
  }

  /// A word, for instance `isolated` or `on`; it starts with a small letter, which no cpulist does.
  record Word(String word) implements Value {
    public Word {
      if (word.isEmpty() || word.charAt(0) < 'a' || word.charAt(0) > 'z') {
        throw new IllegalArgumentException("'" + word + "' does not start with a small letter");
      }
    }

    @Override
    public String text() {
      return word;
    }
  }

  static Value of(CpuSet cpus) {
    return new Cpus(cpus);
  }

  static Value of(String word) {
    return new Word(word);
  }

  /// Reads {@link #text()}.
  ///
  /// @throws IllegalArgumentException when it is neither a cpulist nor a word
  static Value parse(String text) {
    if (text.isEmpty()) {
      return new Cpus(CpuSet.empty());
    }
    char first = text.charAt(0);
    return first >= 'a' && first <= 'z' ? new Word(text) : new Cpus(CpuSet.parseList(text));
  }
}
