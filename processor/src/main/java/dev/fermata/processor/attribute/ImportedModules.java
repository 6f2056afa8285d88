package dev.fermata.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The types that Java 25's {@code import module m} brings: those that m exports, and those of the
 * modules that m requires on behalf of its users.
 */
final class ImportedModules {

  private final String name;
  private final Elements elements;
  private final Set<ModuleElement> seen = new HashSet<>();

  private ImportedModules(String name, Elements elements) {
    this.name = name;
    this.elements = elements;
  }

  /** The type of this simple name, if an imported module has one. */
  static @Nullable TypeElement find(String name, CompilationUnitTree unit, Elements elements) {
    ImportedModules modules = new ImportedModules(name, elements);
    for (ImportTree tree : unit.getImports()) {
      if (TreeQuirks.isModuleImport(tree)) {
        TypeElement found =
            modules.in(elements.getModuleElement(tree.getQualifiedIdentifier().toString()));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable TypeElement in(@Nullable ModuleElement module) {
    if (module == null || !seen.add(module)) {
      return null;
    }
    for (ExportsDirective exported : ElementFilter.exportsIn(module.getDirectives())) {
      TypeElement found =
          exported.getTargetModules() != null
              ? null
              : elements.getTypeElement(exported.getPackage().getQualifiedName() + "." + name);
      if (found != null) {
        return found;
      }
    }
    for (RequiresDirective required : ElementFilter.requiresIn(module.getDirectives())) {
      TypeElement found = required.isTransitive() ? in(required.getDependency()) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
