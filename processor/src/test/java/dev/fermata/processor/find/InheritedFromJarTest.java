package dev.fermata.processor.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.TestCompiler;
import dev.fermata.processor.TestCompiler.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A supertype that was compiled before: its machines are called by the names they got then. Names
 * of parameters are those of the class file, which has none unless compiled with {@code
 * -parameters}.
 */
class InheritedFromJarTest {
  private static final String BASE =
      """
      package q;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;

      @Async
      public interface Base<X> {
        default Coroutine<X> put(X x) {
          return Coroutine.of(x);
        }

        default Coroutine<X> put(X x, int n) {
          return Coroutine.of(x);
        }

        default Coroutine<X> put(String s, X x) {
          return Coroutine.of(x);
        }
      }
      """;

  @Test
  void machinesKeepTheirNames(@TempDir Path folder) throws IOException {
    Result base = TestCompiler.of(BASE, "package q; class BaseCoroutines {}").compile();
    assertThat(base.compilation().diagnostics()).isEmpty();
    writeClasses(base, folder);

    Result derived =
        TestCompiler.of("package p; @dev.fermata.Async interface Derived extends q.Base<Long> {}")
            .classPath(folder)
            .compile();

    assertThat(derived.compilation().diagnostics()).isEmpty();
    assertThat(derived.generated("p.DerivedAsync"))
        .contains(
            "public Coroutine<Long> put(Long arg0) {\n"
                + "    return new BaseCoroutines_.Put<Long>(this, arg0);")
        .contains("new BaseCoroutines_.Put2<Long>(this, arg0, arg1);")
        .contains("new BaseCoroutines_.Put3<Long>(this, arg0, arg1);");
  }

  /** The output of the last build on the class path is no type of the user's. */
  @Test
  void recompilingOverOldOutput(@TempDir Path folder) throws IOException {
    Result first = TestCompiler.of(BASE).compile();
    writeClasses(first, folder);

    Result second = TestCompiler.of(BASE).classPath(folder).compile();

    assertThat(second.compilation().diagnostics()).isEmpty();
    assertThat(second.hasGenerated("q.BaseCoroutines")).isTrue();
    assertThat(second.hasGenerated("q.BaseAsync")).isTrue();
  }

  private static void writeClasses(Result result, Path folder) throws IOException {
    for (JavaFileObject file : result.compilation().generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        Path target = folder.resolve(file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", ""));
        Files.createDirectories(target.getParent());
        try (InputStream content = file.openInputStream()) {
          Files.copy(content, target);
        }
      }
    }
  }
}
