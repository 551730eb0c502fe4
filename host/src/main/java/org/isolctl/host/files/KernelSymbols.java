package org.isolctl.host.files;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The masks of CPUs among the symbols of the kernel. The whole table has some 10 MB.
public final class KernelSymbols {
  public static final String PATH = "/proc/kallsyms";

  /// What kernel/isolate-kthreads.cocci adds.
  public static final String ISOLATED_MASK = "__cpu_isolated_mask";

  /// What every kernel has that lists its data at all; since 4.5 with underscores.
  private static final Set<String> MASKS =
      Set.of(ISOLATED_MASK, "__cpu_online_mask", "cpu_online_mask");

  private KernelSymbols() {}

  /// The masks that the table names. None where it holds functions only (CONFIG_KALLSYMS_ALL is not
  /// set).
  public static Set<String> masks(byte[] table) {
    return names(table).collect(Collectors.toUnmodifiableSet());
  }

  /// The table with these masks only, and without addresses: what may be kept in a capture.
  public static byte[] withoutAddresses(byte[] table) {
    return names(table)
        .map(name -> "0000000000000000 B " + name + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Stream<String> names(byte[] table) {
    return new String(table, StandardCharsets.ISO_8859_1)
        .lines()
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .filter(MASKS::contains);
  }
}
