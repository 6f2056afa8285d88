package dev.fermata.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shapes of types and signatures that nothing can be generated for. */
class TypeRulesTest {

  private static List<String> errors(String type) {
    return TestCompiler.of("package p; import dev.fermata.asyncio.Coroutine;\n" + type)
        .compile()
        .errors();
  }

  @Test
  void enumRecordAndAnnotation() {
    assertThat(errors("@dev.fermata.Async\nenum Foo { A }"))
        .containsExactly(
            "Foo.java:3:1: [fermata.type-kind] @Async belongs on an interface or a class. p.Foo is"
                + " an enum, which nothing can extend. Move its coroutine functions to an interface"
                + " of their own and annotate that.");
    assertThat(errors("@dev.fermata.Async\nrecord Foo() {}"))
        .singleElement()
        .asString()
        .contains("p.Foo is a record, which");
    assertThat(errors("@dev.fermata.Async\n@interface Foo {}"))
        .singleElement()
        .asString()
        .contains("p.Foo is an annotation type, which");
  }

  @Test
  void finalSealedPrivateInner() {
    assertThat(errors("@dev.fermata.Async\nfinal class Foo {}"))
        .singleElement()
        .asString()
        .startsWith("Foo.java:3:7: [fermata.type-final]");
    assertThat(
            errors(
                "@dev.fermata.Async\nsealed interface Foo {}\nfinal class Bar implements Foo {}"))
        .singleElement()
        .asString()
        .startsWith("Foo.java:3:8: [fermata.type-sealed]");
    assertThat(errors("class Foo {\n @dev.fermata.Async\n private interface Bar {} }"))
        .containsExactly(
            "Foo.java:4:10: [fermata.type-private] The face of an @Async type stands in a file of"
                + " its own. p.Foo.Bar is private, so no other file can name it. Make it"
                + " package-private.");
    assertThat(errors("class Foo {\n @dev.fermata.Async\n class Bar {} }"))
        .containsExactly(
            "Foo.java:4:2: [fermata.type-inner] The face of an @Async class is created without an"
                + " enclosing object. p.Foo.Bar is an inner class, which needs one. Make the class"
                + " static.");
  }

  @Test
  void noConstructor() {
    assertThat(errors("@dev.fermata.Async\nclass Foo { private Foo() {} }"))
        .containsExactly(
            "Foo.java:3:1: [fermata.no-constructor] The face of an @Async class has the"
                + " constructors of that class. p.Foo has private constructors only. Make one of"
                + " them package-private.");
  }

  @Test
  void faceClash() {
    assertThat(
            TestCompiler.of(
                    "package p; class FooAsync {}",
                    "package p;\n@dev.fermata.Async\ninterface Foo {}",
                    "package p; class User { FooAsync field; }")
                .compile()
                .errors())
        .containsExactly(
            "Foo.java:3:1: [fermata.face-clash] The generated class of an @Async type takes its"
                + " name with Async appended. FooAsync exists already, in package p. Rename one of"
                + " the two.");
  }

  @Test
  void signatures() {
    assertThat(
            errors(
                """
                @dev.fermata.Async
                class Foo {
                  final Coroutine<Void> one() { return Coroutine.completed(); }
                  synchronized Coroutine<Void> two() { return Coroutine.completed(); }
                  @SuppressWarnings("rawtypes")
                  Coroutine three() { return Coroutine.completed(); }
                  private final Coroutine<Void> four() { return Coroutine.completed(); }
                  native Coroutine<Void> five();
                }
                """))
        .containsExactly(
            "Foo.java:4:25: [fermata.final-coroutine] A coroutine function is overridden by the"
                + " generated face. one() is final. Remove final from the method.",
            "Foo.java:5:32: [fermata.synchronized-coroutine] A coroutine function cannot hold a"
                + " monitor: it is left and entered again while it waits. two() is synchronized."
                + " Use the asyncio Lock and await its acquire().",
            "Foo.java:7:13: [fermata.raw-coroutine] A coroutine function names the type of its"
                + " result. three() returns the raw type Coroutine. Return Coroutine<Void>, or"
                + " Coroutine with the type of the value.");
  }

  @Test
  void inheritedFromAnInaccessibleType() {
    assertThat(
            TestCompiler.of(
                    """
                    package q;

                    import dev.fermata.asyncio.Coroutine;

                    @dev.fermata.Async
                    interface Hidden {
                      default Coroutine<Void> one() { return Coroutine.completed(); }
                    }
                    """,
                    "package q; public interface Shown extends Hidden {}",
                    "package p;\n@dev.fermata.Async\ninterface Foo extends q.Shown {}")
                .compile()
                .errors())
        .containsExactly(
            "Foo.java:3:1: [fermata.inherited-inaccessible] An inherited coroutine function runs in"
                + " a class generated beside its own type. one() is declared in q.Hidden, which is"
                + " not accessible from here. Make that type public, or override the function.");
  }

  /** An invalid type keeps its face, so that code that names it has no errors of its own. */
  @Test
  void invalidTypeKeepsItsFace() {
    assertThat(
            TestCompiler.of(
                    """
                    package p;

                    import dev.fermata.asyncio.Coroutine;

                    @dev.fermata.Async
                    final class Foo<T> {
                      Coroutine<T> one(T t) { return Coroutine.of(t); }
                    }
                    """,
                    "package p; class User { FooAsync<String> f = new FooAsync<>(); Object o ="
                        + " f.one(\"\"); }")
                .option("--should-stop=ifError=FLOW")
                .compile()
                .errors())
        .singleElement()
        .asString()
        .startsWith("Foo.java:6:7: [fermata.type-final]");
  }
}
