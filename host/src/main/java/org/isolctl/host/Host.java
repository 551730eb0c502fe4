package org.isolctl.host;

import java.io.IOException;
import java.nio.file.Path;
import org.isolctl.host.files.FolderFiles;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.threads.LiveMasks;
import org.isolctl.host.threads.Masks;

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

  /// A machine whose `proc`, `sys` and so on were copied into a folder.
  ///
  /// @throws IOException when it is no folder or cannot be entered
  public static Host root(Path folder) throws IOException {
    return new Host(folder.toString(), new FolderFiles(folder), Masks.NONE, false);
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

  /// What to call the machine in a message.
  @Override
  public String toString() {
    return name;
  }

  MachineFiles files() {
    return files;
  }

  Masks masks() {
    return masks;
  }
}
