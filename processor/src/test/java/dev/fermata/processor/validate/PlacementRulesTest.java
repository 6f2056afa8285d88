package dev.fermata.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each misplaced await gets one error at its own line and column; each well placed one none. */
class PlacementRulesTest {
  private static final String HEAD =
      """
      package p;

      import static dev.fermata.asyncio.Asyncio.*;

      import dev.fermata.Async;
      import dev.fermata.asyncio.*;
      import java.util.List;
      import java.util.function.*;

      """;

  /** Errors for the members of an @Async type whose first member stands on line 11. */
  private static List<String> errors(String type, String members) {
    return TestCompiler.of(HEAD + "@Async " + type + " {\n" + members + "\n}\n").compile().errors();
  }

  private static List<String> errors(String members) {
    return errors("interface Foo", members);
  }

  @Test
  void synchronizedBlock() {
    assertThat(
            errors(
                """
                default Coroutine<Integer> foo(Object lock) {
                  synchronized (lock) {
                    return Coroutine.of(1 + await(foo(lock)));
                  }
                }
                """))
        .containsExactly(
            "Foo.java:13:29: [fermata.await-in-synchronized] await cannot stand in a synchronized"
                + " block: the coroutine is left while it waits, and a monitor cannot be carried"
                + " along. This await stands in synchronized (lock). Use the asyncio Lock, or await"
                + " before or after the block.");
  }

  @Test
  void operandOfSynchronizedIsOutsideOfIt() {
    assertThat(
            errors(
                """
                default Coroutine<Object> foo() {
                  synchronized (await(foo())) {
                    return Coroutine.of(1);
                  }
                }
                """))
        .isEmpty();
  }

  @Test
  void lambdaOfAnotherInterface() {
    assertThat(
            errors(
                """
                default Coroutine<List<Integer>> foo(List<Coroutine<Integer>> all) {
                  return Coroutine.of(all.stream().map(x -> await(x)).toList());
                }
                """))
        .containsExactly(
            "Foo.java:12:45: [fermata.await-in-lambda] await can stand in a lambda only if its"
                + " functional interface returns Coroutine. This lambda is a Function, whose"
                + " apply() returns Integer. Write a loop that awaits, or collect coroutines and"
                + " await gather(..).");
  }

  @Test
  void lambdaOfCoroutines() {
    assertThat(
            errors(
                """
                default Coroutine<Void> foo(List<Coroutine<Integer>> all) {
                  Supplier<Coroutine<Integer>> one = () -> Coroutine.of(await(all.get(0)) + 1);
                  Runnable two = () -> bar(() -> { await(one.get()); return Coroutine.of(1); });
                  return Coroutine.completed();
                }
                default <T> Coroutine<T> bar(Supplier<Coroutine<T>> s) { return s.get(); }
                """))
        .isEmpty();
  }

  @Test
  void methodReference() {
    assertThat(
            errors(
                """
                default Coroutine<List<Integer>> foo(List<Coroutine<Integer>> all) {
                  Function<Coroutine<Integer>, Integer> f = Asyncio::await;
                  return Coroutine.of(List.of(f.apply(all.get(0))));
                }
                """))
        .containsExactly(
            "Foo.java:12:45: [fermata.await-reference] await is compiled where it is written, so it"
                + " cannot be passed on as a method reference. Asyncio::await is a method reference"
                + " to it. Write a loop that awaits, or collect coroutines and await gather(..).");
  }

  @Test
  void initializersAndConstructors() {
    assertThat(
            errors(
                "class Foo",
                """
                int a = await(foo());
                static int b = await(Coroutine.of(1));
                { await(foo()); }
                Supplier<Coroutine<Integer>> c = () -> Coroutine.of(await(foo()));
                Foo() { await(foo()); }
                Coroutine<Integer> foo() { return Coroutine.of(1); }
                """))
        .containsExactly(
            "Foo.java:11:9: [fermata.await-in-initializer] await can stand in the body of a"
                + " coroutine function only. This one stands in the initializer of field a. Move it"
                + " to a method that returns Coroutine, and await that.",
            "Foo.java:12:16: [fermata.await-in-initializer] await can stand in the body of a"
                + " coroutine function only. This one stands in the initializer of field b. Move it"
                + " to a method that returns Coroutine, and await that.",
            "Foo.java:13:3: [fermata.await-in-initializer] await can stand in the body of a"
                + " coroutine function only. This one stands in an initializer block. Move it to a"
                + " method that returns Coroutine, and await that.",
            "Foo.java:14:53: [fermata.await-in-initializer] await can stand in the body of a"
                + " coroutine function only. This one stands in the initializer of field c. Move it"
                + " to a method that returns Coroutine, and await that.",
            "Foo.java:15:9: [fermata.await-in-constructor] await can stand in the body of a"
                + " coroutine function only. This one stands in a constructor of Foo. Write a"
                + " coroutine function that awaits first and creates the object then.");
  }

