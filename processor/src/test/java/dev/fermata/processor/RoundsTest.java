package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestCompiler.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What is made in which round, and that the user's own error stands alone. */
class RoundsTest {

  private static final String SUMS =
      """
      package p;

      import static dev.fermata.asyncio.Asyncio.*;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;

      @Async
      public interface Sums {
        default Coroutine<Integer> compute(int x, int y) {
          await(sleep(java.time.Duration.ofSeconds(1)));
          return Coroutine.of(x + y);
        }
      }
      """;

  private static String caller(String name, String statement) {
    return """
    package p;

    import dev.fermata.Async;
    import dev.fermata.asyncio.Asyncio;
    import dev.fermata.asyncio.Coroutine;

    @Async
    interface %s {
      default Coroutine<Void> call() {
        %s
        return Coroutine.completed();
      }
    }
    """
        .formatted(name, statement);
  }

  @Test
  void cleanSourceGivesNoDiagnosticAtAll() {
    Result result = TestCompiler.of(SUMS).compile();

    assertThat(result.compilation().diagnostics()).isEmpty();
    assertThat(result.hasGenerated("p.SumsAsync")).isTrue();
    assertThat(result.hasGenerated("p.SumsCoroutines")).isTrue();
  }

  @Test
  void bodiesMayNameEachOthersFaces() {
    Result result =
        TestCompiler.of(
                caller("Left", "Asyncio.await(new RightAsync().call());"),
                caller("Right", "Asyncio.await(new LeftAsync().call());"))
            .compile();

    assertThat(result.compilation().diagnostics()).isEmpty();
  }

  /** Attributed before the face exists, this would be an error that javac never takes back. */
  @Test
  void bodyMayOverrideInAnAnonymousFace() {
    Result result =
        TestCompiler.of(
                SUMS,
                caller(
                    "Caller",
                    "new SumsAsync() { @Override public Coroutine<Integer> compute(int x, int y) {"
                        + " return null; } };"))
            .compile();

    assertThat(result.errors()).isEmpty();
  }

  @Test
  void signaturesMayNameEachOthersFaces() {
    Result result =
        TestCompiler.of(
                """
                package p;

                import dev.fermata.Async;
                import dev.fermata.asyncio.Coroutine;

                @Async
                interface Left {
                  default Coroutine<java.util.List<RightAsync>> call(RightAsync[] right) {
                    return Coroutine.of(java.util.List.of(right));
                  }
                }
                """,
                """
                package p;

                import dev.fermata.Async;
                import dev.fermata.asyncio.Coroutine;

                @Async
                interface Right {
                  default Coroutine<LeftAsync> call(LeftAsync left) {
                    return Coroutine.of(left);
                  }
                }
                """)
            .compile();

    assertThat(result.compilation().diagnostics()).isEmpty();
  }

  @Test
  void typeErrorInABodyIsReportedOnceAndStandsAlone() {
    Result result =
        TestCompiler.of(
                caller("Caller", "int n = \"text\";"),
                "package p; class User { CallerAsync field = new CallerAsync(); }")
            .compile();

    assertThat(result.errors())
        .containsExactly(
            "Caller.java:10:13: incompatible types: java.lang.String cannot be converted to int");
  }

