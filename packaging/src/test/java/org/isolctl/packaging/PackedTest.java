package org.isolctl.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolctl.app.cli.CommandTree;
import org.isolctl.packaging.Installed.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people install, unpacked as they would: the tests run after packing, by `-Pdist verify`.
@Tag("packed")
class PackedTest {
  @TempDir static Path folder;
  private static Path root = Path.of("");
  private static Path home = Path.of("");

  @BeforeAll
  static void unpack() throws Exception {
    root = folder.resolve("deb");
    succeed("dpkg-deb", "-x", Installed.deb().toString(), root.toString());
    succeed("tar", "-C", folder.toString(), "-xf", Installed.tar().toString());
    try (Stream<Path> entries = Files.list(folder)) {
      home =
          entries
              .filter(entry -> String.valueOf(entry.getFileName()).startsWith("isolctl-"))
              .findFirst()
              .orElseThrow();
    }
  }

  @Test
  void bothPackagesAnswerThroughTheirLauncher() throws Exception {
    for (Path launcher : List.of(root.resolve("usr/bin/isolctl"), home.resolve("bin/isolctl"))) {
      Answer answer = isolctl(launcher, "version");

      assertThat(answer.out()).matches("isolctl \\S+\n");
      assertThat(answer.err()).isEmpty();
      assertThat(answer.exit()).isZero();
    }
  }

