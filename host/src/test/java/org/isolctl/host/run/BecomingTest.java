package org.isolctl.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.linux.Errno;
import org.junit.jupiter.api.Test;

/// The parts of becoming another program; the whole is tried in a process of its own, by ExecTest.
class BecomingTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> strings(List<byte[]> words) {
    return words.stream().map(word -> new String(word, StandardCharsets.ISO_8859_1)).toList();
  }

  @Test
  void wordsAreTakenAsTheyWereGivenByteByByte() {
    var words = new OwnWords(OwnWords.split(bytes("java\0-m\0x\0run\0--\0echo\0a\u00ffb\0\0")));

    assertThat(strings(words.bytesOf(List.of("echo", "a\ufffdb", ""))))
        .containsExactly("echo", "a\u00ffb", "");
  }

  @Test
  void wordsThatAreNotThoseOfTheProcessAreTakenAsText() {
    var words = new OwnWords(OwnWords.split(bytes("java\0-m\0x\0")));

    assertThat(strings(words.bytesOf(List.of("-m", "y")))).containsExactly("-m", "y");
    assertThat(strings(words.bytesOf(List.of("1", "2", "3", "4")))).hasSize(4);
  }

  @Test
  void anotherIsolctlIsStartedByTheWordsBeforeTheVerb() {
    var words = OwnWords.split(bytes("java\0-Xmx64m\0-m\0" + OwnWords.MAIN + "\0run\0ls\0"));

    assertThat(new OwnWords(words).starter())
        .contains(List.of("java", "-Xmx64m", "-m", OwnWords.MAIN));
    assertThat(new OwnWords(List.of(bytes("x"))).starter()).isEmpty();
  }

  @Test
  void onlyFilesOfTheRuntimeAreHidden() {
    var own = new RuntimeFiles(List.of("/opt/jdk", "/opt/app.jsa", ""));

    assertThat(own.has("/opt/jdk/lib/modules")).isTrue();
    assertThat(own.has("/opt/app.jsa")).isTrue();
    assertThat(own.has("/opt/jdk2/lib/modules")).isFalse();
    assertThat(own.has("/var/log/mine")).isFalse();
    assertThat(own.has("socket:[1]")).isFalse();
  }

  @Test
  void theBlockedSignalsAreThoseOfTheStatusFile() {
    assertThat(Becoming.blockedOf("Name:\tx\nSigBlk:\tfffffffe7ffbfeff\n"))
        .isEqualTo(0xfffffffe7ffbfeffL);
    assertThatThrownBy(() -> Becoming.blockedOf("Name:\tx\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theIgnoredSignalsAreTheBitsOfTheMask() {
    assertThat(Becoming.ignored("0000000000001005")).containsExactly(1, 3, 13);
    assertThat(Becoming.ignored("no mask")).isEmpty();
  }

  private static Errno search(String path, String command, List<String> tried, String... errors) {
    return SearchPath.of(List.of(bytes("A=1"), bytes("PATH=" + path)))
        .search(
            bytes(command),
            place -> {
              tried.add(new String(place, StandardCharsets.ISO_8859_1));
              return new Errno(Integer.parseInt(errors[tried.size() - 1]));
            });
  }

  @Test
  void aCommandIsLookedForInEachFolderOfThePath() {
    var tried = new ArrayList<String>();

    assertThat(search("/a::/b", "ls", tried, "2", "20", "2").number()).isEqualTo(Errno.ENOENT);
    assertThat(tried).containsExactly("/a/ls", "ls", "/b/ls");
  }

  @Test
  void aFileThatMayNotBeExecutedTellsMoreThanNone() {
    assertThat(search("/a:/b", "ls", new ArrayList<>(), "13", "2").number())
        .isEqualTo(Errno.EACCES);
  }

  @Test
  void anyOtherErrorEndsTheSearch() {
    var tried = new ArrayList<String>();

    assertThat(search("/a:/b", "ls", tried, "7").number()).isEqualTo(7);
    assertThat(tried).containsExactly("/a/ls");
  }

  @Test
  void aCommandWithASlashIsNotLookedFor() {
    var tried = new ArrayList<String>();

    search("/a", "./ls", tried, "2");
    assertThat(tried).containsExactly("./ls");
  }

  @Test
  void anEmptyCommandIsNowhere() {
    assertThat(search("/a", "", new ArrayList<>()).number()).isEqualTo(Errno.ENOENT);
  }
}
