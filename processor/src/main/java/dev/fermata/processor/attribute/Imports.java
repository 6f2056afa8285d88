package dev.fermata.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Which types the simple names in a file stand for, without attribution. */
final class Imports {

  private final Elements elements;
  private final TypesByName types;
  private final ModuleElement module;
  private final String packageName;
  private final CompilationUnitTree unit;
  private final Map<String, String> single = new HashMap<>();

  /** What stands before a simple name, dot included, in the order of the imports on demand. */
  private final List<String> onDemand = new ArrayList<>();

  /** The types of the static imports, and the member or {@code *} of each. */
  private final List<Map.Entry<String, String>> ofMembers = new ArrayList<>();

  private @Nullable Set<String> staticMembers;

  Imports(Elements elements, TypesByName types, TypeElement type, CompilationUnitTree unit) {
    this.elements = elements;
    this.types = types;
    this.unit = unit;
    this.module = elements.getModuleOf(type);
    this.packageName = elements.getPackageOf(type).getQualifiedName().toString();
    for (ImportTree tree : unit.getImports()) {
      if (TreeQuirks.isModuleImport(tree)
          || !(tree.getQualifiedIdentifier() instanceof MemberSelectTree select)) {
        continue;
      }
      String before = select.getExpression().toString();
      String name = select.getIdentifier().toString();
      if (tree.isStatic()) {
        ofMembers.add(Map.entry(before, name));
      }
      if (name.equals("*")) {
        onDemand.add(before + ".");
      } else {
        single.putIfAbsent(name, before + "." + name);
      }
    }
    onDemand.add("java.lang.");
  }

  /** The names of the members, types among them, that are imported from types. */
  Set<String> staticMembers() {
    if (staticMembers == null) {
      Set<String> names = new HashSet<>();
      for (Map.Entry<String, String> imported : ofMembers) {
        TypeElement type = named(imported.getKey());
        if (type != null) {
          elements.getAllMembers(type).stream()
              .map(member -> member.getSimpleName().toString())
              .filter(name -> imported.getValue().equals("*") || imported.getValue().equals(name))
              .forEach(names::add);
        }
      }
      staticMembers = names;
    }
    return staticMembers;
  }

  /** The type of a simple name; null if there is none. */
  @Nullable TypeElement find(String name) {
    String imported = single.get(name);
    if (imported != null) {
      return named(imported);
    }
    TypeElement found = named(packageName.isEmpty() ? name : packageName + "." + name);
    for (int i = 0; found == null && i < onDemand.size(); i++) {
      found = named(onDemand.get(i) + name);
    }
    return found != null ? found : ImportedModules.find(name, unit, elements);
  }

  private @Nullable TypeElement named(String qualifiedName) {
    return types.find(module, qualifiedName);
  }
}
