package org.isolctl.lab.image;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which modules of the JDK a program needs.
final class PlatformModules {
  private PlatformModules() {}

  /// The names of the JDK modules that a module and all that it requires rest on, sorted.
  ///
  /// @param folder the module path of the program
  /// @throws IOException when the folder lacks a module
  static List<String> neededBy(Path folder, String module) throws IOException {
    ModuleFinder platform = ModuleFinder.ofSystem();
    try {
      Configuration resolved =
          Configuration.resolve(
              ModuleFinder.of(folder), List.of(Configuration.empty()), platform, Set.of(module));
      var names = new TreeSet<String>();
      resolved.modules().stream()
          .map(resolvedModule -> resolvedModule.name())
          .filter(name -> platform.find(name).isPresent())
          .forEach(names::add);
      return List.copyOf(names);
    } catch (FindException e) {
      throw new IOException(
          "Module %s cannot run from %s (build it first): %s"
              .formatted(module, folder, e.getMessage()),
          e);
    }
  }
}
