package org.isolctl.lab.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.isolctl.host.vm.Accelerator;
import org.isolctl.lab.kernel.Kernel;

/// A booted kernel that runs commands for us. Not for several threads at once.
///
/// However it ends, nothing is left of it: {@link #close()} and the end of this JVM kill QEMU, and
/// a JVM that was killed itself leaves a guest that switches itself off after a quarter of an hour
/// of silence.
public final class Guest implements AutoCloseable {
  /// Enough for a boot on a machine that is busy with many other things.
  public static final Duration BOOT_LIMIT = Duration.ofMinutes(10);

  /// How long a command may take unless its caller says otherwise; emulated by a host that has a
  /// hundred other things to do, an audit of half a second has taken two minutes.
  public static final Duration RUN_LIMIT = Duration.ofMinutes(5);

  /// What the guest's answer may take after its own clock has killed the command: an emulated clock
  /// can lag behind on a busy machine.
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Slots.Slot slot;
  private final GuestFolder folder;
  private final QemuProcess qemu;
  private final AgentLink agent;

  private Guest(Slots.Slot slot, GuestFolder folder, QemuProcess qemu) {
    this.slot = slot;
    this.folder = folder;
    this.qemu = qemu;
    agent = new AgentLink(qemu.out(), qemu.in());
  }

  /// Boots a kernel, waiting first for one of the machine's two places for guests.
  ///
  /// @throws GuestException when it does not come up, with the end of its log
  /// @throws IOException when something that the guest needs is missing, saying what installs it
  public static Guest boot(Kernel kernel, BootSpec spec) throws IOException, InterruptedException {
    return boot(kernel, spec, KvmProbe.choose(kernel), BOOT_LIMIT);
  }

  static Guest boot(Kernel kernel, BootSpec spec, Accelerator accelerator, Duration limit)
      throws IOException, InterruptedException {
    Slots.Slot slot = Slots.ofMachine().take();
    GuestFolder folder = null;
    Guest guest = null;
    try {
      folder = GuestFolder.create();
      Path initramfs = folder.writeInitramfs(kernel, spec);
      QemuProcess qemu = QemuProcess.start(accelerator, kernel, initramfs, folder, spec);
      guest = new Guest(slot, folder, qemu);
      guest.awaitAgent(kernel, spec, limit);
      return guest;
    } catch (IOException | RuntimeException e) {
      if (guest != null) {
        guest.close();
      } else {
        if (folder != null) {
          folder.close();
        }
        slot.close();
      }
      throw e;
    }
  }

  private void awaitAgent(Kernel kernel, BootSpec spec, Duration limit) throws GuestException {
    String what =
        "Kernel %s with '%s' did not come up".formatted(kernel.release(), spec.bootLine());
    qemu.within(
        limit,
        what,
        () -> {
          agent.awaitGreeting();
          return true;
        });
  }

  /// Runs a shell script as root, without input, for {@link #RUN_LIMIT} at most.
  public Result run(String script) throws GuestException {
    return run(script, RUN_LIMIT);
  }

  /// Runs a shell script as root, without input.
  ///
  /// @param limit after which it is killed in the guest and ends with code 137
  /// @throws GuestException when the guest itself stops answering; it is of no use afterwards
  public Result run(String script, Duration limit) throws GuestException {
    String what = "The guest did not answer to '%s'".formatted(script.strip());
    return qemu.within(limit.plus(GRACE), what, () -> agent.run(script, limit));
  }

  /// The kernel's log so far, with what processes wrote to the console.
  public String log() throws IOException {
    return new String(Files.readAllBytes(folder.log()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    qemu.close();
    try {
      folder.close();
    } finally {
      slot.close();
    }
  }
}
