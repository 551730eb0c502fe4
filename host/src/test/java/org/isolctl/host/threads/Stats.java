package org.isolctl.host.threads;

/// Real texts of `/proc/TGID/task/TID/stat`.
final class Stats {
  /// A user thread with real-time policy FIFO 50, last on CPU 1, in a process of three threads.
  static final String USER =
      "5628 (sleepers) S 5607 5607 3157 0 -1 4194304 101 0 0 0 9 4 0 0 -51 0 3 0 97604 3133440 388"
          + " 18446744073709551615 94385854529536 94385854549417 140728483477520 0 0 0 0 0 0 0 0 0"
          + " 17 1 50 1 0 0 0 94385854565424 94385854567040 94385922912256 140728483486214"
          + " 140728483486234 140728483486234 140728483487723 0\n";

  static final String KTHREADD =
      "2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 0 0 0 20 0 1 0 24 0 0 18446744073709551615 0 0"
          + " 0 0 0 0 0 2147483647 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n";

  private Stats() {}

  /// A user thread of that name and parent, alone in its process.
  static String user(int tid, String comm, int ppid) {
    return USER.replace("5628 (sleepers) S 5607", tid + " (" + comm + ") S " + ppid)
        .replace(" -51 0 3 ", " -51 0 1 ");
  }

  static String withThreads(String stat, int threads) {
    return stat.replace(" -51 0 1 ", " -51 0 " + threads + " ");
  }
}
