package dev.fermata.processor.attribute;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Types by their qualified names, as they are in one round. javac remembers what it has found, but
 * not what there is not, and looks for that in all files again.
 */
final class TypesByName {

  private final Elements elements;
  private final Map<ModuleElement, Map<String, Optional<TypeElement>>> known = new HashMap<>();

  TypesByName(Elements elements) {
    this.elements = elements;
  }

  /** The type as the module sees it; null if there is none. */
  @Nullable TypeElement find(ModuleElement module, String qualifiedName) {
    return known
        .computeIfAbsent(module, each -> new HashMap<>())
        .computeIfAbsent(
            qualifiedName, name -> Optional.ofNullable(elements.getTypeElement(module, name)))
        .orElse(null);
  }
}
