package org.isolctl.lab.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.isolctl.host.vm.Accelerator;
import org.isolctl.host.vm.LastWords;
import org.isolctl.host.vm.Leftovers;
import org.isolctl.host.vm.QemuMachine;
import org.isolctl.lab.kernel.Kernel;

/// A running QEMU that does not outlive its owner.
final class QemuProcess implements AutoCloseable {
  private final Process process;
  private final GuestFolder folder;
  private final Leftovers leftovers;

  private QemuProcess(Process process, GuestFolder folder) {
    this.process = process;
    this.folder = folder;
    leftovers = new Leftovers(process::destroyForcibly);
  }

  static QemuProcess start(
      Accelerator accelerator, Kernel kernel, Path initramfs, GuestFolder folder, BootSpec spec)
      throws IOException {
    List<String> command =
        spec.machine(kernel, initramfs, folder.log()).command(QemuMachine.PROGRAM, accelerator);
    var builder = new ProcessBuilder(command).redirectError(folder.complaints().toFile());
    try {
      return new QemuProcess(builder.start(), folder);
    } catch (IOException e) {
      throw new IOException(
          "Cannot start %s: install QEMU for x86 (package qemu-system-x86)"
              .formatted(QemuMachine.PROGRAM),
          e);
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
    return LastWords.of("QEMU said", folder.complaints())
        + LastWords.of("The end of its log", folder.log());
  }

  /// Kills QEMU and waits until it is gone.
  @Override
  public void close() {
    leftovers.close();
    process.onExit().join();
  }
}
