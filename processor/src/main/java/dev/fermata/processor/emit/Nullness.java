package dev.fermata.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The annotations that say what may be null, of whatever library: known by their simple names. */
final class Nullness {
  private static final Set<String> NAMES =
      Set.of(
          "Nullable",
          "NonNull",
          "Nonnull",
          "NotNull",
          "CheckForNull",
          "MonotonicNonNull",
          "PolyNull",
          "NullMarked",
          "NullUnmarked");

  /** Those on a declaration: a type, a method, a parameter. */
  static List<AnnotationSpec> on(Element element) {
    return specs(element.getAnnotationMirrors());
  }

  /** Those on a use of a type. */
  static List<AnnotationSpec> on(TypeMirror type) {
    return specs(type.getAnnotationMirrors());
  }

  /** Those on a declaration that do not stand on its type already. */
  static List<AnnotationSpec> on(Element element, TypeName type) {
    List<AnnotationSpec> result = new ArrayList<>(on(element));
    result.removeIf(each -> mentions(type, each));
    return result;
  }

  private static boolean mentions(TypeName type, AnnotationSpec annotation) {
    return type.annotations().stream().anyMatch(each -> each.type().equals(annotation.type()));
  }

  private static List<AnnotationSpec> specs(List<? extends AnnotationMirror> mirrors) {
    List<AnnotationSpec> result = new ArrayList<>();
    for (AnnotationMirror mirror : mirrors) {
      String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
      // A class file may mention an annotation that is on no path; what it says is then lost on
      // this build.
      boolean found = mirror.getAnnotationType().getKind() == TypeKind.DECLARED;
      if (found && NAMES.contains(name)) {
        result.add(AnnotationSpec.get(mirror));
      }
    }
    return result;
  }

  private Nullness() {}
}
