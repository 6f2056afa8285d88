package dev.fermata.processor.detached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.diag.TreeAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/**
 * Files whose coroutines stand beside a record with a canonical constructor, compiled by a plain
 * javac from folders. What they mean when they run is for the corpus.
 */
class DetachedCompilerTest extends FolderCompiler {

  private static final String RECORD =
      """

        record Point(int x) {
          public Point {
            x = Math.abs(x);
          }
        }
      }
      """;

  @Test
  void readsClassFilesOfThePathOtherSourcesAndPackageAnnotations() throws IOException {
    write(
        "library/q/Lib.java", "package q; public class Lib { public static class In { int x; } }");
    write(
        "library/p/Hidden.java",
        "package p; class Hidden { static q.Lib.In in() { return null; } }");
    assertThat(javac("library", "-proc:none", "-d", at("classes"))).isEmpty();
    write("src/p/package-info.java", "@org.jspecify.annotations.NullMarked package p;");
    write("src/p/Other.java", "package p; class Other { q.Lib.In in = Hidden.in(); }");
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async interface User {
              default Coroutine<Object> use(Other other) {
                var in = await(Coroutine.of(other.in));
                return Coroutine.of(await(Coroutine.of(new Point(1))) + "" + in);
              }
            """
            + RECORD);

    assertThat(javac("src", "-d", at("out"), "-cp", classPath(at("classes")))).isEmpty();
    assertThat(folder.resolve("out/p/UserCoroutines$Use.class")).exists();
  }

  @Test
  void oneErrorAtItsOwnLine() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async interface User {
              default Coroutine<Object> use() {
                int n = "text";
                return Coroutine.of(await(Coroutine.of(n)));
              }
            """
            + RECORD);

    for (List<String> more : List.of(List.<String>of(), List.of("--should-stop=ifError=FLOW"))) {
      List<String> arguments = new ArrayList<>(List.of("-d", at("out"), "-cp", classPath()));
      arguments.addAll(more);
      assertThat(javac("src", arguments.toArray(String[]::new)))
          .containsExactly(
              "User.java:9:13 incompatible types: java.lang.String cannot be converted to int");
    }
  }

  @Test
  void findingsOfOurOwnAreAtTheUsersTrees() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async interface User {
              default Coroutine<Object> use() {
                synchronized (this) {
                  await(use());
                }
                return Coroutine.of(1);
              }
            """
            + RECORD);
    write(
        "src/p/Outside.java",
        HEADER
            + """
            interface Outside {
              default Coroutine<Object> use() {
                return Coroutine.of(await(use()));
              }
            """
            + RECORD);

    assertThat(javac("src", "-d", at("out"), "-cp", classPath()))
        .satisfiesExactlyInAnyOrder(
            error -> assertThat(error).startsWith("User.java:10:7 [fermata.await-in-synchronized]"),
            error ->
                assertThat(error).startsWith("Outside.java:9:25 [fermata.await-outside-async]"));
  }

  @Test
  void missingNameIsReportedOnce() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async interface User {
              default Coroutine<Object> use() {
                return Coroutine.of(await(new Missing().call()));
              }
            """
            + RECORD);

    assertThat(javac("src", "-d", at("out"), "-cp", classPath()))
        .singleElement()
        .asString()
        .startsWith("User.java:9:35 cannot find symbol");
  }

  /** The module's own packages, those of a named module and of an automatic one. */
  @Test
  void inNamedModules() throws IOException {
    write("lib/module-info.java", "module lib { exports q; }");
    write("lib/q/Lib.java", "package q; public record Lib(int x) { public Lib { x++; } }");
    assertThat(javac("lib", "-proc:none", "-d", at("mods/lib"))).isEmpty();
    write(
        "app/module-info.java",
        "module app { requires lib; requires dev.fermata.asyncio; requires dev.fermata.annotations; requires java.logging; }");
    write("app/p/inner/Helper.java", "package p.inner; public class Helper { public int n; }");
    write(
        "app/p/User.java",
        HEADER
            + """
            @Async interface User {
              default Coroutine<Object> use(p.inner.Helper helper) {
                java.util.logging.Level level = await(Coroutine.of(java.util.logging.Level.INFO));
                var lib = new q.Lib(await(Coroutine.of(helper.n)));
                return Coroutine.of(await(Coroutine.of(new Point(lib.x()))) + "" + level);
              }
            """
            + RECORD);

    assertThat(javac("app", "-d", at("out"), "--module-path", modulePath(at("mods/lib"))))
        .isEmpty();
    assertThat(folder.resolve("out/p/UserCoroutines$Use.class")).exists();
  }

  @Test
  void seesWhatAnOptionOpens() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async interface User {
              default Coroutine<Object> use() {
                return Coroutine.of(await(Coroutine.of(jdk.internal.misc.VM.maxDirectMemory())));
              }
            """
            + RECORD);
    String export = "java.base/jdk.internal.misc=ALL-UNNAMED";

    assertThat(javac("src", "-d", at("out"), "-cp", classPath(), "--add-exports", export))
        .isEmpty();
  }

  /** A compiler that does not hand out its class files: what it hides is never code that throws. */
  @Test
  void errorsThatTheFirstCompilerDoesNotComeToAreReportedAtTheRecord() throws IOException {
    write("src/p/User.java", HEADER + "@Async interface User {" + RECORD);

    assertThat(javac("src", new Expecting(), "-d", at("out"), "-cp", classPath()))
        .singleElement()
        .asString()
        .startsWith("User.java:9:12 [fermata.second-compiler]")
        .contains("For User that failed: no such class.");
  }

  /** The platform of a release is another one than this JDK's. */
  @Test
  void forAnOlderRelease() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async interface User {
              default Coroutine<Object> use(boolean b) {
                var c = b ? new java.util.ArrayList<Integer>() : new java.util.ArrayDeque<Integer>();
                await(Coroutine.of(new Point(1)));
                return Coroutine.of(c.size());
              }
            """
            + RECORD);

    assertThat(javac("src", "-d", at("out"), "-cp", classPath(), "--release", "17")).isEmpty();
  }

  /** Expects an error that does not come. */
  @SupportedAnnotationTypes("dev.fermata.Async")
  private static final class Expecting extends AbstractProcessor {
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      TreeAccess trees = TreeAccess.of(processingEnv).orElseThrow();
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        new DetachedCompiler(processingEnv, trees).expect(List.of("no such class"), type);
      }
      return false;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }
  }
}
