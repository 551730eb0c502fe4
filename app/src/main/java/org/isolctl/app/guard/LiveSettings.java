package org.isolctl.app.guard;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isolctl.host.Host;
import org.isolctl.host.act.Actor;
import org.isolctl.host.act.Journal;
import org.isolctl.host.act.Machine;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.policy.Governed;

/// The interrupts and workqueues of this machine. The journal is open only while something is
/// changed, so that `isolctl apply` and `undo` have their turn.
record LiveSettings(Host host, Machine machine, Path journal) implements Settings {
  @Override
  public MachineFacts look() {
    return host.settings();
  }

  @Override
  public List<Result> make(List<Change> changes) throws IOException {
    try (var open = Journal.open(journal, machine.bootId())) {
      return new Actor(machine, open).apply(changes, _ -> {});
    }
  }

  @Override
  public Optional<String> obstacle(Set<Governed> governed) {
    return governed.stream().sorted().flatMap(it -> obstacle(file(it)).stream()).findFirst();
  }

  /// One file for all of a kind: each has the same owner and mode.
  private static Path file(Governed governed) {
    return Path.of(
        switch (governed) {
          case IRQS -> new Target.OfIrqDefault().how();
          case WORKQUEUES -> new Target.OfWorkqueue("*").how();
        });
  }

  /// Opens and closes the file; nothing is written.
  private static Optional<String> obstacle(Path file) {
    try (var _ = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.of("this kernel has no " + file);
    } catch (AccessDeniedException e) {
      return Optional.of(file + " may be written by root only, or with CAP_DAC_OVERRIDE");
    } catch (IOException e) {
      return Optional.of(
          file + " cannot be written (" + e.getMessage() + "); is it read-only for this service?");
    }
  }
}
