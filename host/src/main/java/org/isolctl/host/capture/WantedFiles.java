package org.isolctl.host.capture;

import java.util.List;
import java.util.regex.Pattern;

/// Which entries of an archive are worth keeping: a sosreport may have gigabytes of logs.
final class WantedFiles {
  private static final List<String> FOLDERS =
      List.of(
          "isolctl/",
          "proc/irq/",
          "proc/sys/kernel/",
          "sys/devices/system/cpu/",
          "sys/devices/system/node/",
          "sys/devices/virtual/workqueue/",
          "sys/class/net/",
          "sys/fs/cgroup/",
          "sys/kernel/debug/irq/",
          "etc/systemd/system.conf",
          "run/systemd/system.conf",
          "usr/lib/systemd/system.conf",
          "usr/local/lib/systemd/system.conf",
          "boot/config-");

  private static final Pattern FILES =
      Pattern.compile(
          "proc/(cmdline|interrupts|kallsyms|mounts|config\\.gz)"
              + "|proc/self/mounts"
              + "|proc/\\d+/(task/\\d+/)?(stat|status|cgroup)"
              + "|sys/devices/.*/queues/.*"
              + "|(run|sys/fs)/.*/cpuset\\..*"
              + "|etc/(default|sysconfig)/irqbalance"
              + "|run/isolctl/irqbalance[.]env"
              + "|lib/modules/[^/]+/config"
              + "|sos_commands/kernel/(uname_-a|sysctl_-a)");

  private WantedFiles() {}

  static boolean wants(String path) {
    for (String folder : FOLDERS) {
      if (path.startsWith(folder)) {
        return true;
      }
    }
    return FILES.matcher(path).matches();
  }
}
