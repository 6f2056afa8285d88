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
              "variable of a type that cannot be named",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo(boolean b) {
                  var text = b ? new StringBuilder() : new StringBuffer();
                      ^
              | error: [fermata.variable-type] In a type with coroutines each variable needs a
              | type that can be named. text gets one that is made of
              | java.lang.AbstractStringBuilder, which is not public. Write its type out.
                  text.append(await(foo(b)));
                  CharSequence other = b ? new StringBuilder() : new StringBuffer();
                  var either = b ? 1 : "one";
                  return Coroutine.of(text.length() + other.length());
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
