package dev.fermata.processor.diag;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * javac's own errors about a user's code: each once, at the user's line, and none beside it, though
 * other types of the compilation name the faces.
 */
class CompilerErrorsTest {
  /** Calls itself and is called by all. */
  private static final String OTHERS =
      """
      ----
      @Async interface Other {
        default Coroutine<Integer> other(FooAsync foo) {
          return Coroutine.of(await(new OtherAsync().other(foo)) + 1);
        }
      }
      ----
      class User {
        FooAsync foo = new FooAsync();
        Coroutine<Integer> other = new OtherAsync().other(foo);
      }
      """;

  private static DiagnosticCase of(String name, String text, String... options) {
    return DiagnosticCase.of(name, text + OTHERS, options);
  }

  private static final List<DiagnosticCase> CASES =
      List.of(
          of(
              "unknown variable",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  return Coroutine.of(await(foo()) + missing);
                                                     ^
              | error: cannot find symbol
                }
              }
              """),
          of(
              "unknown method",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  await(missing());
                        ^
              | error: cannot find symbol
                  return Coroutine.of(await(missing(1)));
                                            ^
              | error: cannot find symbol
                }
              }
              """),
          of(
              "unknown type",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  Missing missing = null;
                  ^
              | error: cannot find symbol
                  return foo();
                }
              }
              """),
          of(
              "unknown type in a signature",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo(Missing missing) {
                                               ^
              | error: cannot find symbol
                  return Coroutine.of(1);
                }
              }
              """),
          of(
              "wrong type of an awaited value",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  String s = await(foo());
                                  ^
              | error: incompatible types: inference variable T has incompatible bounds
                  return Coroutine.of(1);
                }
              }
              """),
          of(
              "await of something else",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  await(1);
                  ^
              | error: no suitable method found for await(int)
                  return Coroutine.of(1);
                }
              }
              """),
          of(
              "wrong result",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  return 1;
                         ^
              | error: incompatible types: int cannot be converted to
              | dev.fermata.asyncio.Coroutine<java.lang.Integer>
                }
                default Coroutine<Integer> bar() {
                  return Coroutine.of("one");
                                     ^
              | error: incompatible types: inference variable T has incompatible bounds
                }
              }
              """),
          of(
              "missing return",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  await(foo());
                }
                ^
              | error: missing return statement
              }
              """),
          of(
              "unreachable code",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  while (true) {
                    await(foo());
                  }
                  return Coroutine.of(1);
                  ^
              | error: unreachable statement
                }
              }
              """),
          of(
              "uninitialised variable",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  int x;
                  if (await(foo()) > 0) {
                    x = 1;
                  }
                  return Coroutine.of(x);
                                      ^
              | error: variable x might not have been initialized
                }
              }
              """),
          of(
              "reassigned final variable",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  final int x = await(foo());
                  x = 2;
                  ^
              | error: cannot assign a value to final variable x
                  return Coroutine.of(x);
                }
              }
              """),
          of(
              "unreported exception",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  throw new Exception();
                  ^
              | error: unreported exception java.lang.Exception; must be caught or declared to be
              | thrown
                }
                default Coroutine<Integer> bar() throws java.io.IOException {
                  return Coroutine.of(1);
                }
                default Coroutine<Integer> baz() {
                  return Coroutine.of(await(bar()));
                                               ^
              | error: unreported exception java.io.IOException; must be caught or declared to be
              | thrown
                }
              }
              """),
          of(
              "exception that is never thrown",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  try {
                    await(foo());
                  } catch (java.io.IOException e) {
                    ^
              | error: exception java.io.IOException is never thrown in body of corresponding try
              | statement
                  }
                  return Coroutine.of(1);
                }
              }
              """),
          of(
              "switch that is not exhaustive",
              """
              @Async interface Foo {
                enum Color { RED, GREEN }
                default Coroutine<Integer> foo(Color color) {
                  return Coroutine.of(switch (color) {
                                      ^
              | error: the switch expression does not cover all possible input values
                    case RED -> await(foo(color));
                  });
                }
              }
              """),
          of(
              "capture of a variable that changes",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  int x = await(foo());
                  x++;
                  Supplier<Coroutine<Integer>> s = () -> Coroutine.of(x);
                                                                      ^
              | error: local variables referenced from a lambda expression must be final or
              | effectively final
                  return s.get();
                }
              }
              """),
          of(
              "variable declared twice",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  int x = await(foo());
                  int x = 2;
                      ^
              | error: variable x is already defined in method foo()
                  return Coroutine.of(x);
                }
              }
              """),
          of(
              "missing semicolon",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  await(foo())
                              ^
              | error: ';' expected
                  return Coroutine.of(1);
                }
              }
              """),
          of(
              "break without a loop",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  await(foo());
                  break;
                  ^
              | error: break outside switch or loop
                }
              }
              """),
          of(
              "error in another file",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  return Coroutine.of(await(foo()));
                }
              }
              ----
              class Third {
                int x = "one";
                        ^
              | error: incompatible types: java.lang.String cannot be converted to int
                int bar() { return new FooAsync().missing(); }
                                                 ^
              | error: cannot find symbol
              }
              """),
          of(
              "unknown type in another file",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  return Coroutine.of(await(foo()));
                }
              }
              ----
              class Third {
                Missing missing;
                ^
              | error: cannot find symbol
              }
              """),
          of(
              "override that does not fit",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  return Coroutine.of(await(foo()));
                }
              }
              ----
              @Async interface Third extends Foo {
                @Override default Coroutine<String> foo() {
                ^
              | error: method does not override or implement a method from a supertype
                                                    ^
              | error: foo() in p.Third clashes with foo() in p.Foo
                  return Coroutine.of("");
                }
              }
              """),
          of(
              "missing import",
              """
              package p;

              import dev.fermata.Async;
              import dev.fermata.asyncio.Coroutine;

              @Async interface Foo {
                default Coroutine<Integer> foo(List<Integer> list) {
                                               ^
              | error: cannot find symbol
                  return Coroutine.of(list.get(0));
                }
              }
              """),
          of(
              "import of what is not there",
              """
              package p;

              import dev.fermata.Async;
              import dev.fermata.asyncio.Coroutine;
              import java.util.Lisst;
                              ^
              | error: cannot find symbol

              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  return Coroutine.of(1);
                }
              }
              """),
          of(
              "import of await forgotten",
              """
              package p;

              import dev.fermata.Async;
              import dev.fermata.asyncio.Coroutine;

              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  return Coroutine.of(await(foo()));
                                      ^
              | error: cannot find symbol
                }
              }
              """));

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }

  private static final String WRONG_ARGUMENT =
      """
      @Async interface Foo {
        default Coroutine<Integer> foo(int x) {
          return Coroutine.of(await(foo("one")));
                                    ^
      | error: method foo in interface p.Foo cannot be applied to given types;
        }
      }
      """;

  @TestFactory
  Stream<DynamicTest> wrongArgument() {
    return DiagnosticCase.tests(
        List.of(
            of("in full", WRONG_ARGUMENT, "-Xdiags:verbose"),
            of(
                "where javac goes on",
                WRONG_ARGUMENT,
                "-Xdiags:verbose",
                "--should-stop=ifError=FLOW")));
  }

  /** javac 25 simplifies its message only as it prints it, and has to know the file then. */
  private static final String SIMPLIFIED =
      """
      | note: Some messages have been simplified; recompile with -Xdiags:verbose to get
      | full output
      @Async interface Foo {
        default Coroutine<Integer> foo(int x) {
          return Coroutine.of(await(foo("one")));
                                        ^
      | error: incompatible types: java.lang.String cannot be converted to int
        }
      }
      """;

  private static final String SIMPLIFIED_OUTSIDE =
      """
      | note: Some messages have been simplified; recompile with -Xdiags:verbose to get
      | full output
      class Foo {
        int foo(int x) {
          await(Coroutine.completed());
          ^
      | error: [fermata.await-outside-async] await can stand in an @Async type only. Foo
      | is not annotated @Async. Run the coroutine with run(..), or await it in a method
      | of an @Async type.
          return foo("one");
                     ^
      | error: incompatible types: java.lang.String cannot be converted to int
        }
      }
      """;

  @TestFactory
  Stream<DynamicTest> wrongArgumentSimplified() {
    return DiagnosticCase.tests(
        List.of(
            of("simplified", SIMPLIFIED),
            of("simplified, where javac goes on", SIMPLIFIED, "--should-stop=ifError=FLOW"),
            DiagnosticCase.of(
                "simplified outside of @Async types",
                SIMPLIFIED_OUTSIDE,
                "--should-stop=ifError=FLOW")));
  }

  /**
   * Errors that javac finds before it looks at flow, and that leave no unknown type in the tree, so
   * that the processor does not see them: where javac goes on, the copy of the code has them too.
   */
  private static final Set<String> COPIED =
      Set.of(
          "reassigned final variable",
          "capture of a variable that changes",
          "override that does not fit",
          "missing semicolon");

  /** As Error Prone's users compile: after errors javac goes on, and meets the generated code. */
  @TestFactory
  Stream<DynamicTest> casesWhereJavacGoesOn() {
    return CASES.stream()
        .filter(each -> !COPIED.contains(each.name()))
        .map(each -> DiagnosticCase.of(each.name(), each.text(), "--should-stop=ifError=FLOW"))
        .map(DiagnosticCase::test);
  }

  /** There is one round then, and stubs come in the last. */
  @TestFactory
  Stream<DynamicTest> syntaxErrorWhereJavacGoesOn() {
    return DiagnosticCase.tests(
        List.of(
            of(
                "missing semicolon",
                """
                | warning: File for type 'p.FooCoroutines' created in the last round will not be
                | subject to annotation processing.
                | warning: File for type 'p.OtherCoroutines' created in the last round will not be
                | subject to annotation processing.
                @Async interface Foo {
                  default Coroutine<Integer> foo() {
                    await(foo())
                                ^
                | error: ';' expected
                    return Coroutine.of(1);
                  }
                }
                """,
                "--should-stop=ifError=FLOW")));
  }
}
