package org.isolctl.host.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.isolctl.model.facts.Reading;

/// The files of a machine, wherever they lie.
///
/// Paths are absolute as on the machine itself, without `.` and `..`. Links are followed, but never
/// out of the folder or the archive that stands for the machine.
public interface MachineFiles {
  /// A file longer than this many bytes is malformed. `/proc/interrupts` with 2,048 CPUs and 2,000
  /// IRQs has 45 MB.
  int LONGEST_FILE = 64 * 1024 * 1024;

  /// The content of a file.
  Reading<byte[]> bytes(String path);

  /// The content of a file, bytes that are no UTF-8 replaced by U+FFFD.
  default Reading<String> text(String path) {
    return bytes(path).parse(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// The names of everything in a folder, in no particular order.
  Reading<List<String>> names(String folder);

  /// The names of the folders in a folder, links left out, in no particular order.
  Reading<List<String>> folders(String folder);
}