  @Test
  void theLauncherWorksThroughALinkAndDoesNotHeedOptionsForOtherJava() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("bin/isolctl"));

    Answer answer =
        Installed.run(
            folder,
            List.of(link.toString(), "version"),
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g", "_JAVA_OPTIONS", "-XX:NoSuchFlag"));

    assertThat(answer.out()).startsWith("isolctl ");
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void theImageJudgesACaptureAsTheClassesOfTheBuildDo() throws Exception {
    Path capture = folder.resolve("machine.tar.gz");
    assertThat(isolctl(home.resolve("bin/isolctl"), "capture", "-o", capture.toString()).exit())
        .isZero();
    Path plain = folder.resolve("machine.tar");
    Files.write(plain, gunzip(capture));
    succeed("xz", "-0", plain.toString());
    String[] audit = {"audit", "--isolated", "1", "--format", "json", "--capture", plain + ".xz"};

    Answer ofImage = isolctl(home.resolve("bin/isolctl"), audit);
    Answer ofBuild = ofBuild(audit);

    assertThat(ofImage.out()).startsWith("{").isEqualTo(ofBuild.out());
    assertThat(ofImage.exit()).isEqualTo(ofBuild.exit());
    assertThat(ofImage.err()).isEmpty();
  }

  @Test
  void theArchiveOfClassesIsTakenAndHoldsTheProgram() throws Exception {
    Answer answer = java(home, "-Xshare:on", "-Xlog:class+load:stdout");

    assertThat(answer.exit()).isZero();
    assertThat(answer.out().lines())
        .anyMatch(line -> line.contains("org.isolctl.app.Main source: shared objects file"));
  }

  @Test
  void theGuardStartsFromTheArchiveToo() throws Exception {
    Path state = Files.createDirectory(folder.resolve("guard"));

    Answer answer =
        java(
            home,
            List.of("-Xshare:on", archive("guard"), "-Xlog:class+load:stdout"),
            List.of("guard", "--rehearse", state.toString(), "--isolated", "1"));

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("\"event\":\"ready\"", "\"event\":\"stopped\"");
    // What the JVM makes itself for a switch over types cannot be archived.
    assertThat(answer.out().lines().filter(line -> line.contains(" org.isolctl.app.guard.")))
        .filteredOn(line -> !line.contains("$$TypeSwitch"))
        .filteredOn(line -> !line.contains("source: shared objects file"))
        .isEmpty();
    assertThat(state).isEmptyDirectory();
  }

  @Test
  void theVerbsThatPlanHaveAnArchiveOfTheirOwn() throws Exception {
    Answer answer =
        java(
            home,
            List.of("-Xshare:on", archive("plan"), "-Xlog:class+load:stdout"),
            List.of("plan", "--isolated", "1"));

    assertThat(answer.out().lines())
        .anyMatch(
            line -> line.contains("org.isolctl.model.plan.Planner source: shared objects file"));
  }

  private static String archive(String name) {
    return "-XX:SharedArchiveFile=" + home.resolve("lib/isolctl/lib/server/" + name + ".jsa");
  }

  @Test
  void anArchiveThatDoesNotFitIsLeftAloneInSilence() throws Exception {
    Path other = folder.resolve("other");
    succeed("cp", "-r", home.toString(), other.toString());
    Files.writeString(other.resolve("lib/isolctl/lib/modules"), " ", StandardOpenOption.APPEND);

    Answer answer = isolctl(other.resolve("bin/isolctl"), "version");

    assertThat(answer.out()).matches("isolctl \\S+\n");
    assertThat(answer.err()).isEmpty();
    assertThat(java(other, "-Xlog:class+load:stdout").out()).doesNotContain("shared objects file");
  }

  @Test
  void theRuntimeHoldsNoModuleThatNothingNeeds() throws Exception {
    Answer answer = Installed.run(folder, List.of(javaOf(home), "--list-modules"));

    assertThat(answer.out().lines().map(line -> line.replaceFirst("@.*", "")))
        .filteredOn(name -> name.startsWith("java.") || name.startsWith("jdk."))
        .containsExactlyInAnyOrder(
            "java.base", "java.logging", "jdk.httpserver", "jdk.unsupported");
  }

  @Test
  void everyVerbHasAPageThatManReadsWithoutAWarning() throws Exception {
    Path man = root.resolve("usr/share/man/man1");
    for (String verb : CommandTree.build().getSubcommands().keySet()) {
      if (!verb.equals("version") && !verb.equals("help")) {
        assertThat(man.resolve("isolctl-" + verb + ".1.gz")).isRegularFile();
      }
    }
    if (Files.isExecutable(Path.of("/usr/bin/man"))) {
      try (Stream<Path> pages = Files.list(man)) {
        for (Path page : (Iterable<Path>) pages::iterator) {
          Answer answer =
              Installed.run(folder, List.of("man", "--warnings", "-l", page.toString()));
          assertThat(answer.err()).isEmpty();
          assertThat(answer.out()).contains("EXIT STATUS");
        }
      }
    }
  }

  @Test
  void bashOffersVerbsAndTheWordsOfAnOption() throws Exception {
    Path script = root.resolve("usr/share/bash-completion/completions/isolctl");
    String ask =
        ". '%s'; COMP_WORDS=(%s ''); COMP_CWORD=%d; COMP_LINE='%s '; COMP_POINT=${#COMP_LINE};"
            + " _complete_isolctl; echo \"${COMPREPLY[*]}\"";

    String verbs = bash(ask.formatted(script, "isolctl", 1, "isolctl"));
    String formats =
        bash(ask.formatted(script, "isolctl audit --format", 3, "isolctl audit --format"));

    assertThat(verbs).contains("audit", "kernel-patch", "undo");
    assertThat(formats.strip()).isEqualTo("text json");
  }

  @Test
  void thePackageHoldsWhatItShallWhereItShall() throws Exception {
    Answer list = Installed.run(folder, List.of("dpkg-deb", "-c", Installed.deb().toString()));

    assertThat(list.out().lines().map(line -> line.replaceAll(" +", " ").split(" ")))
        .filteredOn(fields -> !fields[0].startsWith("d"))
        .extracting(fields -> fields[0] + " " + fields[1] + " " + fields[5])
        .contains(
            "-rwxr-xr-x root/root ./usr/bin/isolctl",
            "-rwxr-xr-x root/root ./usr/lib/isolctl/bin/java",
            "-rwxr-xr-x root/root ./usr/lib/isolctl/lib/jspawnhelper",
            "-rw-r--r-- root/root ./usr/lib/isolctl/lib/server/classes.jsa",
            "-rw-r--r-- root/root ./usr/lib/isolctl/lib/server/guard.jsa",
            "-rw-r--r-- root/root ./usr/lib/isolctl/lib/server/plan.jsa",
            "-rw-r--r-- root/root ./usr/lib/sysusers.d/isolctl.conf",
            "-rw-r--r-- root/root ./usr/lib/systemd/system/isolctl-guard.service",
            "-rw-r--r-- root/root ./etc/isolctl/policy.toml",
            "-rw-r--r-- root/root ./usr/share/doc/isolctl/copyright",
            "-rw-r--r-- root/root ./usr/share/doc/isolctl/changelog.gz",
            "-rw-r--r-- root/root ./usr/share/zsh/vendor-completions/_isolctl");
    assertThat(succeed("dpkg-deb", "-f", Installed.deb().toString(), "Package", "Depends"))
        .contains("Package: isolctl", "Depends: libc6");
  }

  @Test
  void theExamplePolicyIsOneThatIsUnderstood() throws Exception {
    Answer answer =
        isolctl(
            home.resolve("bin/isolctl"),
            "audit",
            "--policy",
            root.resolve("etc/isolctl/policy.toml").toString());

    assertThat(answer.exit()).isNotEqualTo(2);
    assertThat(answer.err()).isEmpty();
  }

  private static Answer isolctl(Path launcher, String... words) throws Exception {
    return Installed.run(
        folder, Stream.concat(Stream.of(launcher.toString()), Arrays.stream(words)).toList());
  }

  private static Answer ofBuild(String... words) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=org.isolctl.host",
                "-p",
                System.getProperty("isolctl.modules"),
                "-m",
                RuntimeImage.MAIN));
    command.addAll(List.of(words));
    return Installed.run(folder, command);
  }

  private static Answer java(Path installed, String... options) throws Exception {
    return java(installed, List.of(options), List.of("version"));
  }

  private static Answer java(Path installed, List<String> options, List<String> arguments)
      throws Exception {
    var command = new ArrayList<>(List.of(javaOf(installed)));
    command.addAll(options);
    command.addAll(List.of("-m", RuntimeImage.MAIN));
    command.addAll(arguments);
    return Installed.run(folder, command);
  }

  private static String javaOf(Path installed) {
    return installed.resolve("lib/isolctl/bin/java").toString();
  }

  private static String bash(String script) throws Exception {
    return succeed("bash", "-c", script);
  }

  private static byte[] gunzip(Path file) throws IOException {
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static String succeed(String... command) throws Exception {
    Answer answer = Installed.run(folder, List.of(command));
    assertThat(answer.exit()).as("%s: %s", String.join(" ", command), answer.err()).isZero();
    return answer.out();
  }
}
