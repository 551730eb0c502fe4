package org.isolctl.lab.kernelpatch;

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
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `isolctl kernel-patch` with Coccinelle on the sources of Debian's kernels, of which
/// `kernel/fetch-sources` leaves the files that the patches read. Lines are counted here by other
/// means than in the command.
@Tag("sources")
class PatchedSourcesTest {
  private static final List<String> MASK =
      List.of(
          "+extern struct cpumask __cpu_isolated_mask;",
          "+#define cpu_isolated_mask ((const struct cpumask *)&__cpu_isolated_mask)",
          "+struct cpumask __cpu_isolated_mask __read_mostly;",
          "+EXPORT_SYMBOL(__cpu_isolated_mask);",
          "+cpumask_andnot(&__cpu_isolated_mask, cpu_possible_mask,",
          "+housekeeping_cpumask(HK_TYPE_DOMAIN));");

  private static final List<String> KTHREADS =
      List.of(
          "-set_cpus_allowed_ptr(current, housekeeping_cpumask(HK_TYPE_KTHREAD));",
          "+set_cpus_allowed_ptr(current, &kthread_default_mask);",
          "-set_cpus_allowed_ptr(tsk, housekeeping_cpumask(HK_TYPE_KTHREAD));",
          "+kthread_set_default_mask(housekeeping_cpumask(HK_TYPE_KTHREAD));",
          "+set_cpus_allowed_ptr(tsk, &kthread_default_mask);",
          "+core_initcall(kthreadd_leave_isolated_cpus);");

  @TempDir Path folder;

  /// @param series as `kernel/fetch-sources` names it
  record Source(String series, Path files) {
    boolean isSevenOrLater() {
      return !series.matches("[3-6]\\..*");
    }

    @Override
    public String toString() {
      return series;
    }
  }

  static Stream<Source> sources() throws IOException {
    Path folder = LabCache.ofEnvironment().folder("sources");
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isDirectory(entry.resolve("tree")))
          .map(entry -> new Source(entry.getFileName().toString(), entry.resolve("tree")))
          .toList()
          .stream();
    }
  }

  private Path treeOf(Source source) throws IOException {
    Path tree = folder.resolve("linux");
    try (Stream<Path> entries = Files.walk(source.files())) {
      for (Path entry : entries.toList()) {
        Path target = tree.resolve(source.files().relativize(entry));
        if (Files.isDirectory(entry)) {
          Files.createDirectories(target);
        } else {
          Files.copy(entry, target);
        }
      }
    }
    return tree;
  }

  private record Answer(int code, String out, String err) {}

  private Answer kernelPatch(Path tree, String... options) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-p", System.getProperty("isolctl.modules")));
    command.addAll(List.of("-m", "org.isolctl.app/org.isolctl.app.Main", "kernel-patch"));
    command.addAll(List.of("--tree", tree.toString()));
    command.addAll(List.of(options));
    int code =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Answer(code, Files.readString(out), Files.readString(err));
  }

  private static Map<String, String> texts(Path tree) throws IOException {
    var texts = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(
            tree.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }

  private static List<String> changes(String diff) {
    return diff.lines()
        .filter(line -> line.matches("[-+](?![-+]).*"))
        .map(line -> line.charAt(0) + line.substring(1).strip())
        .filter(line -> line.length() > 1)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void exactlyTheExpectedPlacesChange(Source source) throws Exception {
    Path tree = treeOf(source);
    Map<String, String> before = texts(tree);

    Answer check = kernelPatch(tree, "--check");

    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isZero();
    assertThat(changes(check.out())).containsAll(MASK);
    if (source.isSevenOrLater()) {
      assertThat(changes(check.out())).containsExactlyInAnyOrderElementsOf(MASK);
    } else {
      assertThat(changes(check.out())).containsAll(KTHREADS).hasSize(23);
    }
    assertThat(texts(tree)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void theDiffThatACheckPrintsIsWhatIsDone(Source source) throws Exception {
    Path tree = treeOf(source);
    Path patch = Files.writeString(folder.resolve("patch"), kernelPatch(tree, "--check").out());
    assertThat(kernelPatch(tree).code()).isZero();

    int reversed =
        new ProcessBuilder("patch", "-p1", "-R", "-s", "-i", patch.toString())
            .directory(tree.toFile())
            .start()
            .waitFor();

    assertThat(reversed).isZero();
    assertThat(texts(tree)).isEqualTo(texts(source.files()));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aSecondTimeIsRefusedAndChangesNothing(Source source) throws Exception {
    Path tree = treeOf(source);
    Answer first = kernelPatch(tree);
    Map<String, String> patched = texts(tree);

    Answer second = kernelPatch(tree);

    assertThat(first.code()).isZero();
    assertThat(first.out().contains("From 7.0 on")).isEqualTo(source.isSevenOrLater());
    assertThat(second.code()).isEqualTo(4);
    assertThat(second.err()).contains("has the patch already");
    assertThat(texts(tree)).isEqualTo(patched);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aPlaceThatLooksDifferentIsNoticedAndNothingIsChanged(Source source) throws Exception {
    Path tree = treeOf(source);
    Path cpu = tree.resolve("kernel/cpu.c");
    Files.writeString(
        cpu, Files.readString(cpu).replace("EXPORT_SYMBOL(__cpu_active_mask)", "/* moved */"));
    Map<String, String> before = texts(tree);

    Answer answer = kernelPatch(tree);

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err())
        .contains("kernel/cpu.c: cpu_isolated_mask defined: expected 1, found 0");
    assertThat(texts(tree)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void moreCanFollowLaterOrIsRefusedWhereTheKernelDoesItItself(Source source) throws Exception {
    Path tree = treeOf(source);
    assertThat(kernelPatch(tree).code()).isZero();

    Answer more = kernelPatch(tree, "--more");

    if (source.isSevenOrLater()) {
      assertThat(more.code()).isEqualTo(2);
    } else {
      assertThat(more.code()).isZero();
      assertThat(texts(tree).get("kernel/workqueue.c"))
          .containsPattern("kthread_bind_mask\\(rescuer->task,\\s+housekeeping_cpumask");
      assertThat(texts(tree).get("mm/vmscan.c")).contains("cpu_isolated_mask");
      assertThat(kernelPatch(tree, "--more").code()).isEqualTo(4);
    }
  }
}
