package dev.fermata.processor.validate;

import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.model.AsyncType;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The shape of an {@code @Async} type: something that a class in another file can extend. */
public final class TypeRules {

  /**
   * Checks a type.
   *
   * @param faceExists whether the user has a type of the face's name
   */
  public static void check(AsyncType type, boolean faceExists, Report.Builder report) {
    TypeElement element = type.element();
    kind(type, report);
    for (Element e = element; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        report.add(DiagnosticKey.TYPE_PRIVATE, element, e.getSimpleName());
      }
    }
    if (faceExists) {
      report.add(
          DiagnosticKey.FACE_CLASH,
          element,
          type.faceName(),
          type.packageName().isEmpty()
              ? "in the unnamed package"
              : "in package " + type.packageName());
    }
  }

  private static void kind(AsyncType type, Report.Builder report) {
    TypeElement element = type.element();
    switch (element.getKind()) {
      case ENUM -> report.add(DiagnosticKey.TYPE_KIND, element, element.getSimpleName(), "an enum");
      case RECORD ->
          report.add(DiagnosticKey.TYPE_KIND, element, element.getSimpleName(), "a record");
      case ANNOTATION_TYPE ->
          report.add(
              DiagnosticKey.TYPE_KIND, element, element.getSimpleName(), "an annotation type");
      default -> {
        extensible(element, report);
        if (element.getKind() == ElementKind.CLASS) {
          creatable(element, report);
        }
      }
    }
  }

  private static void extensible(TypeElement element, Report.Builder report) {
    if (element.getModifiers().contains(Modifier.FINAL)) {
      report.add(DiagnosticKey.TYPE_FINAL, element, element.getSimpleName());
    }
    if (element.getModifiers().contains(Modifier.SEALED)) {
      report.add(DiagnosticKey.TYPE_SEALED, element, element.getSimpleName());
    }
  }

  private static void creatable(TypeElement element, Report.Builder report) {
    if (element.getNestingKind().isNested() && !element.getModifiers().contains(Modifier.STATIC)) {
      report.add(DiagnosticKey.TYPE_INNER, element, element.getSimpleName());
    }
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(element.getEnclosedElements());
    if (constructors.stream().allMatch(each -> each.getModifiers().contains(Modifier.PRIVATE))) {
      report.add(DiagnosticKey.NO_CONSTRUCTOR, element, element.getSimpleName());
    }
  }

  private TypeRules() {}
}
