package org.isolctl.packaging;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Brings classes up to a class file version that the JVM can archive; their code stays the same.
///
/// Classes older than Java 6 carry no stack maps, so the JVM checks them by its old verifier, and
/// what went through that is left out of every archive. picocli 4.7.7 is of Java 5
/// (github.com/remkop/picocli/issues/1623).
final class ClassUpgrade {
  private final Map<ClassDesc, ClassHierarchyInfo> known = new HashMap<>();
  private final ClassFile code;

  /// @param family all classes that an upgraded one may refer to, those of the JDK left out; stack
  ///   maps say what two branches have in common
  ClassUpgrade(Collection<byte[]> family) {
    family.forEach(this::learn);
    ClassHierarchyResolver own = known::get;
    code =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                own.orElse(
                    ClassHierarchyResolver.ofResourceParsing(
                        ClassLoader.getPlatformClassLoader()))));
  }

  private void learn(byte[] content) {
    ClassModel model = ClassFile.of().parse(content);
    if (!model.isModuleInfo()) {
      known.put(
          model.thisClass().asSymbol(),
          model.flags().has(AccessFlag.INTERFACE)
              ? ClassHierarchyInfo.ofInterface()
              : ClassHierarchyInfo.ofClass(model.superclass().orElseThrow().asSymbol()));
    }
  }

  /// The class at the version of Java 8 at least.
  byte[] of(byte[] content) {
    ClassModel model = code.parse(content);
    if (model.majorVersion() >= ClassFile.JAVA_8_VERSION) {
      return content;
    }
    return code.transformClass(
        model,
        // Bodies that are handed on whole would keep their lack of stack maps.
        ClassTransform.transformingMethodBodies(CodeBuilder::with)
            .andThen(
                ClassTransform.endHandler(
                    builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0))));
  }
}
