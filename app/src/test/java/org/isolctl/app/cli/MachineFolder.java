package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A machine as files in a folder: four CPUs, 2-3 isolated at boot, and a few threads.
final class MachineFolder {
  private final Path root;

  private MachineFolder(Path root) {
    this.root = root;
  }

  static Path in(Path root) throws IOException {
    var folder = new MachineFolder(root);
    folder.write("proc/sys/kernel/osrelease", "6.12.117\n");
    folder.write("proc/cmdline", "isolcpus=2,3 quiet\n");
    folder.write("proc/irq/default_smp_affinity", "3\n");
    for (String file : new String[] {"possible", "present", "online"}) {
      folder.write("sys/devices/system/cpu/" + file, "0-3\n");
    }
    folder.write("sys/devices/system/cpu/isolated", "2-3\n");
    folder.write("sys/devices/virtual/workqueue/cpumask", "3\n");
    folder.thread(1, "systemd", 0x00400100, "0-1");
    folder.thread(2, "kthreadd", 0x00208040, "0-3");
    folder.thread(35, "khungtaskd", 0x00208040, "0-3");
    folder.thread(900, "app", 0x00400000, "3");
    return root;
  }

  private void thread(int tid, String comm, int flags, String mask) throws IOException {
    int parent = tid <= 2 ? 0 : (flags & 0x00200000) != 0 ? 2 : 1;
    String stat =
        "%d (%s) S %d 0 0 0 -1 %d 0 0 0 0 0 0 0 0 20 0 1 0 5 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"
            .formatted(tid, comm, parent, flags);
    String status =
        """
        Name:\t%s
        State:\tS (sleeping)
        Tgid:\t%d
        Pid:\t%d
        PPid:\t%d
        Cpus_allowed_list:\t%s
        """
            .formatted(comm, tid, tid, parent, mask);
    for (String folder : new String[] {"proc/" + tid, "proc/" + tid + "/task/" + tid}) {
      write(folder + "/stat", stat + " 0 0 0 0 0 0 0 0 0 0 0\n");
      write(folder + "/status", status);
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
