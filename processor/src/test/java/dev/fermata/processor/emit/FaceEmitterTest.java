package dev.fermata.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestCompiler;
import dev.fermata.processor.TestCompiler.Result;
import org.junit.jupiter.api.Test;

/** The face of a type, and that it compiles without a warning. */
class FaceEmitterTest {

  private static Result compile(String... sources) {
    Result result = TestCompiler.of(sources).compile();
    assertThat(result.compilation().diagnostics()).isEmpty();
    return result;
  }

  private static String face(String name, String... sources) {
    return compile(sources).generated(name);
  }

  @Test
  void faceOfAnInterface() {
    String face =
        face(
            "p.SumsAsync",
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;

            /**
             * Adds numbers.
             *
             * <p>Slowly.
             */
            @Async
            public interface Sums {
              /**
               * The sum.
               *
               * @param x one
               * @param y another
               * @return both
               */
              default Coroutine<Integer> compute(int x, int y) {
                return Coroutine.of(x + y);
              }

              default Coroutine<Void> nothing() {
                return Coroutine.completed();
              }

              default int ordinary() {
                return 1;
              }

              static Coroutine<Void> still() {
                return Coroutine.completed();
              }
            }
            """);

    assertThat(face)
        .isEqualTo(
            """
            package p;

            import dev.fermata.asyncio.Coroutine;
            import dev.fermata.asyncio.codegen.Protocol;
            import javax.annotation.processing.Generated;

            /**
             * Adds numbers.
             *
             * <p>Slowly.
             */
            @Generated("dev.fermata.processor.FermataProcessor")
            public class SumsAsync implements Sums {
              static {
                Protocol.require(1);
              }

              /**
               * The sum.
               *
               * @param x one
               * @param y another
               * @return both
               */
              @Override
              public Coroutine<Integer> compute(int x, int y) {
                return new SumsCoroutines.Compute(this, x, y);
              }

              @Override
              public Coroutine<Void> nothing() {
                return new SumsCoroutines.Nothing(this);
              }
            }
            """);
  }

  @Test
  void throwsClausesBecomeProse() {
    String face =
        face(
            "p.FilesAsync",
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;
            import java.io.IOException;

            @Async
            interface Files {
              /**
               * Reads.
               *
               * @param file what to read
               * @throws IOException if it cannot be
               *     read
               */
              default Coroutine<String> read(String file) throws IOException {
                throw new IOException(file);
              }
            }
            """);

    assertThat(face)
        .contains("class FilesAsync implements Files {")
        .doesNotContain("public class")
        .contains("  public Coroutine<String> read(String file) {")
        .contains(
            """
              /**
               * Reads.
               *
               * <p>When awaited, may throw {@code IOException} if it cannot be
               *     read
               *
               * @param file what to read
               */
            """);
  }

