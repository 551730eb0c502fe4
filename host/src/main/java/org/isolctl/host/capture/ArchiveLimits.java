package org.isolctl.host.capture;

import org.isolctl.host.files.MachineFiles;

/// How much of an archive is read.
///
/// @param entries how many entries
/// @param bytes how many bytes in all, unpacked
/// @param longestFile how long a file may be that is kept
/// @param kept how many bytes are kept in memory
/// @param entryOverhead how many bytes an entry costs beside its content
record ArchiveLimits(int entries, long bytes, int longestFile, long kept, int entryOverhead) {

  /// Far above any real capture, and below what a machine or this process has.
  static ArchiveLimits standard() {
    return new ArchiveLimits(
        2_000_000,
        16L * 1024 * 1024 * 1024,
        MachineFiles.LONGEST_FILE,
        Runtime.getRuntime().maxMemory() / 2,
        300);
  }
}
