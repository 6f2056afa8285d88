package dev.fermata.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.fermata.processor.model.RuntimeNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Annotations of generated classes. */
final class Annotations {

  private static final String GENERATED = "javax.annotation.processing.Generated";
  private static final String PROCESSOR = "dev.fermata.processor.FermataProcessor";

  /**
   * What the shape of a machine causes: states fall through into each other, the value of an await
   * arrives as an Object, and what the user's file keeps to itself is named in another.
   */
  private static final List<String> MACHINE_WARNINGS =
      List.of("auxiliaryclass", "fallthrough", "serial", "unchecked");

  private Annotations() {}

  /** {@code @Generated}, where the user's module can see it. */
  static Optional<AnnotationSpec> generated(TypeElement element, Elements elements) {
    boolean visible = elements.getTypeElement(elements.getModuleOf(element), GENERATED) != null;
    return visible
        ? Optional.of(
            AnnotationSpec.builder(TypeNames.className(GENERATED))
                .addMember("value", "$S", PROCESSOR)
                .build())
        : Optional.empty();
  }

  /** Says where the lines of a file come from, see {@link LineMarks}. */
  static AnnotationSpec sourceLines(String type, String file) {
    return AnnotationSpec.builder(TypeNames.className(RuntimeNames.SOURCE_LINES))
        .addMember("type", "$S", type)
        .addMember("file", "$S", file)
        .addMember("lines", "$L", LineMarks.TABLE)
        .build();
  }

  /** Silences what the shape of machines causes, and what the user silenced around the bodies. */
  static AnnotationSpec machineWarnings(TypeElement element) {
    Set<String> keys = new TreeSet<>(MACHINE_WARNINGS);
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      addSilenced(e, keys);
    }
    element.getEnclosedElements().forEach(member -> addSilenced(member, keys));
    CodeBlock value =
        keys.stream()
            .map(key -> CodeBlock.of("$S", key))
            .collect(CodeBlock.joining(", ", "{", "}"));
    return AnnotationSpec.builder(SuppressWarnings.class).addMember("value", value).build();
  }

  private static void addSilenced(Element element, Set<String> keys) {
    SuppressWarnings silenced = element.getAnnotation(SuppressWarnings.class);
    if (silenced != null) {
      keys.addAll(List.of(silenced.value()));
    }
  }
}
