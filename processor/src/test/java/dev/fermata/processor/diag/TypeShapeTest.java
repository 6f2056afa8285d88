package dev.fermata.processor.diag;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.fermata.processor.FermataProcessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Types and signatures for which nothing can be generated. */
class TypeShapeTest {
  static final List<DiagnosticCase> CASES =
      List.of(
          DiagnosticCase.of(
              "enum",
              """
              @Async enum Foo {
                     ^
              | error: [fermata.type-kind] @Async belongs on an interface or a class. Foo is an
              | enum, which nothing can extend. Move its coroutine functions to an interface of
              | their own and annotate that.
                A;
                Coroutine<Void> foo() { return Coroutine.completed(); }
              }
              """),
          DiagnosticCase.of(
              "record",
              """
              @Async
              record Foo() {}
              ^
              | error: [fermata.type-kind] @Async belongs on an interface or a class. Foo is a
              | record, which nothing can extend. Move its coroutine functions to an interface of
              | their own and annotate that.
              """),
          DiagnosticCase.of(
              "annotation type",
              """
              @Async @interface Foo {}
                      ^
              | error: [fermata.type-kind] @Async belongs on an interface or a class. Foo is an
              | annotation type, which nothing can extend. Move its coroutine functions to an
              | interface of their own and annotate that.
              """),
          DiagnosticCase.of(
              "final class that is used",
              """
              @Async final class Foo<T> {
                           ^
              | error: [fermata.type-final] The face of an @Async class is its subclass. Foo is
              | final. Remove final from the class.
                Coroutine<T> one(T t) { return Coroutine.of(t); }
              }
              ----
              class User {
                FooAsync<String> f = new FooAsync<>();
                Object o = f.one("");
              }
              """),
          DiagnosticCase.of(
              "final class, and a compiler that goes on",
              """
              @Async final class Foo<T> {
                           ^
              | error: [fermata.type-final] The face of an @Async class is its subclass. Foo is
              | final. Remove final from the class.
                Coroutine<T> one(T t) { return Coroutine.of(t); }
              }
              ----
              class User {
                FooAsync<String> f = new FooAsync<>();
                Object o = f.one("");
              }
              """,
              "--should-stop=ifError=FLOW"),
          DiagnosticCase.of(
              "sealed interface",
              """
              @Async sealed interface Foo {}
                            ^
              | error: [fermata.type-sealed] The face of an @Async type implements or extends it.
              | Foo is sealed, and its generated subtype is not permitted. Remove sealed from it.
              final class Bar implements Foo {}
              """),
          DiagnosticCase.of(
              "sealed class that permits its face",
              """
              @Async sealed class Foo permits FooAsync {}
                            ^
              | error: [fermata.type-sealed] The face of an @Async type implements or extends it.
              | Foo is sealed, and its generated subtype is not permitted. Remove sealed from it.
              """),
          DiagnosticCase.of(
              "private",
              """
              class Foo {
                @Async private interface Bar {}
                               ^
              | error: [fermata.type-private] The face of an @Async type stands in a file of its
              | own. Bar is private, so no other file can name it. Make it package-private.
                private interface Outer {
                  @Async interface Inner {}
                         ^
              | error: [fermata.type-private] The face of an @Async type stands in a file of its
              | own. Outer is private, so no other file can name it. Make it package-private.
                }
              }
              """),
          DiagnosticCase.of(
              "inner class",
              """
              class Foo {
                @Async class Bar {}
                       ^
              | error: [fermata.type-inner] The face of an @Async class is created without an
              | enclosing object. Bar is an inner class, which needs one. Make the class static.
              }
              """),
          DiagnosticCase.of(
              "class with private constructors",
              """
              @Async class Foo {
                     ^
              | error: [fermata.no-constructor] The face of an @Async class has the constructors
              | of that class. Foo has private constructors only. Make one of them
              | package-private.
                private Foo() {}
                private Foo(int x) {}
              }
              """),
          DiagnosticCase.of(
              "face that exists",
              """
              @Async interface Foo {}
                     ^
              | error: [fermata.face-clash] The generated class of an @Async type takes its name
              | with Async appended. FooAsync exists already, in package p. Rename one of the two.
              ----
              class FooAsync {}
              ----
              class User { FooAsync field; }
              """),
          DiagnosticCase.of(
              "two types with one face",
              """
              | warning: File for type 'p.Outer_FooCoroutines' created in the last round will not
              | be subject to annotation processing.
              class Outer {
                @Async interface Foo {}
              }
              ----
              @Async interface Outer_Foo {}
                     ^
              | error: [fermata.face-clash] The generated class of an @Async type takes its name
              | with Async appended. p.Outer_FooAsync exists already, generated for another type.
              | Rename one of the two.
              """),
          DiagnosticCase.of(
              "signatures",
              """
              @Async class Foo {
                final Coroutine<Void> one() { return Coroutine.completed(); }
                                      ^
              | error: [fermata.final-coroutine] A coroutine function is overridden by the
              | generated face. one() is final. Remove final from the method.
                synchronized Coroutine<Void> two() { return Coroutine.completed(); }
                                             ^
              | error: [fermata.synchronized-coroutine] A coroutine function cannot hold a
              | monitor: it is left and entered again while it waits. two() is synchronized. Use
              | the asyncio Lock and await its acquire().
                @SuppressWarnings("rawtypes")
                Coroutine three() { return Coroutine.completed(); }
                          ^
              | error: [fermata.raw-coroutine] A coroutine function names the types of what it
              | returns. three() returns the raw type Coroutine. Return Coroutine<Void>, or
              | Coroutine with the type of the value.
                private final Coroutine<Void> four() { return Coroutine.completed(); }
                native Coroutine<Void> five();
              }
              """),
          DiagnosticCase.of(
              "inherited from where it is not accessible",
              """
              @Async interface Foo extends q.Shown {}
                     ^
              | error: [fermata.inherited-inaccessible] An inherited coroutine function runs in a
              | class generated beside its own type. one() is declared in q.Hidden, which is not
              | accessible from here. Make that type public, or override the function.
              ----
              package q;

              @dev.fermata.Async interface Hidden {
                default dev.fermata.asyncio.Coroutine<Void> one() {
                  return dev.fermata.asyncio.Coroutine.completed();
                }
              }
              ----
              package q;

              public interface Shown extends Hidden {}
              """),
          DiagnosticCase.of(
              "null for a coroutine",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  return null;
                         ^
              | error: [fermata.return-null] The body of a coroutine or generator function cannot
              | return null. This one returns Coroutine. Write return Coroutine.completed(), or
              | return Coroutine.of(null).
                }
                default AsyncGenerator<Integer> bar() {
                  return null;
                         ^
              | error: [fermata.return-null] The body of a coroutine or generator function cannot
              | return null. This one returns AsyncGenerator. Write return
              | AsyncGenerator.completed().
                }
                default SendGenerator<Integer, Integer, Integer> baz() {
                  return null;
                         ^
              | error: [fermata.return-null] The body of a coroutine or generator function cannot
              | return null. This one returns SendGenerator. Write return
              | SendGenerator.returning(null).
                }
              }
              """));

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }

  /** The class around the members of such a file has no name. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void compactSourceFile() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new FermataProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "Program",
                    """
                    @dev.fermata.Async interface Foo {
                      default dev.fermata.asyncio.Coroutine<Integer> foo() {
                        return dev.fermata.asyncio.Coroutine.of(1);
                      }
                    }
                    void main() {}
                    """));
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getLineNumber()).isEqualTo(1);
              assertThat(error.getColumnNumber()).isEqualTo(20);
              assertThat(error.getMessage(Locale.ROOT))
                  .isEqualTo(
                      "[fermata.type-local] The face of an @Async type stands in a file of its own."
                          + " Foo is declared in a compact source file, so no other file can name"
                          + " it. Move it to a file of its own.");
            });
  }
}
