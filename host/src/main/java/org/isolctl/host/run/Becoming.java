package org.isolctl.host.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.ProgramChange;

/// This process becoming another program, with what it was itself started with.
///
/// What the Java runtime has changed of it is set back: the signals that its threads block, those
/// that were ignored before it handled them (its launcher tells which), and its own open files.
final class Becoming {
  private static final byte[] SHELL = "/bin/sh".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST_OWN = 3;

  /// The signals that were ignored before the runtime started, as `SigIgn` in the status file.
  private static final byte[] IGNORED = "ISOLCTL_SIGIGN=".getBytes(StandardCharsets.US_ASCII);

  /// Stands before a variable that is meant for the command and not for this program's own runtime.
  private static final byte[] KEPT = "ISOLCTL_KEPT_".getBytes(StandardCharsets.US_ASCII);

  private final MachineFiles files;
  private final ProgramChange change = new ProgramChange();

  Becoming(MachineFiles files) {
    this.files = files;
  }

  /// The words of this process.
  OwnWords words() {
    return new OwnWords(zeroEnded("/proc/self/cmdline"));
  }

  Errno become(List<String> command) {
    var words = words();
    var arguments = words.bytesOf(command);
    var given = zeroEnded("/proc/self/environ");
    var environment =
        given.stream()
            .filter(setting -> !SearchPath.startsWith(setting, IGNORED))
            .map(Becoming::asMeant)
            .toList();
    hideOwnFiles(RuntimeFiles.ofThis(words));
    var path = SearchPath.of(environment);
    for (byte[] setting : given) {
      if (SearchPath.startsWith(setting, IGNORED)) {
        ignored(
                new String(
                    setting,
                    IGNORED.length,
                    setting.length - IGNORED.length,
                    StandardCharsets.US_ASCII))
            .forEach(change::ignore);
      }
    }
    // The first thread of the process does nothing but wait for the JVM's main thread, and blocks
    // what the process was started with.
    change.block(blocked());
    return path.search(arguments.getFirst(), program -> tried(program, arguments, environment));
  }

  private Errno tried(byte[] program, List<byte[]> arguments, List<byte[]> environment) {
    var error = change.exec(program, arguments, environment);
    if (error.number() != Errno.ENOEXEC) {
      return error;
    }
    // A script without its first line is the shell's, as execvp(3) has it.
    var script = new ArrayList<byte[]>(List.of(SHELL, program));
    script.addAll(arguments.subList(1, arguments.size()));
    return change.exec(SHELL, script, environment);
  }

  private static byte[] asMeant(byte[] setting) {
    return SearchPath.startsWith(setting, KEPT)
        ? Arrays.copyOfRange(setting, KEPT.length, setting.length)
        : setting;
  }

  private List<byte[]> zeroEnded(String file) {
    return files.bytes(file).parse(OwnWords::split).toOptional().orElse(List.of());
  }

  /// The numbers of the signals in a mask of the kernel's; none where it is no mask.
  static IntStream ignored(String mask) {
    if (!mask.matches("[0-9a-f]{1,16}")) {
      return IntStream.empty();
    }
    long bits = Long.parseUnsignedLong(mask, 16);
    return IntStream.rangeClosed(1, Long.SIZE).filter(signal -> (bits >>> (signal - 1) & 1) == 1);
  }

  private long blocked() {
    return files.text("/proc/self/status").parse(Becoming::blockedOf).toOptional().orElse(0L);
  }

  static long blockedOf(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("SigBlk:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigBlk:".length()).strip(), 16))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no line SigBlk"));
  }

  private void hideOwnFiles(RuntimeFiles own) {
    for (String name : files.names("/proc/self/fd").toOptional().orElse(List.of())) {
      int descriptor = Integer.parseInt(name);
      if (descriptor >= FIRST_OWN && own.has(target(name))) {
        change.closeOnExec(descriptor);
      }
    }
  }

  private static String target(String descriptor) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor)).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
