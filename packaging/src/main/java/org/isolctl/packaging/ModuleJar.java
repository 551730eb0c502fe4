package org.isolctl.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// A jar made fit for a runtime image: with a module descriptor, and with classes that can be
/// archived.
final class ModuleJar {
  private static final String DESCRIPTOR = "module-info.class";

  private static final Map<String, List<String>> NEEDS =
      Map.of("com.electronwill.nightconfig.toml", List.of("com.electronwill.nightconfig.core"));

  /// commons-lang3 uses it for the events of Java Beans alone; it would make the image a third
  /// larger.
  private static final Set<String> UNNEEDED = Set.of("java.desktop");

  private ModuleJar() {}

  /// Writes a fit copy of a jar.
  ///
  /// @throws IOException when the jar cannot be read, or is no module by any means
  static void write(Path source, Path target) throws IOException {
    Map<String, byte[]> entries = read(source);
    var upgrade =
        new ClassUpgrade(
            entries.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".class"))
                .map(Map.Entry::getValue)
                .toList());
    ModuleDescriptor module = module(source);
    try (OutputStream file = Files.newOutputStream(target);
        var out = new JarOutputStream(file)) {
      if (module.isAutomatic()) {
        add(out, DESCRIPTOR, Descriptor.of(module, NEEDS.getOrDefault(module.name(), List.of())));
      }
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        add(out, entry.getKey(), fit(entry.getKey(), entry.getValue(), upgrade));
      }
    }
  }

  private static byte[] fit(String name, byte[] content, ClassUpgrade upgrade) {
    if (name.endsWith(DESCRIPTOR)) {
      return Descriptor.without(content, UNNEEDED);
    }
    return name.endsWith(".class") ? upgrade.of(content) : content;
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    var entry = new JarEntry(name);
    // A fixed time: the same jar from the same classes.
    entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }

  private static Map<String, byte[]> read(Path source) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var jar = new JarFile(source.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        try (InputStream in = jar.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static ModuleDescriptor module(Path source) throws IOException {
    return ModuleFinder.of(source).findAll().stream()
        .map(ModuleReference::descriptor)
        .findFirst()
        .orElseThrow(() -> new IOException(source + " is no module"));
  }
}
