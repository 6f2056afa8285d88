package dev.fermata.processor.find;

import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What the classes generated for a type are called. */
final class TypeNaming {
  private final Elements elements;

  TypeNaming(Elements elements) {
    this.elements = elements;
  }

  /** {@code Outer_Foo} of {@code p.Outer.Foo}. */
  private static String flatName(TypeElement type) {
    Deque<String> names = new ArrayDeque<>();
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      names.addFirst(e.getSimpleName().toString());
    }
    return String.join("_", names);
  }

  /**
   * The simple name of the face; a type of the user's own by that name is an error, not a detour.
   */
  String faceName(TypeElement type) {
    return flatName(type) + RuntimeNames.FACE_SUFFIX;
  }

  /** The simple name of the machines' holder; underscores lead around a type of the user's own. */
  String machinesName(TypeElement type) {
    String name = flatName(type) + RuntimeNames.MACHINES_SUFFIX;
    while (isOthers(elements.getTypeElement(elements.getModuleOf(type), inPackage(type, name)))) {
      name += "_";
    }
    return name;
  }

  String machinesQualifiedName(TypeElement type) {
    return inPackage(type, machinesName(type));
  }

  private String inPackage(TypeElement type, String simpleName) {
    String home = elements.getPackageOf(type).getQualifiedName().toString();
    return home.isEmpty() ? simpleName : home + "." + simpleName;
  }

  /** Whether the type exists and is not a holder of machines that an earlier build has left. */
  private static boolean isOthers(@Nullable TypeElement type) {
    return type != null
        && ElementFilter.typesIn(type.getEnclosedElements()).stream()
            .noneMatch(nested -> isFrame(nested.getSuperclass()));
  }

  private static boolean isFrame(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals(RuntimeNames.ASYNC_FRAME);
  }
}
