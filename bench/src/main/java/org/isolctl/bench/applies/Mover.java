package org.isolctl.bench.applies;

import java.util.List;

/// A command that takes threads off the isolated CPUs, or gives them back.
///
/// @param name for the table
/// @param before a script that is run first and not measured
/// @param command one program and its arguments
record Mover(String name, String before, String command) {
  private static final String APPLY =
      "/opt/isolctl/bin/isolctl apply --yes --policy /policy.toml --format json";
  private static final String UNDO = "/opt/isolctl/bin/isolctl undo --yes --format json";
  private static final String ON_DISK = " --journal /disk/journal";

  /// In the order of the table.
  static List<Mover> all() {
    return List.of(
        new Mover("C loop", "", "/bin/masks isolate c"),
        new Mover("tuna --isolate", "", "/usr/bin/python3 /usr/bin/tuna --cpus=2,3 --isolate"),
        new Mover("isolctl version", "", "/opt/isolctl/bin/isolctl version"),
        new Mover("isolctl plan", "", "/opt/isolctl/bin/isolctl plan --policy /policy.toml"),
        new Mover("isolctl apply", "rm -rf /run/isolctl", APPLY),
        new Mover("isolctl undo", "rm -rf /run/isolctl; %s >/dev/null || :".formatted(APPLY), UNDO),
        new Mover("apply, journal on disk", "rm -rf /disk/journal", APPLY + ON_DISK),
        new Mover(
            "undo, journal on disk",
            "rm -rf /disk/journal; %s >/dev/null || :".formatted(APPLY + ON_DISK),
            UNDO + ON_DISK));
  }
}
