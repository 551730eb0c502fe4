package org.isolctl.host.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words by which this process was started, to the byte: the JVM's own strings have lost what
/// is not of the locale's encoding.
///
/// @param words of `/proc/self/cmdline`
record OwnWords(List<byte[]> words) {
  /// What the launchers name last before the verb.
  static final String MAIN = "org.isolctl.app/org.isolctl.app.Main";

  OwnWords {
    words = List.copyOf(words);
  }

  /// Takes a text of words apart, each of which a zero byte ends.
  static List<byte[]> split(byte[] text) {
    var words = new ArrayList<byte[]>();
    var word = new ByteArrayOutputStream();
    for (byte b : text) {
      if (b == 0) {
        words.add(word.toByteArray());
        word.reset();
      } else {
        word.write(b);
      }
    }
    return words;
  }

  /// The last words as they were given, for strings that were made of them.
  List<byte[]> bytesOf(List<String> command) {
    var given =
        words.size() < command.size()
            ? List.<byte[]>of()
            : words.subList(words.size() - command.size(), words.size());
    boolean fits = !given.isEmpty();
    for (int i = 0; fits && i < given.size(); i++) {
      fits = mayBe(given.get(i), command.get(i));
    }
    return fits
        ? given
        : command.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /// Plain ASCII is the same in every locale; of anything else the string may hold replacements.
  private static boolean mayBe(byte[] bytes, String word) {
    return !StandardCharsets.US_ASCII.newEncoder().canEncode(word)
        || new String(bytes, StandardCharsets.ISO_8859_1).equals(word);
  }

  /// The words up to the main class: what to start to have another isolctl.
  Optional<List<String>> starter() {
    var starter = new ArrayList<String>();
    for (byte[] word : words) {
      var text = new String(word, StandardCharsets.UTF_8);
      starter.add(text);
      if (text.equals(MAIN)) {
        return Optional.of(starter);
      }
    }
    return Optional.empty();
  }
}
