package dev.fermata.processor.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Imports go one way: a package knows those before it in the list, and none behind it. */
class LayersTest {

  private static final String ROOT = "dev.fermata.processor";

  private static final List<String> ORDER =
      List.of(
          "diag",
          "detached",
          "model",
          "ir",
          "find",
          "attribute",
          "validate",
          "desugar",
          "lower",
          "allocate",
          "emit");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void noPackageKnowsOneBehindIt() {
    for (int i = 0; i < ORDER.size(); i++) {
      List<String> behind = new ArrayList<>(List.of(ROOT));
      ORDER.subList(i + 1, ORDER.size()).forEach(name -> behind.add(ROOT + "." + name));
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + ORDER.get(i))
          .should()
          .dependOnClassesThat(resideInAnyPackage(behind.toArray(String[]::new)))
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    Set<String> packages = new TreeSet<>();
    CLASSES.forEach(type -> packages.add(type.getPackageName()));

    List<String> expected = new ArrayList<>(List.of(ROOT));
    ORDER.forEach(name -> expected.add(ROOT + "." + name));
    assertThat(packages).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theMiddleOfTheCompilerKnowsNoTrees() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT,
            ROOT + ".diag",
            ROOT + ".detached",
            ROOT + ".attribute",
            ROOT + ".validate",
            ROOT + ".desugar")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.source..")
        .check(CLASSES);
  }

  @Test
  void onlyTheEmitterKnowsJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".emit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.palantir.javapoet..")
        .check(CLASSES);
  }
}