  @Test
  void genericsVarargsAndOverloads() {
    String face =
        face(
            "p.BoxAsync",
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;
            import java.util.List;

            @Async
            interface Box<T extends Comparable<T>, K> {
              default Coroutine<T> put(T value) {
                return Coroutine.of(value);
              }

              default Coroutine<T> put(T value, K key) {
                return Coroutine.of(value);
              }

              default <A extends Number & Runnable> Coroutine<List<? super A>> all(A first, int... rest) {
                return Coroutine.of(List.of(first));
              }

              default <T> Coroutine<T> shadow(T value) {
                return Coroutine.of(value);
              }
            }
            """);

    assertThat(face)
        .contains("class BoxAsync<T extends Comparable<T>, K> implements Box<T, K> {")
        .contains(
            "public Coroutine<T> put(T value) {\n"
                + "    return new BoxCoroutines.Put<T, K>(this, value);")
        .contains(
            "public Coroutine<T> put(T value, K key) {\n"
                + "    return new BoxCoroutines.Put2<T, K>(this, value, key);")
        .contains(
            "public <A extends Number & Runnable> Coroutine<List<? super A>> all(A first, int..."
                + " rest) {\n"
                + "    return new BoxCoroutines.All<T, K, A>(this, first, rest);")
        .contains(
            "public <T2> Coroutine<T2> shadow(T2 value) {\n"
                + "    return new BoxCoroutines.Shadow<T, K, T2>(this, value);");
  }

  @Test
  void inheritedFunctionsAreSeenFromTheSubtype() {
    Result result =
        compile(
            """
            package q;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;

            @Async
            public interface Base<X> {
              default Coroutine<X> one(X x) {
                return Coroutine.of(x);
              }

              default Coroutine<X> two(X x) {
                return Coroutine.of(x);
              }

              default <T> Coroutine<X> three(T t, X x) {
                return Coroutine.of(x);
              }

              private Coroutine<X> hidden(X x) {
                return Coroutine.of(x);
              }
            }
            """,
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;
            import java.util.Map;
            import q.Base;

            @Async
            interface Derived<T> extends Base<Map.Entry<String, T>> {
              @Override
              default Coroutine<Map.Entry<String, T>> two(Map.Entry<String, T> entry) {
                return one(entry);
              }
            }
            """);

    assertThat(result.generated("p.DerivedAsync"))
        .contains(
            "public Coroutine<Map.Entry<String, T>> one(Map.Entry<String, T> x) {\n"
                + "    return new BaseCoroutines.One<Map.Entry<String, T>>(this, x);")
        .contains("return new DerivedCoroutines.Two<T>(this, entry);")
        .contains("<T2> Coroutine<Map.Entry<String, T>> three(T2 t, Map.Entry<String, T> x) {")
        .contains("return new BaseCoroutines.Three<Map.Entry<String, T>, T2>(this, t, x);")
        .doesNotContain("hidden");
    assertThat(result.generated("q.BaseCoroutines")).contains("class Hidden<X>");
  }

  @Test
  void overridingOnTheWayHidesAnInheritedFunction() {
    String face =
        face(
            "p.BottomAsync",
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;

            @Async
            interface Top {
              default Coroutine<Void> one() {
                return Coroutine.completed();
              }

              default Coroutine<Void> two() {
                return Coroutine.completed();
              }
            }
            """,
            """
            package p;

            import dev.fermata.asyncio.Coroutine;

            interface Middle extends Top {
              @Override
              Coroutine<Void> one();
            }
            """,
            """
            package p;

            import dev.fermata.Async;

            @Async
            interface Bottom extends Middle {
              @Override
              boolean equals(Object other);
            }
            """);

    assertThat(face)
        .contains("abstract class BottomAsync implements Bottom {")
        .contains("new TopCoroutines.Two(this)")
        .doesNotContain("One");
  }

  @Test
  void faceOfAnAbstractClassIsConcreteIfNothingStaysAbstract() {
    String face =
        face(
            "p.ClientAsync",
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;
            import java.io.IOException;

            @Async
            public abstract class Client<T> {
              final T value;

              /**
               * Connects.
               *
               * @param value kept
               */
              protected <E extends Exception> Client(T value, E... more) throws IOException, E {
                this.value = value;
              }

              private Client() {
                this.value = null;
              }

              public Coroutine<T> shown() {
                return Coroutine.of(value);
              }

              protected Coroutine<T> guarded() {
                return Coroutine.of(value);
              }

              Coroutine<T> near() {
                return hidden();
              }

              private Coroutine<T> hidden() {
                return Coroutine.of(value);
              }
            }
            """
                .replace("E... more", "E more"));

    assertThat(face)
        .contains("public class ClientAsync<T> extends Client<T> {")
        .contains(
            "  public <E extends Exception> ClientAsync(T value, E more) throws IOException, E {\n"
                + "    super(value, more);")
        .contains("   * Connects.\n")
        .contains("  public Coroutine<T> shown() {")
        .contains("  protected Coroutine<T> guarded() {")
        .contains("  @Override\n  Coroutine<T> near() {")
        .doesNotContain("hidden")
        .doesNotContain("ClientAsync()");
  }

