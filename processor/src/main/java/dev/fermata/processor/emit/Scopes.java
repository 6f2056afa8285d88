package dev.fermata.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.model.AsyncType;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.util.Elements;

/** Keeps simple names in generated code from meaning a type of the user's. */
final class Scopes {

  /**
   * Has every simple name qualified that the package, the type or a type parameter redefines: a
   * user may well have a class {@code String} beside the type.
   */
  static void qualifyRedefined(TypeSpec.Builder spec, AsyncType type, Elements elements) {
    Set<String> redefined = new TreeSet<>();
    for (Element each : elements.getPackageOf(type.element()).getEnclosedElements()) {
      String name = each.getSimpleName().toString();
      if (elements.getTypeElement("java.lang." + name) != null) {
        redefined.add(name);
      }
    }
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

  private Scopes() {}
}
