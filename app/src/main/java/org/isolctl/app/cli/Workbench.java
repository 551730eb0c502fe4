package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.isolctl.host.act.Journal;
import org.isolctl.host.act.JournalException;
import org.isolctl.host.act.Machine;

/// A machine to be changed, and the journal of that, locked against others.
record Workbench(Machine machine, Journal journal) implements AutoCloseable {

  /// @throws CommandException when the journal cannot be used
  static Workbench open(Machine machine, Path folder) {
    try {
      return new Workbench(machine, Journal.open(folder, machine.bootId()));
    } catch (JournalException e) {
      throw CommandException.unfinished(e.getMessage() + ".", e);
    } catch (IOException e) {
      throw CommandException.unfinished(
          "cannot use the journal in "
              + folder
              + ": "
              + IoReasons.of(e)
              + "; run it as root, or name another folder with --journal.",
          e);
    }
  }

  @Override
  public void close() {
    try {
      journal.close();
    } catch (IOException e) {
      // Every line was written when it came, and every change seen onto the disk before it was
      // made;
      // the lock ends with the process.
    }
  }
}
