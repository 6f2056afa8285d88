package dev.fermata.asyncio.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports go one way: internal, then asyncio, then codegen. */
class ArchitectureTest {

  private static final JavaClasses RUNTIME =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.fermata.(**)").should().beFreeOfCycles().check(RUNTIME);
  }

  @Test
  void layersImportOnlyLowerOnes() {
    List<ArchRule> rules =
        List.of(
            noClasses()
                .that()
                .resideInAPackage("dev.fermata.asyncio.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.fermata.asyncio", "dev.fermata.asyncio.codegen"),
            noClasses()
                .that()
                .resideInAPackage("dev.fermata.asyncio")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.fermata.asyncio.codegen"));
    rules.forEach(rule -> rule.check(RUNTIME));
  }

  @Test
  void nothingButTheJdkIsNeeded() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.fermata..", "java..", "org.jspecify.annotations")
        .check(RUNTIME);
  }
}
