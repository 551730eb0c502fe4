package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isolctl.app.render.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `isolctl persist --boot-line` on copies of the configurations that distributions have.
class PersistCommandTest {
  private static final String WORDS =
      "isolcpus=managed_irq,domain,2-3 nohz_full=2-3 irqaffinity=0-1";
  private static final String ENTRY = "boot/loader/entries/5e4a3b2c1d0f4e5a8b7c6d5e4f3a2b1c-";
  private static final String DROP_IN = "etc/default/grub.d/90-isolctl.cfg";
  private static final String RECORD = "var/lib/isolctl/boot-line";

  @TempDir Path root;

  private Path machine(String name) throws IOException {
    var from = Path.of("src/test/resources/boot", name);
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        var to = root.resolve(from.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.copy(path, to);
      }
    }
    return root;
  }

  private Run persist(String... more) {
    var args = new ArrayList<>(List.of("persist", "--boot-line", "--root", root.toString()));
    args.addAll(List.of(more));
    return new Run().inspector(new BlindInspector()).run(args.toArray(String[]::new));
  }

  private Run write(String... more) {
    var args = new ArrayList<>(List.of("--cpus", "2-3", "--kernel", "6.12", "--machine-cpus", "4"));
    args.addAll(List.of("--yes"));
    args.addAll(List.of(more));
    return persist(args.toArray(String[]::new));
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
  }

  /// All files but the backups.
  private Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        var name = root.relativize(path).toString();
        if (!name.endsWith(".isolctl-backup")) {
          files.put(name, text(name));
        }
      }
    }
    return files;
  }

  @ParameterizedTest
  @CsvSource({
    "debian, grub",
    "ubuntu-cloud, grub",
    "fedora, entries",
    "rhel9, entries",
    "systemd-boot, entries",
    "unified, kernel-install",
    "raspberry-pi, raspberry-pi",
    "raspbian10, raspberry-pi"
  })
  void itIsWrittenOnceAndTakenOutToTheLastByte(String name, String loader) throws IOException {
    machine(name);
    var before = files();

    var written = write("--format", "json");
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(Schemas.objections("persist-1", written.out())).isEmpty();
    assertThat(written.out()).contains("\"loader\":\"" + loader + "\"");
    var after = files();
    assertThat(after).isNotEqualTo(before);

    assertThat(write().out()).contains("NOTHING TO DO");
    assertThat(files()).isEqualTo(after);

    assertThat(persist("--remove", "--yes").exitCode()).isZero();
    assertThat(files()).isEqualTo(before);
    assertThat(persist("--remove", "--yes").out()).contains("NOTHING TO DO");
  }

  @Test
  void grubGetsADropInOfItsOwn() throws IOException {
    machine("debian");

    var run = write();
    assertThat(run.out()).contains("run 'update-grub' there, then reboot");
    assertThat(text(DROP_IN))
        .endsWith("GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX " + WORDS + "\"\n");
    assertThat(files()).hasSize(3);
  }

  @Test
  void everyEntryButTheRescueOneGetsTheWordsAndSoWillNewOnes() throws IOException {
    machine("fedora");
    write();

    assertThat(text(ENTRY + "6.11.4-301.fc41.x86_64.conf")).contains("rhgb quiet " + WORDS + "\n");
    assertThat(text(ENTRY + "6.12.11-200.fc41.x86_64.conf")).contains("rhgb quiet " + WORDS + "\n");
    assertThat(text(ENTRY + "0-rescue.conf")).doesNotContain("isolcpus");
    assertThat(text("etc/kernel/cmdline")).endsWith("rhgb quiet " + WORDS + "\n");
    assertThat(text(ENTRY + "6.11.4-301.fc41.x86_64.conf.isolctl-backup"))
        .doesNotContain("isolcpus");
  }

  @Test
  void anEntryThatAKernelUpdateMadeIsKnownAsOurs() throws IOException {
    machine("fedora");
    write();
    var fresh = ENTRY + "6.13.1-200.fc41.x86_64.conf";
    Files.copy(root.resolve(ENTRY + "6.12.11-200.fc41.x86_64.conf"), root.resolve(fresh));

    assertThat(write().exitCode()).isZero();
    persist("--remove", "--yes");
    assertThat(text(fresh)).doesNotContain("isolcpus");
  }

  @Test
  void otherCpusTakeThePlaceOfTheFirst() throws IOException {
    machine("raspberry-pi");
    write();
    var run = persist("--cpus", "3", "--kernel", "6.12", "--machine-cpus", "4", "--yes");

    assertThat(run.exitCode()).isZero();
    assertThat(text("boot/firmware/cmdline.txt"))
        .endsWith("regdom=IT isolcpus=managed_irq,domain,3 nohz_full=3 irqaffinity=0-2")
        .doesNotContain("2-3", "\n");
  }

  @Test
  void aDryRunShowsTheDiffAndWritesNothing() throws IOException {
    machine("raspberry-pi");
    var before = files();

    var run = write("--dry-run");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("-console=serial0,115200")
        .contains("+console=serial0,115200")
        .contains("regdom=IT " + WORDS)
        .contains("dry run");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void withoutConsentNothingIsWritten() throws IOException {
    machine("debian");

    var run = persist("--cpus", "2-3", "--kernel", "6.12", "--machine-cpus", "4");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--yes");
    assertThat(root.resolve(DROP_IN)).doesNotExist();
  }

  @Test
  void whatSomebodyElseWroteIsNotTouched() throws IOException {
    machine("ubuntu-cloud");
    Files.writeString(
        root.resolve("etc/default/grub.d/60-mine.cfg"),
        "GRUB_CMDLINE_LINUX_DEFAULT=\"$GRUB_CMDLINE_LINUX_DEFAULT isolcpus=1\"\n");
    var before = files();

    var run = write();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("/etc/default/grub.d/60-mine.cfg").contains("isolcpus=1");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aWordThatSomebodyHadWrittenBeforeStaysThere() throws IOException {
    machine("raspbian10");
    var file = root.resolve("boot/cmdline.txt");
    Files.writeString(file, "root=/dev/sda1 nohz_full=1 rootwait\n");

    assertThat(write().err()).contains("nohz_full=1");
    assertThat(Files.readString(file)).isEqualTo("root=/dev/sda1 nohz_full=1 rootwait\n");
  }

  @Test
  void aLineInGrubsEnvironmentIsLeftToGrubby() throws IOException {
    machine("rhel8");

    assertThat(write().err()).contains("$kernelopts").contains("grubby --update-kernel=ALL");
  }

  @Test
  void whereSeveralFitTheOneTakenIsNamedAndTheOtherCanBeHad() throws IOException {
    machine("debian");
    var entry = root.resolve("boot/loader/entries/x.conf");
    Files.createDirectories(entry.getParent());
    Files.writeString(entry, "title x\nlinux /x\noptions quiet\n");

    var run = write();
    assertThat(run.out()).contains("a drop-in of GRUB").contains("--loader entries");
    assertThat(write("--loader", "entries").exitCode()).isZero();
    assertThat(Files.readString(entry)).contains("options quiet " + WORDS + "\n");
  }

  @Test
  void wordsForInitStayBehindOurs() throws IOException {
    machine("raspbian10");
    Files.writeString(root.resolve("boot/cmdline.txt"), "quiet -- isolcpus=1\n");

    assertThat(write().exitCode()).isZero();
    assertThat(text("boot/cmdline.txt")).isEqualTo("quiet " + WORDS + " -- isolcpus=1\n");
  }

  @Test
  void bytesThatAreNoTextStayAsTheyAre() throws IOException {
    machine("raspbian10");
    var file = root.resolve("boot/cmdline.txt");
    Files.write(file, new byte[] {'a', '=', (byte) 0xff, (byte) 0xc3, '\n'});
    write();
    persist("--remove", "--yes");

    assertThat(Files.readAllBytes(file)).containsExactly('a', '=', 0xff, 0xc3, '\n');
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    machine("raspbian10");
    var file = root.resolve("boot/cmdline.txt");
    var outside = elsewhere.resolve("cmdline");
    Files.move(file, outside);
    Files.createSymbolicLink(file, outside);

    var run = write();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("leads out of");
  }

  @Test
  void aRecordThatMakesNoSenseIsNotGuessedAt() throws IOException {
    machine("raspberry-pi");
    var record = root.resolve(RECORD);
    Files.createDirectories(record.getParent());
    Files.writeString(record, "x\n");

    assertThat(write().err()).contains("/" + RECORD);
  }

  @Test
  void aFolderWithoutABootLoaderIsToldSo() {
    var run = write();

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("no boot loader").contains("predict --fix");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "persist --cpus 2-3",
        "persist --boot-line --remove --cpus 2",
        "persist --boot-line --loader lilo",
        "persist --boot-line --cpus"
      })
  void whatMakesNoSenseIsRefused(String words) {
    assertThat(new Run().run(words.split(" ", -1)).exitCode()).isEqualTo(2);
  }

  @Test
  void whatAFolderDoesNotSayOfTheMachineIsAskedFor() throws IOException {
    machine("debian");

    var run = persist("--cpus", "2", "--kernel", "6.12", "--yes");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--machine-cpus COUNT");
  }

  @Test
  void theBootCpuStaysForHousekeeping() throws IOException {
    machine("debian");

    var run = persist("--cpus", "0", "--kernel", "6.12", "--machine-cpus", "4", "--yes");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("boot CPU");
  }
}
