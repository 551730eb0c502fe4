package org.isolctl.host.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.host.files.KernelSymbols;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;

/// Remembers everything that is read. What is asked again is answered from memory, so that a
/// capture is of one look, and of one mind.
final class RecordingFiles implements MachineFiles {
  private final MachineFiles machine;
  private final Map<String, Reading<byte[]>> contents = new LinkedHashMap<>();
  private final Map<String, Reading<List<String>>> names = new LinkedHashMap<>();
  private final Map<String, Reading<List<String>>> folders = new LinkedHashMap<>();

  RecordingFiles(MachineFiles machine) {
    this.machine = machine;
  }

  @Override
  public Reading<byte[]> bytes(String path) {
    return contents.computeIfAbsent(path, this::look);
  }

  /// A capture leaves the machine, so that the kernel's addresses are not kept.
  private Reading<byte[]> look(String path) {
    var content = machine.bytes(path);
    return path.equals(KernelSymbols.PATH)
        ? content.parse(KernelSymbols::withoutAddresses)
        : content;
  }

  @Override
  public Reading<List<String>> names(String folder) {
    return names.computeIfAbsent(folder, machine::names);
  }

  @Override
  public Reading<List<String>> folders(String folder) {
    return folders.computeIfAbsent(folder, machine::folders);
  }

  Map<String, Reading<byte[]>> contents() {
    return contents;
  }

  /// What is in the capture's list of readings: all folders, and every file that has no content.
  ReadingIndex index() {
    var failed = new LinkedHashMap<String, Reading<byte[]>>();
    contents.forEach((path, reading) -> {
      if (!(reading instanceof Reading.Present<byte[]>)) {
        failed.put(path, reading);
      }
    });
    return new ReadingIndex(failed, names, folders);
  }
}
