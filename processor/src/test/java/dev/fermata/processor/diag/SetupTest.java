package dev.fermata.processor.diag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.processor.TestCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is wrong with the compilation as a whole, or with the processor. */
class SetupTest {
  private static final String FOO =
      """
      @Async interface Foo {
        default Coroutine<Void> foo() {
          return Coroutine.completed();
        }
      }
      ----
      class User {
        FooAsync foo = new FooAsync();
      }
      """;

  static final List<DiagnosticCase> CASES =
      List.of(
          DiagnosticCase.of(
              "no trees",
              """
              @Async interface Foo {
                     ^
              | warning: [fermata.no-trees] Only javac shows a processor the bodies of methods.
              | This compiler is another one, so the coroutines of Foo throw when they are
              | awaited. Build with javac.
                default Coroutine<Void> foo() {
                  return Coroutine.completed();
                }
              }
              ----
              class User {
                FooAsync foo = new FooAsync();
              }
              """,
              "-Afermata.stubs=true"),
          DiagnosticCase.of(
              "warnings turned off", FOO, "-Afermata.stubs=true", "-Afermata.warnings=none"),
          DiagnosticCase.of(
              "name that never comes",
              """
              class Outer {
                Object field = new Missing();
                                   ^
              | error: cannot find symbol
                @Async interface Foo {
                  default Coroutine<Void> foo() {
                    return Coroutine.completed();
                  }
                }
              }
              ----
              class User {
                Outer_FooAsync foo = new Outer_FooAsync();
              }
              """),
          DiagnosticCase.of(
              "old source level",
              """
              @Async interface Foo {
                     ^
              | error: [fermata.source-level] Generated code is Java 17. This compilation is for
              | Java 11. Compile with --release 17 or a later one.
                default Coroutine<Void> foo() {
                  return Coroutine.completed();
                }
              }
              ----
              class User {
                FooAsync foo = new FooAsync();
              }
              """,
              "--release",
              "11"),
          new DiagnosticCase(
              "no annotations",
              """
              package p;

              import dev.fermata.Async;
                                ^
              | error: [fermata.missing-library] Code with coroutines is compiled against
              | Fermata's annotations and runtime. dev.fermata.Async is not on the class path. Add
              | fermata-annotations to the dependencies.
                                ^
              | error: cannot find symbol
              import dev.fermata.asyncio.Coroutine;

              @Async interface Foo {
               ^
              | error: cannot find symbol
                default Coroutine<Void> foo() {
                  return Coroutine.completed();
                }
              }
              ----
              package p;

              class User {
                FooAsync foo = new FooAsync();
                ^
              | error: cannot find symbol
              }
              """,
              compiler -> compiler.option("-classpath", home(Coroutine.class))),
          new DiagnosticCase(
              "no runtime",
              """
              package p;

              import static dev.fermata.asyncio.Asyncio.await;
              ^
              | error: static import only from classes and interfaces
                                               ^
              | error: package dev.fermata.asyncio does not exist
                                                       ^
              | error: [fermata.missing-library] Code with coroutines is compiled against
              | Fermata's annotations and runtime. dev.fermata.asyncio is not on the class path.
              | Add fermata-runtime to the dependencies.

              import dev.fermata.Async;
              import dev.fermata.asyncio.Coroutine;
                                        ^
              | error: package dev.fermata.asyncio does not exist

              @Async interface Foo {
                default Coroutine<Void> foo() {
                        ^
              | error: cannot find symbol
                  await(foo());
                  return Coroutine.completed();
                }
              }
              ----
              package p;

              class User {
                FooAsync foo = new FooAsync();
                ^
              | error: cannot find symbol
              }
              """,
              compiler -> compiler.option("-classpath", home(Async.class))),
          new DiagnosticCase(
              "no runtime, and no import of it",
              """
              package p;

              import dev.fermata.Async;

              @Async interface Foo {}
                     ^
              | error: [fermata.missing-library] Code with coroutines is compiled against
              | Fermata's annotations and runtime. dev.fermata.asyncio is not on the class path.
              | Add fermata-runtime to the dependencies.
              """,
              compiler -> compiler.option("-classpath", home(Async.class))),
          new DiagnosticCase(
              "runtime of another version",
              """
              @Async interface Foo {
                     ^
              | error: [fermata.runtime-version] Generated code and the runtime have to agree.
              | This processor generates code for version 1 of their protocol, and the runtime on
              | the class path has version 99. Use fermata-processor and fermata-runtime of the
              | same version.
                default Coroutine<Void> foo() {
                  return Coroutine.completed();
                }
              }
              ----
              @Async interface Bar {}
              ----
              class User {
                FooAsync foo = new FooAsync();
              }
              """,
              SetupTest::withAnotherProtocol),
          new DiagnosticCase(
              "crash",
              """
              @Async interface Foo {
                     ^
              | error: [fermata.crash] Fermata's processor failed; this is a bug in it. Version
              | unknown, at p.Foo: java.lang.IllegalStateException: the phase failed
                default Coroutine<Void> foo() {
                  return Coroutine.completed();
                }
              }
              """,
              compiler ->
                  compiler.generator(
                      (environment, trees, options) ->
                          (type, report) -> {
                            throw new IllegalStateException("the phase failed");
                          })));

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a runtime before the real one that generated code does not fit. */
  private static TestCompiler withAnotherProtocol(TestCompiler compiler) {
    try {
      Path folder = Files.createTempDirectory("fermata");
      Path source = folder.resolve("Protocol.java");
      Files.writeString(
          source,
          """
          package dev.fermata.asyncio.codegen;

          public final class Protocol {
            private static final int VERSION = 99;
          }
          """);
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-d", folder.toString(), source.toString());
      assertThat(failed).isZero();
      return compiler.classPath(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }
}
