package org.isolctl.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.isolctl.host.capture.CapturedMachine;
import org.isolctl.host.capture.Recording;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.machine.MachineReader;
import org.isolctl.host.threads.LiveMasks;
import org.isolctl.host.threads.Masks;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;

/// A machine that can be observed: this one, or one of which only files are here.
///
/// Use from one thread at a time.
public final class Host {
  private final String name;
  private final MachineFiles files;
  private final Masks masks;
  private final boolean live;

  private Host(String name, MachineFiles files, Masks masks, boolean live) {
    this.name = name;
    this.files = files;
    this.masks = masks;
    this.live = live;
  }

  /// The machine that this runs on.
  ///
  /// @throws UnsupportedOperationException on an architecture whose system calls are not known
  public static Host live() {
    return new Host("this machine", new LiveFiles(), new LiveMasks(), true);
  }

  /// A machine of which a capture was made: what {@link #writeCapture} wrote, or a sosreport, as
  /// `tar`, `tar.gz`, `tar.xz` or folder.
  ///
  /// @throws org.isolctl.host.capture.CaptureException when it is none of these, damaged, or holds
  ///   no machine
  /// @throws IOException when it cannot be read
  public static Host capture(Path file) throws IOException {
    var captured = CapturedMachine.open(file);
    return new Host(file.toString(), captured.files(), captured.masks(), false);
  }

  /// A machine whose `proc`, `sys` and so on were copied into a folder.
  ///
  /// @throws IOException when it is no folder, cannot be entered, or holds no machine
  public static Host root(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    return capture(folder);
  }

  /// Whether it is the machine that this runs on, so that it can be watched and changed.
  public boolean isLive() {
    return live;
  }

  /// Begins a look at the machine. The processes are read once for each observer: make a new one to
  /// look again.
  public Observer observer() {
    return new Observer(files, masks, live);
  }

  /// Reads interrupts, workqueues and which CPUs are online, and nothing else: what is looked for
  /// elsewhere is absent from the answer.
  public MachineFacts settings() {
    return MachineReader.settings(files);
  }

  /// Reads which CPUs are isolated and online, and nothing else: what is looked for elsewhere is
  /// absent from the answer.
  public MachineFacts isolation() {
    return MachineReader.isolation(files);
  }

  /// Reads all that any audit of this machine reads, and writes exactly that into a `tar.gz`.
  ///
  /// Facts that are observed of the capture are equal to those returned here. No command line and
  /// no environment of a process is in it; the names of threads and cgroups are.
  ///
  /// @return what was observed
  /// @throws IOException when the file cannot be written; it is then as it was before
  public HostFacts writeCapture(Path target) throws IOException {
    var recording = new Recording(files, masks);
    var facts = new Observer(recording.files(), recording.masks(), false).everything();
    recording.write(target);
    return facts;
  }

  /// What to call the machine in a message.
  @Override
  public String toString() {
    return name;
  }
}
