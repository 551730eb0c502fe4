package org.isolctl.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isolctl.lab.guest.Slots;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.TestedKernels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `isolctl try` from its command line to QEMU and back.
@Tag("lab")
class TryTest {
  private static final Path SCHEMA = Path.of("../docs/schema/try-1.json");
  private static final String NOBODY = "65534";

  private static Kernel kernel = new Kernel("none", Path.of("/nonexistent"));

  @TempDir Path folder;
  private Path temporary = Path.of("/nonexistent");
  private TryCall call = new TryCall(temporary, List.of(), temporary);

  @BeforeAll
  static void takeOneKernel() throws IOException {
    kernel = TestedKernels.all().getFirst();
  }

  @BeforeEach
  void aFolderForTemporaryFiles() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    call = TryCall.in(temporary);
  }

  @Test
  void predictedAndMeasuredMasksAreTheSame() throws Exception {
    TryCall.Answer answer;
    try (var _ = Slots.ofMachine().take()) {
      answer = call.of(image(), "--cpus=4", "--format=json", "--", "isolcpus=2-3 irqaffinity=0-1");
    }

    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(objections(answer.out())).isEmpty();
    var json = JsonMapper.shared().readTree(answer.out());
    assertThat(json.path("verdict").asString()).isEqualTo("as-predicted");
    assertThat(json.path("kernel").asString()).isEqualTo(kernel.release());
    assertThat(json.path("masks").valueStream())
        .anySatisfy(mask -> {
          assertThat(mask.path("name").asString()).isEqualTo("isolated");
          assertThat(mask.path("predicted").asString()).isEqualTo("2-3");
          assertThat(mask.path("measured").path(0).path("mask").asString()).isEqualTo("2-3");
        })
        .allSatisfy(mask -> assertThat(mask.path("holds").asBoolean()).isTrue());
    assertThat(temporary).isEmptyDirectory();
  }

  /// The kernel is told to be built without what it has.
  @Test
  void aDifferenceIsShownAndAsksForAReportWithWhatTheGuestSaid() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("config"), "CONFIG_SMP=y\n# CONFIG_NO_HZ_FULL is not set\n");
    TryCall.Answer answer;
    try (var _ = Slots.ofMachine().take()) {
      answer = call.of(image(), "--cpus=4", "--kconfig=" + config, "--", "nohz_full=2-3");
    }

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .startsWith("DIFFERS FROM THE PREDICTION")
        .containsPattern("(?m)^nohz_full +none +2-3 differs$");
    assertThat(answer.err()).contains("Please report it to the project");
    Path attachment = Path.of(answer.err().replaceFirst("(?s).*the file (.*)\\.\\n$", "$1"));
    assertThat(attachment)
        .hasParent(temporary)
        .content()
        .startsWith("isolctl-collector 1\n")
        .contains("(kthreadd)");
  }

  /// A build that runs in the background may have SIGINT ignored, and its children with it.
  @Test
  void anInterruptLeavesNeitherQemuNorFiles() throws Exception {
    Path log = folder.resolve("log");
    var asInATerminal =
        new TryCall(temporary, List.of("env", "--default-signal=INT"), call.modules());
    try (var _ = Slots.ofMachine().take()) {
      Process started = asInATerminal.start(log, log, image(), "--cpus=4", "--", "isolcpus=2-3");
      ProcessHandle qemu = childOf(started);
      assertThat(temporary).isNotEmptyDirectory();

      int sent = new ProcessBuilder("sh", "-c", "kill -INT " + started.pid()).start().waitFor();

      assertThat(sent).isZero();
      assertThat(started.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(started.exitValue()).isEqualTo(130);
      qemu.onExit().get(1, TimeUnit.MINUTES);
      assertThat(temporary).isEmptyDirectory();
    }
  }

  private static ProcessHandle childOf(Process started) throws InterruptedException {
    while (started.isAlive()) {
      var child = started.children().findFirst();
      if (child.isPresent()) {
        return child.get();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("it ended before it started QEMU");
  }

  @Test
  void anImageThatOnlyRootMayReadIsAnErrorThatSaysHowToCopyIt() throws Exception {
    Path image = Files.writeString(folder.resolve("vmlinuz"), "secret");
    Files.setPosixFilePermissions(image, PosixFilePermissions.fromString("---------"));

    var answer = asNobody().of("--kernel=" + image, "--cpus=4", "--", "isolcpus=2-3");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .startsWith("isolctl try: " + image + " may be read by root alone")
        .contains("sudo install -m 644 " + image)
        .doesNotContain("Exception");
  }

  /// Root may read everything; then it is done by a user who may read what the command needs.
  private TryCall asNobody() throws Exception {
    if (!"root".equals(System.getProperty("user.name"))) {
      return call;
    }
    Path modules = Files.createDirectory(folder.resolve("modules"));
    try (Stream<Path> jars = Files.list(call.modules())) {
      jars.forEach(jar -> copy(jar, modules.resolve(jar.getFileName())));
    }
    for (Path path : List.of(folder, modules, temporary)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    return new TryCall(
        temporary,
        List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"),
        modules);
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String image() {
    return "--kernel=" + kernel.image();
  }

  private static List<String> objections(String answer) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
        .validate(answer, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
