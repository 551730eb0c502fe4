package org.isolctl.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The direction of dependencies: app -> host -> model, and nothing points back.
class ArchitectureTest {
  private static JavaClasses classes;

  @BeforeAll
  static void readTheClassesOfAllModules() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPaths(
                Path.of("target/classes"),
                Path.of("../host/target/classes"),
                Path.of("../model/target/classes"));
  }

  @Test
  void allModulesAreLookedAt() {
    assertThat(classes.contain("org.isolctl.app.Main")).isTrue();
    assertThat(classes.contain("org.isolctl.host.Host")).isTrue();
    assertThat(classes.contain("org.isolctl.model.judge.Audit")).isTrue();
  }

  @Test
  void theModelKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage("org.isolctl.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.isolctl.host..", "org.isolctl.app..")
        .check(classes);
  }

  @Test
  void theHostDoesNotKnowTheApp() {
    noClasses()
        .that()
        .resideInAPackage("org.isolctl.host..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.isolctl.app..")
        .check(classes);
  }

  @Test
  void theModelIsPure() {
    noClasses()
        .that()
        .resideInAPackage("org.isolctl.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.net..",
            "java.lang.foreign..",
            "java.util.concurrent..")
        .because("what it answers must depend on what it is given alone")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage("org.isolctl.model..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.System")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .check(classes);
  }

  @Test
  void nativeCallsAreMadeInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.isolctl.host.linux.ffm..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign..")
        .check(classes);
  }

  @Test
  void theFormsOfAnAnswerDoNotAskTheMachine() {
    noClasses()
        .that()
        .resideInAPackage("org.isolctl.app.render..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.isolctl.host..", "java.nio.file..")
        .check(classes);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching("org.isolctl.(*.*)..").should().beFreeOfCycles().check(classes);
    slices().matching("org.isolctl.app.(*)..").should().beFreeOfCycles().check(classes);
  }
}
