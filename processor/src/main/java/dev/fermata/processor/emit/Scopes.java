package dev.fermata.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.model.AsyncType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.util.Elements;

/** Keeps simple names in generated code from meaning a type of the user's. */
public final class Scopes {

  private final Elements elements;

  /** The names that a package redefines, as long as no type enters it. */
  private final Map<PackageElement, List<String>> redefinedIn = new HashMap<>();

  /** Scopes as they are in this round. */
  public Scopes(Elements elements) {
    this.elements = elements;
  }

  /**
   * Has every simple name qualified that the package, the type or a type parameter redefines: a
   * user may well have a class {@code String} beside the type.
   */
  void qualifyRedefined(TypeSpec.Builder spec, AsyncType type) {
    Set<String> redefined =
        new TreeSet<>(
            redefinedIn.computeIfAbsent(elements.getPackageOf(type.element()), this::redefined));
    addTypeParameters(type.element(), redefined);
    for (Element each : type.element().getEnclosedElements()) {
      if (each instanceof ExecutableElement method) {
        addTypeParameters(method, redefined);
      }
    }
    if (!redefined.isEmpty()) {
      spec.alwaysQualify(redefined.toArray(new String[0]));
    }
    if (type.kind() != AsyncType.Kind.UNRELATED) {
      spec.avoidClashesWithNestedClasses(type.element());
    }
  }

  private List<String> redefined(PackageElement home) {
    ModuleElement module = elements.getModuleOf(home);
    return home.getEnclosedElements().stream()
        .map(each -> each.getSimpleName().toString())
        .filter(name -> elements.getTypeElement(module, "java.lang." + name) != null)
        .toList();
  }

  private static void addTypeParameters(Parameterizable element, Set<String> names) {
    element.getTypeParameters().forEach(each -> names.add(each.getSimpleName().toString()));
  }

  /** The file's text, in the layout of all generated files. */
  static String print(String packageName, TypeSpec spec) {
    return JavaFile.builder(packageName, spec)
        .skipJavaLangImports(true)
        .indent("  ")
        .build()
        .toString();
  }
}
