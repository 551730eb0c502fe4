package org.isolctl.host.vm;

/// Reports as the collector writes them.
final class Reports {
  static final String SMALL =
      """
      isolctl-collector 1
      file /proc/sys/kernel/osrelease 8
      6.12.117
      file /sys/devices/system/cpu/isolated 4
      2-3

      file /sys/devices/system/cpu/nohz_full 7
      (null)

      file /sys/devices/virtual/workqueue/cpumask 2
      3

      thread 0-1
      1 (init) R 0 0 0 0 -1 4194560 9 0 0 0 0 170 0 0 20 0 1 0 44 1327104 0 18446744073709551615\
       4194304 4197360 140722752105728 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0
      thread 0-3
      2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 5 0 0 20 0 1 0 44 0 0 18446744073709551615 0 0 0 0\
       0 0 0 2147483647 0 1 0 0 0 0 0 0 0 0
      note <4>[    0.000000] isolcpus: Skipped unknown flag foo
      end 2
      """;

  private Reports() {}
}
