package org.isolctl.app.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isolctl.host.Host;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.policy.Governed;

/// A machine with one interrupt, whose mask is a file of a folder.
final class FakeSettings implements Settings {
  private final Path root;
  boolean busy;
  Optional<String> obstacle = Optional.empty();
  Outcome outcome = new Outcome.Written();
  int writes;

  FakeSettings(Path root) {
    this.root = root;
    write("sys/devices/system/cpu/online", "0-3\n");
    write("sys/devices/system/cpu/possible", "0-3\n");
    write("proc/interrupts", "           CPU0       CPU1\n 24:          5          0  msi  eth0\n");
    write("proc/irq/default_smp_affinity", "3\n");
    write("proc/irq/24/effective_affinity_list", "0\n");
    write("proc/irq/24/eth0/x", "");
    reset();
  }

  /// What a network card does that comes up.
  void reset() {
    write("proc/irq/24/smp_affinity_list", "0-3\n");
  }

  String mask() {
    try {
      return Files.readString(root.resolve("proc/irq/24/smp_affinity_list")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String path, String text) {
    try {
      var file = root.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public MachineFacts look() {
    try {
      return Host.root(root).settings();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Result> make(List<Change> changes) throws IOException {
    if (busy) {
      throw new IOException("another isolctl, process 7, is changing this machine");
    }
    return changes.stream().map(this::make).toList();
  }

  private Result make(Change change) {
    if (outcome.wrote() && change.target() instanceof Target.OfIrq) {
      writes++;
      write("proc/irq/24/smp_affinity_list", change.to().text() + "\n");
    }
    return new Result(change, outcome);
  }

  @Override
  public Optional<String> obstacle(Set<Governed> governed) {
    return obstacle;
  }
}
