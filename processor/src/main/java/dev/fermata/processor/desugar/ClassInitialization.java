package dev.fermata.processor.desugar;

import com.sun.source.tree.NewClassTree;
import dev.fermata.processor.attribute.AttributedBody;
import dev.fermata.processor.ir.Code;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Java initialises the class of {@code new A(x)} before it evaluates {@code x}. Where that could be
 * seen, the translation does so too.
 */
final class ClassInitialization {

  private final AttributedBody body;

  ClassInitialization(AttributedBody body) {
    this.body = body;
  }

  /** {@code initialize(A.class)}, or null where it would do nothing. */
  @Nullable Code effectOf(NewClassTree tree) {
    TypeMirror type = body.typeOf(tree.getIdentifier());
    if (!(body.types().asElement(type) instanceof TypeElement created) || !isVisible(created)) {
      return null;
    }
    Code.Part name =
        created.getNestingKind() == NestingKind.MEMBER && created.getQualifiedName().length() == 0
            ? new Code.Text(created.getSimpleName().toString())
            : new Code.NameOf(created);
    return Code.builder().add("initialize(").add(name).add(".class)").build();
  }

  /** Whether initialising {@code type} or what it extends may run code of the user's. */
  private boolean isVisible(TypeElement type) {
    if (isOfTheJdk(type)) {
      return false;
    }
    return hasInitializer(type)
        || (type.getSuperclass() instanceof DeclaredType superclass
            && superclass.asElement() instanceof TypeElement element
            && isVisible(element));
  }

  private boolean isOfTheJdk(TypeElement type) {
    String name = body.elements().getPackageOf(type).getQualifiedName().toString();
    return name.equals("java")
        || name.startsWith("java.")
        || name.equals("javax")
        || name.startsWith("javax.");
  }

  /** A static block, or a static field that is no constant. */
  private boolean hasInitializer(TypeElement type) {
    return body.hasStaticBlock(type)
        || type.getEnclosedElements().stream().anyMatch(ClassInitialization::isInitializer);
  }

  /** Of what class files and sources list as members. Only class files list static initialisers. */
  private static boolean isInitializer(Element member) {
    return member.getKind() == ElementKind.STATIC_INIT
        || (member instanceof VariableElement field
            && member.getModifiers().contains(Modifier.STATIC)
            && field.getConstantValue() == null);
  }
}
