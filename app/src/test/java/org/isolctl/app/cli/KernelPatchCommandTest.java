package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isolctl.app.render.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command around Coccinelle, with a program of our own in its place; what the real one makes
/// of real kernels is for the lab module to hold.
class KernelPatchCommandTest {
  @TempDir Path folder;
  private Path tree;
  private Path programs;

  @BeforeEach
  void aTree() throws IOException {
    tree = Files.createDirectories(folder.resolve("linux"));
    programs = Files.createDirectories(folder.resolve("bin"));
    program("diff", "exec /usr/bin/diff \"$@\"");
    version("7", "3");
    write("include/linux/cpumask.h", "extern struct cpumask __cpu_active_mask;\n");
    write("kernel/cpu.c", "EXPORT_SYMBOL(__cpu_active_mask);\n");
    write("kernel/kthread.c", "int kthreadd(void *unused);\n");
    write("kernel/sched/isolation.c", "void housekeeping_init(void) {}\n");
  }

  private void version(String major, String minor) throws IOException {
    write("Makefile", "VERSION = %s\nPATCHLEVEL = %s\nSUBLEVEL = 4\n".formatted(major, minor));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(tree.resolve(file).getParent());
    Files.writeString(tree.resolve(file), text);
  }

  /// A program named spatch that runs this shell script in the folder where spatch would work.
  private void spatch(String script) throws IOException {
    program("spatch", script);
  }