  @Test
  void staticAndOrdinaryMethods() {
    assertThat(
            errors(
                """
                static Coroutine<Void> one() { await(one()); return Coroutine.completed(); }
                default void two() { Asyncio.await(one()); }
                default int three() { return (await(Coroutine.of(3))); }
                """))
        .containsExactly(
            "Foo.java:11:32: [fermata.await-in-static] await cannot stand in a static method: the"
                + " generated face cannot override it. one() is static. Make it an instance method"
                + " that returns Coroutine.",
            "Foo.java:12:29: [fermata.await-in-method] await can stand in the body of a coroutine"
                + " function only. two() returns void. Let it return Coroutine<Void> and end with"
                + " return Coroutine.completed().",
            "Foo.java:13:31: [fermata.await-in-method] await can stand in the body of a coroutine"
                + " function only. three() returns int. Let it return Coroutine<Integer> and end"
                + " with return Coroutine.of(..).");
  }

  @Test
  void classesInBodies() {
    assertThat(
            errors(
                """
                default Coroutine<Void> foo() {
                  new Object() { Coroutine<Void> in() { return Coroutine.of(await(foo())); } };
                  class Local {
                    int n = await(bar());
                    Local() { await(bar()); }
                    int in() { return await(bar()); }
                  }
                  interface Other { static Coroutine<Void> in(T t) { return Coroutine.of(await(t.foo())); } }
                  return Coroutine.completed();
                }
                default Coroutine<Integer> bar() { return Coroutine.of(1); }
                """
                    .replace("(T t)", "(Foo t)")))
        .containsExactly(
            nested("14:13", "an initializer", "class Local"),
            nested("15:15", "a constructor", "class Local"),
            nested("16:23", "in(), which returns int", "class Local"),
            nested("18:76", "in(), which is static", "class Other"));
  }

  private static String nested(String place, String member, String type) {
    return "Foo.java:"
        + place
        + ": [fermata.await-in-nested-class] In a class inside a body await can stand in a method"
        + " that returns Coroutine only. This one stands in "
        + member
        + ", in "
        + type
        + " of foo(). Let the method return Coroutine, or await outside the class.";
  }

  @Test
  void anotherMethodOfThatNameMayStandAnywhere() {
    assertThat(
            TestCompiler.of(
                    """
                    package p;

                    import dev.fermata.Async;

                    @Async
                    interface Foo {
                      static <T> T await(T x) {
                        return x;
                      }

                      default int foo() {
                        synchronized (this) {
                          return await(1);
                        }
                      }
                    }
                    """)
                .compile()
                .errors())
        .isEmpty();
  }

  @Test
  void forgottenAnnotation() {
    assertThat(
            TestCompiler.of(
                    HEAD
                        + """
                        interface Foo {
                          default Coroutine<Void> foo() {
                            return Coroutine.of(await(foo()));
                          }
                          @Async interface Good {
                            default Coroutine<Void> foo() {
                              return Coroutine.of(await(foo()));
                            }
                          }
                          class Bad {
                            Function<Coroutine<Void>, Void> f = Asyncio::await;
                          }
                        }
                        """)
                .compile()
                .errors())
        .containsExactly(
            "Foo.java:12:25: [fermata.await-outside-async] await can stand in an @Async type only."
                + " Foo is not annotated @Async. Annotate it, and create its generated face"
                + " FooAsync.",
            "Foo.java:20:41: [fermata.await-reference] await is compiled where it is written, so it"
                + " cannot be passed on as a method reference. Asyncio::await is a method reference"
                + " to it. Write a loop that awaits, or collect coroutines and await gather(..).");
  }

  @Test
  void forgottenAnnotationInACompilationWithoutAny() {
    assertThat(
            TestCompiler.of(
                    HEAD
                        + """
                        interface Foo {
                          default Coroutine<Void> foo() {
                            return Coroutine.of(await(foo()));
                          }
                        }
                        """)
                .compile()
                .errors())
        .singleElement()
        .asString()
        .startsWith("Foo.java:12:25: [fermata.await-outside-async]");
  }
}