  @Test
  void nestedTypesAreFlattened() {
    Result result =
        compile(
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;

            public class Outer {
              @Async
              public interface Foo {
                default Coroutine<Void> run() {
                  return Coroutine.completed();
                }
              }

              @Async
              protected static class Bar {
                Coroutine<Void> run() {
                  return Coroutine.completed();
                }
              }
            }
            """);

    assertThat(result.generated("p.Outer_FooAsync"))
        .contains("public class Outer_FooAsync implements Outer.Foo {")
        .contains("new Outer_FooCoroutines.Run(this)");
    assertThat(result.generated("p.Outer_BarAsync"))
        .contains("\nclass Outer_BarAsync extends Outer.Bar {");
  }

  @Test
  void namesOfTheUsersDoNotBreakGeneratedCode() {
    compile(
        "package p; public class Object {}",
        "package p; public class String {}",
        "package p; public class Override {}",
        "package p; public class IllegalStateException {}",
        "package p; public class Coroutine {}",
        "package p; public class Protocol {}",
        """
        package p;

        import dev.fermata.Async;

        @Async
        interface Evil<Throwable> {
          class AsyncFrame {}

          class Driver {}

          default dev.fermata.asyncio.Coroutine<java.lang.String> integer(
              Throwable t, Integer n, String s, Object o) {
            return null;
          }

          default dev.fermata.asyncio.Coroutine<Void> object(AsyncFrame f, Driver d) {
            return null;
          }
        }
        """);
  }

  @Test
  void holderOfMachinesGivesWayToATypeOfTheUsers() {
    Result result =
        compile(
            "package p; class FooCoroutines {}",
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;

            @Async
            interface Foo {
              default Coroutine<Void> run() {
                return Coroutine.completed();
              }
            }
            """);

    assertThat(result.generated("p.FooAsync")).contains("new FooCoroutines_.Run(this)");
    assertThat(result.hasGenerated("p.FooCoroutines_")).isTrue();
  }

  @Test
  void nullnessAndDeprecationAreCarriedOver() {
    Result result =
        compile(
            """
            package p;

            import dev.fermata.Async;
            import dev.fermata.asyncio.Coroutine;
            import java.util.List;
            import org.jspecify.annotations.NullMarked;
            import org.jspecify.annotations.Nullable;

            @Async
            @NullMarked
            @Deprecated(since = "2", forRemoval = true)
            public interface Old<T extends @Nullable Object> {
              @Deprecated
              default Coroutine<@Nullable String> find(@Nullable String key, List<@Nullable T> all) {
                return Coroutine.of(null);
              }
            }
            """);

    assertThat(result.generated("p.OldAsync"))
        .contains(
            "@NullMarked\npublic class OldAsync<T extends @Nullable Object> implements Old<T> {")
        .contains("@Deprecated(\n    since = \"2\",\n    forRemoval = true\n)")
        .contains(
            "  public Coroutine<@Nullable String> find(@Nullable String key, List<@Nullable T> all)"
                + " {");
  }

  @Test
  void generatedIsLeftOutWhereTheModuleCannotSeeIt() {
    Result result =
        TestCompiler.of("package p; class Foo { @dev.fermata.Async interface Bar {} }")
            .option("--limit-modules", "java.base")
            .compile();

    assertThat(result.compilation().diagnostics()).isEmpty();
    assertThat(result.generated("p.Foo_BarAsync")).doesNotContain("Generated(");
  }

  @Test
  void rawSupertypeMakesARawMachine() {
    Result result =
        TestCompiler.of(
                """
                package p;

                import dev.fermata.Async;
                import dev.fermata.asyncio.Coroutine;

                @Async
                interface Base<X> {
                  default Coroutine<X> one(X x) {
                    return Coroutine.of(x);
                  }
                }
                """,
                """
                package p;

                @dev.fermata.Async
                @SuppressWarnings("rawtypes")
                interface Derived extends Base {}
                """)
            .compile();

    assertThat(result.compilation().diagnostics()).isEmpty();
    assertThat(result.generated("p.DerivedAsync"))
        .contains("return new BaseCoroutines.One(this, x);");
  }
}
