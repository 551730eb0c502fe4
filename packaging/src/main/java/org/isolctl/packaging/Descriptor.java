package org.isolctl.packaging;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleRequireInfo;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Set;

/// Module descriptors, as a runtime image wants them: each module has one, and none drags in what
/// the command never uses.
final class Descriptor {
  private static final ModuleDesc BASE = ModuleDesc.of("java.base");

  private Descriptor() {}

  /// A descriptor for a jar that has none: everything exported.
  ///
  /// @param automatic what the JDK makes of the jar by its name and manifest
  /// @param needs modules other than `java.base` that it requires
  static byte[] of(ModuleDescriptor automatic, List<String> needs) {
    return ClassFile.of()
        .buildModule(
            ModuleAttribute.of(
                ModuleDesc.of(automatic.name()),
                builder -> {
                  builder.requires(BASE, Set.of(AccessFlag.MANDATED), null);
                  for (String need : needs) {
                    builder.requires(ModuleDesc.of(need), Set.of(), null);
                  }
                  automatic.packages().stream()
                      .sorted()
                      .forEach(name -> builder.exports(PackageDesc.of(name), Set.of()));
                }));
  }

  /// The same descriptor, with some modules required only while compiling.
  static byte[] without(byte[] descriptor, Set<String> unneeded) {
    return ClassFile.of()
        .transformClass(
            ClassFile.of().parse(descriptor),
            ClassTransform.ACCEPT_ALL.andThen((builder, element) -> {
              if (element instanceof ModuleAttribute module) {
                builder.with(loosened(module, unneeded));
              } else {
                builder.with(element);
              }
            }));
  }

  private static ModuleAttribute loosened(ModuleAttribute module, Set<String> unneeded) {
    return ModuleAttribute.of(
        module.moduleName(),
        builder -> {
          builder.moduleFlags(module.moduleFlagsMask());
          module.moduleVersion().ifPresent(version -> builder.moduleVersion(version.stringValue()));
          module.requires().forEach(require -> builder.requires(loosened(require, unneeded)));
          module.exports().forEach(builder::exports);
          module.opens().forEach(builder::opens);
          module.uses().forEach(builder::uses);
          module.provides().forEach(builder::provides);
        });
  }

  private static ModuleRequireInfo loosened(ModuleRequireInfo require, Set<String> unneeded) {
    return unneeded.contains(require.requires().name().stringValue())
        ? ModuleRequireInfo.of(
            require.requires(),
            require.requiresFlagsMask() | AccessFlag.STATIC_PHASE.mask(),
            require.requiresVersion().orElse(null))
        : require;
  }
}
