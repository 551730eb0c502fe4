package org.isolctl.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModuleJarTest {
  @TempDir Path folder;

  @Test
  void classesWithoutStackMapsGetThemAndStillVerify() throws Exception {
    Path source = jarOf(CommandLine.class);
    assertThat(majorVersion(source, "picocli/CommandLine.class")).isLessThan(50);

    Path fit = fit(source);

    assertThat(majorVersion(fit, "picocli/CommandLine.class")).isEqualTo(52);
    assertThat(verified(fit, "picocli/")).isGreaterThan(150);
  }

  @Test
  void aJarWithoutDescriptorGetsOneThatExportsEverything() throws Exception {
    ModuleDescriptor module =
        descriptor(fit(jarOf(com.electronwill.nightconfig.toml.TomlFormat.class)));

    assertThat(module.isAutomatic()).isFalse();
    assertThat(module.name()).isEqualTo("com.electronwill.nightconfig.toml");
    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactly("com.electronwill.nightconfig.toml");
    assertThat(module.requires())
        .extracting(Requires::name)
        .containsExactlyInAnyOrder("java.base", "com.electronwill.nightconfig.core");
  }

  @Test
  void theDesktopIsNotDraggedIn() throws Exception {
    ModuleDescriptor module = descriptor(fit(jarOf(ArrayUtils.class)));

    assertThat(module.requires())
        .filteredOn(require -> require.name().equals("java.desktop"))
        .allMatch(require -> require.modifiers().contains(Requires.Modifier.STATIC));
    assertThat(module.exports()).hasSizeGreaterThan(10);
  }

  @Test
  void theSameJarComesOutTwice() throws Exception {
    Path source = jarOf(CommandLine.class);
    Path first = fit(source);
    Path second = folder.resolve("again.jar");
    ModuleJar.write(source, second);

    assertThat(second).hasSameBinaryContentAs(first);
  }

  private Path fit(Path source) throws IOException {
    Path target = folder.resolve(String.valueOf(source.getFileName()));
    ModuleJar.write(source, target);
    return target;
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(place);
  }

  private static ModuleDescriptor descriptor(Path jar) {
    return ModuleFinder.of(jar).findAll().iterator().next().descriptor();
  }

  private static int majorVersion(Path jar, String entry) throws IOException {
    try (var file = new JarFile(jar.toFile());
        InputStream in = file.getInputStream(file.getJarEntry(entry))) {
      return ClassFile.of().parse(in.readAllBytes()).majorVersion();
    }
  }

  /// Loads and links each class, which verifies it.
  private static int verified(Path jar, String prefix) throws Exception {
    int count = 0;
    try (var file = new JarFile(jar.toFile());
        var loader =
            new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
        String name = entry.getName();
        if (name.startsWith(prefix) && name.endsWith(".class")) {
          Class.forName(name.replace('/', '.').replaceFirst("\\.class$", ""), true, loader);
          count++;
        }
      }
    }
    return count;
  }
}
