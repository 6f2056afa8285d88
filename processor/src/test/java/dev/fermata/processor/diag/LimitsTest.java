package dev.fermata.processor.diag;

import static dev.fermata.processor.diag.DiagnosticCase.of;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What could be compiled, but is not yet. */
class LimitsTest {
  static final List<DiagnosticCase> CASES =
      List.of(
          of(
              "variable of an anonymous type",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  var o = new Object() {
                      ^
              | error: [fermata.unsupported-construct] await cannot stand here yet. It stands in
              | the scope of a variable whose type is an anonymous class. Await in a statement of
              | its own before this one, and use its result here.
                    int n;
                  };
                  await(foo());
                  return Coroutine.of(o.n);
                }
              }
              """),
          of(
              "private member of another class",
              """
              @Async interface Foo {
                class Secret {
                  private int x = 1;
                }
                default Coroutine<Integer> foo() {
                  return Coroutine.of(new Secret().x);
                                                  ^
              | error: [fermata.out-of-reach] A coroutine runs in a class generated beside its own
              | type, which cannot reach everything yet. x is private in Secret. Make it
              | package-private; where it is a method reference, a lambda that calls it may do.
                }
              }
              """),
          of(
              "super",
              """
              @Async class Foo {
                Coroutine<String> foo() {
                  return Coroutine.of(super.toString());
                                           ^
              | error: [fermata.super-access] A coroutine runs in a class generated beside its own
              | type, where super means another class. This names toString of a supertype through
              | super. Call it in an ordinary method of the type, and call that method here.
                }
              }
              """),
          of(
              "local class in a coroutine lambda",
              """
              @Async interface Foo {
                default Coroutine<Object> foo() {
                  class Local {}
                  Supplier<Coroutine<Object>> s = () -> Coroutine.of(new Local());
                                                                         ^
              | error: [fermata.local-type] A lambda that is a coroutine runs in a class generated
              | beside its own type. Local is declared in the method around it and unknown there.
              | Declare it as a member of a type, or in the lambda.
                  return s.get();
                }
              }
              """),
          of(
              "subclass of a local class that captures",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  int k = await(foo());
                  class Local {
                    int n = k;
                  }
                  await(foo());
                  if (k > 0) {
                    class Other extends Local {}
                    ^
              | error: [fermata.local-type-capture] A local class declared beside an await becomes
              | a member of a class that holds what it uses of the body. Other extends Local,
              | which uses k, and is declared inside a statement of its own. Declare the two
              | beside each other, or make the subclass an anonymous class.
                    return Coroutine.of(new Other().n);
                  }
                  return Coroutine.of(1);
                }
              }
              """),
          of(
              "canonical constructor",
              """
              @Async interface Foo {
                record Compact(int x) {
                  Compact {
                  ^
              | error: [fermata.canonical-constructor] A record around an @Async type cannot have
              | a canonical constructor of its own: javac cannot compile one that a processor has
              | asked about. Compact has one. Move the record to a file of its own, or check its
              | components in a static method that creates it.
                    x = 1;
                  }
                }
              }
              """));

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }
}
