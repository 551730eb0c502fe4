package org.isolctl.host.files;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.facts.Reading;

/// The files of a running machine, of which the symbols of the kernel are read only once: they take
/// tens of milliseconds, and no mask comes to the kernel itself while it runs. Not thread-safe.
public final class SymbolsOnce implements MachineFiles {
  private final MachineFiles files;
  private Optional<Reading<byte[]>> symbols = Optional.empty();

  public SymbolsOnce(MachineFiles files) {
    this.files = files;
  }

  @Override
  public Reading<byte[]> bytes(String path) {
    return path.equals(KernelSymbols.PATH) ? symbols() : files.bytes(path);
  }

  /// Only what is asked of the table is kept, as the whole of it has some 10 MB.
  private Reading<byte[]> symbols() {
    if (symbols.isEmpty()) {
      symbols = Optional.of(files.bytes(KernelSymbols.PATH).parse(KernelSymbols::withoutAddresses));
    }
    return symbols.get();
  }

  @Override
  public Reading<List<String>> names(String folder) {
    return files.names(folder);
  }

  @Override
  public Reading<List<String>> folders(String folder) {
    return files.folders(folder);
  }
}
