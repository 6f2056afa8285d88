package dev.fermata.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A type annotated {@code @Async}, and what is to be generated for it.
 *
 * <p>For {@code p.Outer.Foo} that is the face {@code p.Outer_FooAsync} and the holder of its
 * machines {@code p.Outer_FooCoroutines}.
 *
 * @param element the user's type
 * @param packageName the package of all three, empty for the unnamed one
 * @param faceName the simple name of the face
 * @param machinesName the simple name of the class that holds the machines
 * @param isPublic whether the type is public all the way out, and so the generated classes are
 * @param kind what the face is to the type
 * @param declared coroutine functions whose body stands in this type, private ones too, in source
 *     order
 * @param inherited coroutine functions of other {@code @Async} types that the face must override,
 *     none of them overridden on the way here
 * @param helpers private methods of an interface that are no coroutine functions: machines cannot
 *     call them, so they are generated again beside them
 * @param abstractMethods what the face leaves for users to implement; then it is abstract
 */
public record AsyncType(
    TypeElement element,
    String packageName,
    String faceName,
    String machinesName,
    boolean isPublic,
    Kind kind,
    List<CoroutineFunction> declared,
    List<CoroutineFunction> inherited,
    List<ExecutableElement> helpers,
    List<ExecutableElement> abstractMethods) {

  /** How the face relates to the user's type. */
  public enum Kind {
    /** It implements it. */
    INTERFACE,
    /** It extends it. */
    CLASS,
    /**
     * It cannot: an enum, a final class. The face then only keeps callers' code from failing too.
     */
    UNRELATED
  }

  public AsyncType {
    declared = List.copyOf(declared);
    inherited = List.copyOf(inherited);
    helpers = List.copyOf(helpers);
    abstractMethods = List.copyOf(abstractMethods);
  }

  /** The name under which a later round finds the type again. */
  public String qualifiedName() {
    return element.getQualifiedName().toString();
  }

  /** The canonical name of the face. */
  public String faceQualifiedName() {
    return inPackage(faceName);
  }

  /** The canonical name of the class that holds the machines. */
  public String machinesQualifiedName() {
    return inPackage(machinesName);
  }

  /** Whether some method stays abstract in the face. */
  public boolean isAbstract() {
    return !abstractMethods.isEmpty();
  }

  /** The coroutine function whose body this method is, if it is one of this type's. */
  public Optional<CoroutineFunction> declaredBy(ExecutableElement method) {
    return declared.stream().filter(function -> function.method().equals(method)).findFirst();
  }

  /** The same type with some of its coroutine functions alone. */
  public AsyncType withFunctions(Predicate<CoroutineFunction> kept) {
    return new AsyncType(
        element,
        packageName,
        faceName,
        machinesName,
        isPublic,
        kind,
        declared.stream().filter(kept).toList(),
        inherited.stream().filter(kept).toList(),
        helpers,
        abstractMethods);
  }

  private String inPackage(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
