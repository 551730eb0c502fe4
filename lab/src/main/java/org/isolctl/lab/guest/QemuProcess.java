package org.isolctl.lab.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.isolctl.lab.kernel.Kernel;

/// A running QEMU that does not outlive its owner.
final class QemuProcess implements AutoCloseable {
  private static final String PROGRAM = "qemu-system-x86_64";
  private static final int LOG_TAIL_LINES = 25;

  private final Process process;
  private final GuestFolder folder;
  private final Thread atExit;

  private QemuProcess(Process process, GuestFolder folder) {
    this.process = process;
    this.folder = folder;
    atExit = new Thread(process::destroyForcibly, "kill-qemu-" + process.pid());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static QemuProcess start(
      Accelerator accelerator, Kernel kernel, Path initrd, GuestFolder folder, BootSpec spec)
      throws IOException {
    List<String> command =
        QemuCommand.of(PROGRAM, accelerator, kernel.image(), initrd, folder.log(), spec);
    var builder = new ProcessBuilder(command).redirectError(folder.complaints().toFile());
    try {
      return new QemuProcess(builder.start(), folder);
    } catch (IOException e) {
      throw new IOException(
          "Cannot start %s: install QEMU for x86 (package qemu-system-x86)".formatted(PROGRAM), e);
    }
  }

  InputStream out() {
    return process.getInputStream();
  }

  OutputStream in() {
    return process.getOutputStream();
  }

  /// Talks to the guest for a limited time; when it is over QEMU is killed, which ends the talk.
  ///
  /// @param failure how to begin the message when it goes wrong
  <T> T within(Duration limit, String failure, Talk<T> talk) throws GuestException {
    var expired = new AtomicBoolean();
    CompletableFuture<Void> alarm =
        CompletableFuture.runAsync(
            () -> {
              expired.set(true);
              process.destroyForcibly();
            },
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return talk.run();
    } catch (IOException e) {
      String why = expired.get() ? "within " + limit.toSeconds() + " s" : e.getMessage();
      throw new GuestException("%s: %s%s".formatted(failure, why, lastWords()), e);
    } finally {
      alarm.cancel(false);
    }
  }

  /// What may fail on the line to the guest.
  @FunctionalInterface
  interface Talk<T> {
    T run() throws IOException;
  }

  private String lastWords() {
    return tail("QEMU said", folder.complaints()) + tail("The end of its log", folder.log());
  }

  private static String tail(String title, Path file) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip().lines().toList();
      int from = Math.max(0, lines.size() - LOG_TAIL_LINES);
      return lines.isEmpty()
          ? ""
          : "\n%s:\n  %s".formatted(title, String.join("\n  ", lines.subList(from, lines.size())));
    } catch (IOException e) {
      return "\n%s: cannot be read (%s)".formatted(title, e.getMessage());
    }
  }

  /// Kills QEMU and waits until it is gone.
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.onExit().join();
    } finally {
      forgetHook();
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is ending, and the hook is about to run or has run.
      process.destroyForcibly();
    }
  }
}
