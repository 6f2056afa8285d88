package dev.fermata.processor.diag;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What could be compiled, but is not yet. */
class LimitsTest {
  static final List<DiagnosticCase> CASES =
      List.of(
          DiagnosticCase.of(
              "local type called like the class around it",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  record FooCoroutines(int n) {}
                  ^
              | error: [fermata.type-name] What a body declares goes into a class that takes its
              | name from the @Async type, with Coroutines appended. A type in a body cannot be
              | called FooCoroutines too. Rename it.
                  return Coroutine.of(new FooCoroutines(await(foo())).n());
                }
              }
              """),
          DiagnosticCase.of(
              "subclass of a private class",
              """
              @Async class Foo {
                private static class Secret {}
                Coroutine<Integer> foo() {
                  Object o = new Secret() {};
                                          ^
              | error: [fermata.out-of-reach] A coroutine runs in a class generated beside its own
              | type, which cannot reach everything yet. This constructor is private in Secret.
              | Make it package-private; where it is a method reference, a lambda that calls it
              | may do.
                  return Coroutine.of(2);
                }
              }
              """));

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }
}