  private void program(String name, String script) throws IOException {
    Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void spatchThatAddsTheMask() throws IOException {
    spatch(
        """
        PATH=/usr/bin:/bin
        cat >> include/linux/cpumask.h <<'C'
        extern struct cpumask __cpu_isolated_mask;
        #define cpu_isolated_mask ((const struct cpumask *)&__cpu_isolated_mask)
        C
        cat >> kernel/cpu.c <<'C'
        struct cpumask __cpu_isolated_mask __read_mostly;
        EXPORT_SYMBOL(__cpu_isolated_mask);
        C
        cat >> kernel/sched/isolation.c <<'C'
        cpumask_andnot(&__cpu_isolated_mask, cpu_possible_mask,
        \thousekeeping_cpumask(HK_TYPE_DOMAIN));
        C
        """);
  }

  private Run run(String... options) {
    String[] args =
        Stream.concat(Stream.of("kernel-patch", "--tree", tree.toString()), Stream.of(options))
            .toArray(String[]::new);
    return new Run().environment("PATH", programs.toString()).run(args);
  }

  private Map<String, String> texts() throws IOException {
    var texts = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(tree.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void aTreeIsPatchedAndEveryPlaceIsNamed() throws IOException {
    spatchThatAddsTheMask();
    Run run = run();
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Patched: Linux 7.3.4 in ")
        .contains("kernel/cpu.c                cpu_isolated_mask defined; exported to modules")
        .contains("From 7.0 on the kernel itself keeps kernel threads off");
    assertThat(texts().get("kernel/cpu.c"))
        .isEqualTo(
            """
            EXPORT_SYMBOL(__cpu_active_mask);
            struct cpumask __cpu_isolated_mask __read_mostly;
            EXPORT_SYMBOL(__cpu_isolated_mask);
            """);
  }

  @Test
  void permissionsAndSymbolicLinksOfATreeStayAsTheyWere() throws IOException {
    spatchThatAddsTheMask();
    Path original = Files.move(tree.resolve("kernel/cpu.c"), folder.resolve("cpu.c"));
    Files.setPosixFilePermissions(original, PosixFilePermissions.fromString("rw-rw-r--"));
    Files.createSymbolicLink(tree.resolve("kernel/cpu.c"), original);
    assertThat(run().exitCode()).isZero();
    assertThat(tree.resolve("kernel/cpu.c")).isSymbolicLink();
    assertThat(original).content().contains("__cpu_isolated_mask");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(original)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void aCheckPrintsAPatchAndChangesNothing() throws IOException {
    spatchThatAddsTheMask();
    Map<String, String> before = texts();
    Run run = run("--check");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("--- a/include/linux/cpumask.h\n+++ b/include/linux/cpumask.h\n@@ ")
        .contains("\n+EXPORT_SYMBOL(__cpu_isolated_mask);\n");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void inJsonItSaysWhatWasFoundAndWhetherTheTreeWasChanged() throws IOException {
    spatchThatAddsTheMask();
    Map<String, String> before = texts();
    String checked = run("--check", "--format", "json").out();
    assertThat(Schemas.objections("kernel-patch-1", checked)).isEmpty();
    assertThat(checked)
        .contains(
            "\"written\":false", "\"kernel\":\"7.3.4\"", "+EXPORT_SYMBOL(__cpu_isolated_mask)");
    assertThat(texts()).isEqualTo(before);

    String written = run("--format", "json").out();
    assertThat(Schemas.objections("kernel-patch-1", written)).isEmpty();
    assertThat(written).contains("\"written\":true", "\"isolate-kthreads.cocci\"");
    assertThat(texts()).isNotEqualTo(before);
    assertThat(Schemas.objections("kernel-patch-1", written.replace("true", "1"))).isNotEmpty();
  }

  @Test
  void aPatchThatMissedAPlaceLeavesTheTreeAsItWas() throws IOException {
    spatch("echo 'EXPORT_SYMBOL(__cpu_isolated_mask);' >> kernel/cpu.c");
    Map<String, String> before = texts();
    Run run = run();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err())
        .contains("isolate-kthreads.cocci does not fit")
        .contains("Nothing was changed.")
        .contains("kernel/cpu.c: cpu_isolated_mask defined: expected 1, found 0")
        .doesNotContain("exported to modules");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void belowSevenAKernelWhoseThreadsWereNotMovedIsRefused() throws IOException {
    spatchThatAddsTheMask();
    version("6", "12");
    Map<String, String> before = texts();
    Run run = run();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("new kernel threads given it: expected 3, found 0");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void aSecondTimeIsRefused() throws IOException {
    spatchThatAddsTheMask();
    assertThat(run().exitCode()).isZero();
    Map<String, String> patched = texts();
    Run again = run();
    assertThat(again.exitCode()).isEqualTo(4);
    assertThat(again.err()).contains("has the patch already").contains("Nothing was changed.");
    assertThat(texts()).isEqualTo(patched);
  }

  @Test
  void aTreeWithAPartOfThePatchIsRefused() throws IOException {
    spatchThatAddsTheMask();
    write("kernel/cpu.c", "EXPORT_SYMBOL(__cpu_isolated_mask);\n");
    Run run = run();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err())
        .contains("has a part of isolate-kthreads.cocci already")
        .contains("unpack the tree anew");
  }

  @Test
  void whenCoccinelleFailsItsLastWordsAreShownAndNothingIsChanged() throws IOException {
    spatch("echo 'Fatal error: no such rule' >&2; echo junk > kernel/cpu.c; exit 2");
    Map<String, String> before = texts();
    Run run = run();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("spatch ended with code 2; the tree is as it was.")
        .contains("Fatal error: no such rule");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void withoutCoccinelleItSaysHowToInstallIt() {
    Run run = run();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("needs spatch").contains("apt-get install coccinelle");
  }

  @Test
  void aFolderThatIsNoKernelTreeIsAUsageError() throws IOException {
    spatchThatAddsTheMask();
    Files.delete(tree.resolve("Makefile"));
    Run run = run();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is no kernel tree").contains("/usr/src/linux-source-");
  }

  @Test
  void aMakefileOfAnythingElseIsAUsageError() throws IOException {
    spatchThatAddsTheMask();
    write("Makefile", "all:\n");
    Run run = run();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("states no VERSION and PATCHLEVEL");
  }

  @Test
  void aKernelBeforeThreeTenIsRefused() throws IOException {
    spatchThatAddsTheMask();
    version("2", "6");
    Run run = run();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("this tree is Linux 2.6.4; the patch is made for 3.10");
  }

  @Test
  void moreIsRefusedWhereItHasNothingToDoOrCannotWork() throws IOException {
    spatchThatAddsTheMask();
    assertThat(run("--more").err()).contains("from 7.0 on the kernel itself keeps rescuers");
    version("5", "17");
    assertThat(run("--more").err()).contains("--more is made for 5.18 to 6.19");
    assertThat(run("--more").exitCode()).isEqualTo(2);
  }

  @Test
  void aTreeMustBeNamed() {
    Run run = new Run().run("kernel-patch");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--tree=DIR");
  }
}