  @Test
  void missingMethodIsReportedOnceAndErrorsOfOtherFilesBesideIt() {
    Result result =
        TestCompiler.of(
                caller("Caller", "missing();"),
                SUMS,
                "package p; class User { CallerAsync field = new CallerAsync(); int n = true; }")
            .compile();

    assertThat(result.errors())
        .containsExactlyInAnyOrder(
            "Caller.java:10:5: cannot find symbol",
            "User.java:1:72: incompatible types: boolean cannot be converted to int");
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void missingTypeIsReportedOnceAndStandsAlone() {
    Result result =
        TestCompiler.of(
                caller("Caller", "new Missing();"),
                SUMS,
                "package p; class User { CallerAsync field = new CallerAsync(); }")
            .compile();

    assertThat(result.errors()).containsExactly("Caller.java:10:9: cannot find symbol");
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void whatIsWaitedForInVainIsAnErrorEvenWhereJavacHasNone() {
    Result result =
        TestCompiler.of(SUMS)
            .generator(
                (environment, trees, options) ->
                    (type, report) -> new MachineGenerator.Result.NotYet(List.of("Missing")))
            .compile();

    assertThat(result.errors())
        .containsExactly(
            "Sums.java:9:8: [fermata.unresolved] Coroutines are compiled once every name in their"
                + " bodies is known. Sums waited for Missing to the end, and javac finds nothing"
                + " wrong. Have the processor that makes it found by its META-INF/services; if"
                + " there is none, this is a bug in Fermata.");
  }

  /** Where another processor may be at work, what waited for it gets stubs at the end. */
  @Test
  void missingTypeStandsAloneBesideAnotherProcessor() {
    Result result =
        TestCompiler.of(
                caller("Caller", "new Missing();"),
                "package p; class User { Object a = new CallerAsync().call(); }")
            .beside(new LateProcessor())
            .compile();

    assertThat(result.errors()).containsExactly("Caller.java:10:9: cannot find symbol");
  }

  /** And what waited for it in its header gets a face of the functions that do not name it. */
  @Test
  void missingTypeInASignatureStandsAloneBesideAnotherProcessor() {
    Result result =
        TestCompiler.of(
                """
                package p;

                import dev.fermata.Async;
                import dev.fermata.asyncio.Coroutine;

                @Async
                interface Header {
                  default Coroutine<Missing> call() {
                    return null;
                  }

                  default Coroutine<Void> other() {
                    return null;
                  }
                }
                """,
                "package p; class User { Object b = new HeaderAsync().other(); }")
            .option("--should-stop=ifError=FLOW")
            .beside(new LateProcessor())
            .compile();

    assertThat(result.errors()).containsExactly("Header.java:8:21: cannot find symbol");
  }

  @Test
  void missingTypeStandsAloneWhenNothingElseIsGenerated() {
    Result result = TestCompiler.of(caller("Caller", "new Missing();")).compile();

    assertThat(result.errors()).containsExactly("Caller.java:10:9: cannot find symbol");
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void unresolvedNameInASignatureStandsAlone() {
    Result result =
        TestCompiler.of(
                """
                package p;

                import dev.fermata.Async;
                import dev.fermata.asyncio.Coroutine;

                @Async
                interface Caller {
                  default Coroutine<Missing> call() {
                    return null;
                  }
                }
                """)
            .compile();

    assertThat(result.errors()).containsExactly("Caller.java:8:21: cannot find symbol");
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void bodyWaitsForWhatAnotherProcessorMakesInALaterRound() {
    Result result =
        TestCompiler.of(caller("Caller", "new p.Late2();")).beside(new LateProcessor()).compile();

    assertThat(result.errors()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.hasGenerated("p.CallerCoroutines")).isTrue();
  }

  @Test
  void misplacedAwaitAndTypeErrorAreReportedTogether() {
    Result result =
        TestCompiler.of(
                """
                package p;

                import dev.fermata.Async;

                @Async
                final class Last {}
                """,
                caller("Caller", "synchronized (this) { Asyncio.await(call()); }"))
            .compile();

    assertThat(result.errors())
        .containsExactly(
            "Last.java:6:7: [fermata.type-final] The face of an @Async class is its subclass."
                + " Last is final. Remove final from the class.",
            "Caller.java:10:34: [fermata.await-in-synchronized] await cannot stand in a"
                + " synchronized block: the coroutine is left while it waits, and a monitor cannot"
                + " be carried along. This await stands in synchronized (this). Use the asyncio"
                + " Lock, or await before or after the block.");
  }

  /** Error Prone's users compile so: javac goes on after errors, and meets the generated code. */
  @Test
  void errorStandsAloneEvenWhenJavacGoesOn() {
    Result result =
        TestCompiler.of(
                caller("Caller", "synchronized (this) { Asyncio.await(call()); }"),
                "package p; class User { Object field = new CallerAsync().call(); }")
            .option("--should-stop=ifError=FLOW")
            .compile();

    assertThat(result.errors()).hasSize(1);
  }

  @Test
  void typeErrorStandsAloneEvenWhenJavacGoesOn() {
    Result result =
        TestCompiler.of(
                caller("Caller", "int n = \"text\"; missing();"),
                "package p; class User { Object field = new CallerAsync().call(); }")
            .option("--should-stop=ifError=FLOW")
            .compile();

    assertThat(result.errors())
        .containsExactly(
            "Caller.java:10:13: incompatible types: java.lang.String cannot be converted to int",
            "Caller.java:10:21: cannot find symbol");
  }

  @Test
  void crashIsAnErrorAtTheUsersType() {
    Result result =
        TestCompiler.of(SUMS)
            .generator(
                (environment, trees, options) ->
                    (type, report) -> {
                      throw new IllegalStateException("the phase failed");
                    })
            .compile();

    assertThat(result.errors())
        .singleElement()
        .asString()
        .startsWith(
            "Sums.java:9:8: [fermata.crash] Fermata's processor failed; this is a bug in it."
                + " Version unknown, at p.Sums: java.lang.IllegalStateException: the phase failed");
    assertThat(result.compilation().errors().get(0).getMessage(null))
        .contains("at dev.fermata.processor.RoundsTest")
        .contains("Please report it with this trace.");
  }

  @Test
  void withoutTreesTheMachinesAreStubsAndAWarningSaysSo() {
    Result result = TestCompiler.of(SUMS).option("-Afermata.stubs=true").compile();

    assertThat(result.succeeded()).isTrue();
    assertThat(result.warnings())
        .containsExactly(
            "Sums.java:9:8: [fermata.no-trees] Only javac shows a processor the bodies of methods."
                + " This compiler is another one, so the coroutines of Sums throw when they are"
                + " awaited. Build with javac.");
    assertThat(result.generated("p.SumsCoroutines")).contains("throw new IllegalStateException(");
  }

  @Test
  void warningsCanBeTurnedOff() {
    Result result =
        TestCompiler.of(SUMS).option("-Afermata.stubs=true", "-Afermata.warnings=none").compile();

    assertThat(result.compilation().diagnostics()).isEmpty();
  }

  /** Makes Late1 in round 1 and Late2 in round 2. */
  @SupportedAnnotationTypes("*")
  private static final class LateProcessor extends AbstractProcessor {
    private int round;

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      round++;
      if (round <= 2) {
        String name = "p.Late" + round;
        try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          out.write("package p; class Late" + round + " {}");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }
  }
}
