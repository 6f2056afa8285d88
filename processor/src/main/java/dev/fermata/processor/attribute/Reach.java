package dev.fermata.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import dev.fermata.processor.model.PrivateTypes;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What a class in the package of an {@code @Async} type, but outside it, can reach. */
final class Reach {

  private final TypeElement owner;
  private final CompilationUnitTree unit;
  private final Types types;
  private final Elements elements;

  Reach(TypeElement owner, CompilationUnitTree unit, Types types, Elements elements) {
    this.owner = owner;
    this.unit = unit;
    this.types = types;
    this.elements = elements;
  }

  /**
   * The word for what keeps a member out of reach; null if nothing does. No type is out of reach
   * for being private, see {@link PrivateTypes}.
   */
  @Nullable String hindrance(Element member) {
    if (isLocal(member)) {
      return null;
    }
    if (member.getModifiers().contains(Modifier.PRIVATE)) {
      return member instanceof TypeElement ? null : "private";
    }
    boolean isProtected = member.getModifiers().contains(Modifier.PROTECTED);
    return isProtected && !samePackage(member) ? "protected" : null;
  }

  /** A type that no other class can name, in what a member is declared with; null if none is. */
  @Nullable TypeElement hiddenIn(Element member) {
    if (member instanceof ExecutableElement method) {
      TypeElement hidden = hiddenIn(method.getReturnType());
      for (VariableElement parameter : method.getParameters()) {
        hidden = hidden != null ? hidden : hiddenIn(parameter.asType());
      }
      boolean created = method.getKind() == ElementKind.CONSTRUCTOR;
      return hidden == null && created ? hiddenIn(method.getEnclosingElement().asType()) : hidden;
    }
    return hiddenIn(member.asType());
  }

  private @Nullable TypeElement hiddenIn(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return hiddenIn(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror lower = wildcard.getSuperBound();
      return upper != null ? hiddenIn(upper) : lower == null ? null : hiddenIn(lower);
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    for (Element e = declared.asElement();
        e instanceof TypeElement named;
        e = e.getEnclosingElement()) {
      if (hindrance(named) != null) {
        return named;
      }
    }
    for (TypeMirror argument : declared.getTypeArguments()) {
      TypeElement hidden = hiddenIn(argument);
      if (hidden != null) {
        return hidden;
      }
    }
    return null;
  }

  /** Whether it is declared in a body, or is a member of a class in one. */
  static boolean isLocal(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type
          && (type.getNestingKind() == NestingKind.LOCAL
              || type.getNestingKind() == NestingKind.ANONYMOUS)) {
        return true;
      }
    }
    return false;
  }

  /** The type to name in front of a static member that the user names without one. */
  TypeElement qualifier(Element member) {
    TypeElement declaring = (TypeElement) member.getEnclosingElement();
    if (samePackage(declaring) || isPublic(declaring)) {
      return declaring;
    }
    if (isMemberOf(member, owner)) {
      return owner;
    }
    return imported(member, declaring);
  }

  /** Whether the type declares or inherits what the element is a member of. */
  boolean isMemberOf(Element member, TypeElement type) {
    Element declaring = member.getEnclosingElement();
    return declaring instanceof TypeElement
        && (declaring.equals(elements.getTypeElement("java.lang.Object"))
            || types.isSubtype(types.erasure(type.asType()), types.erasure(declaring.asType())));
  }

  boolean isSubtype(TypeElement type, TypeElement supertype) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(supertype.asType()));
  }

  /** The type whose static members are imported, that inherits the member from one out of reach. */
  private TypeElement imported(Element member, TypeElement declaring) {
    for (ImportTree tree : unit.getImports()) {
      if (tree.isStatic() && tree.getQualifiedIdentifier() instanceof MemberSelectTree select) {
        TypeElement type = elements.getTypeElement(select.getExpression().toString());
        if (type != null && isMemberOf(member, type)) {
          return type;
        }
      }
    }
    return declaring;
  }

  private boolean samePackage(Element element) {
    return elements.getPackageOf(element).equals(elements.getPackageOf(owner));
  }

  private static boolean isPublic(TypeElement type) {
    for (Element e = type; e != null && e.getKind() != ElementKind.PACKAGE; ) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      e = e.getEnclosingElement();
    }
    return true;
  }
}
