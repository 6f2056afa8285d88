package dev.fermata.processor.model;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * The methods that JUnit calls for each test. It insists that they return nothing, so such a method
 * of an {@code @Async} type is a coroutine function though it is {@code void}: its face runs the
 * coroutine to its end, on the loop that is set for the thread.
 *
 * <pre>{@code
 * @Test                                        @Override
 * void retries() {                             void retries() {
 *   await(client.fetch());                       Asyncio.getEventLoop()
 * }                                                  .runUntilComplete(new ..Retries(this));
 *                                              }
 * }</pre>
 */
public final class TestMethods {

  /** What all annotations of tests have in common, however many steps away. */
  private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";

  private static final Set<String> AROUND_EACH =
      Set.of("org.junit.jupiter.api.BeforeEach", "org.junit.jupiter.api.AfterEach");

  /** Whether JUnit calls the method, and it returns nothing. */
  static boolean isOne(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.VOID
        && !method.getModifiers().contains(Modifier.PRIVATE)
        && isAnnotated(method, new HashSet<>());
  }

  /** Whether the coroutine function is one: whoever calls it has it run. */
  public static boolean isOne(CoroutineFunction function) {
    return function.method().getReturnType().getKind() == TypeKind.VOID;
  }

  private static boolean isAnnotated(Element element, Set<Element> seen) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
      String name = annotation.getQualifiedName().toString();
      if (name.equals(TESTABLE) || AROUND_EACH.contains(name)) {
        return true;
      }
      if (!name.startsWith("java.") && seen.add(annotation) && isAnnotated(annotation, seen)) {
        return true;
      }
    }
    return false;
  }

  private TestMethods() {}
}
