package dev.fermata.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.processor.TestCompiler;
import dev.fermata.processor.TestCompiler.Result;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods that JUnit calls are coroutine functions though they return nothing. */
class TestMethodsTest {

  private static final String IMPORTS =
      """
      package p;

      import static dev.fermata.asyncio.Asyncio.*;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;
      import java.time.Duration;
      import java.util.ArrayList;
      import java.util.List;
      import org.junit.jupiter.api.*;
      import org.junit.jupiter.params.ParameterizedTest;
      import org.junit.jupiter.params.provider.ValueSource;

      """;

  private static Object call(Object face, Class<?> declaring, String name, Object... arguments)
      throws ReflectiveOperationException {
    Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {int.class};
    Method method = declaring.getDeclaredMethod(name, types);
    method.setAccessible(true);
    EventLoop loop = EventLoop.create();
    Asyncio.setEventLoop(loop);
    try {
      return method.invoke(face, arguments);
    } finally {
      Asyncio.setEventLoop(null);
      loop.close();
    }
  }

  @Test
  void runToTheirEnd() throws ReflectiveOperationException {
    Result result =
        TestCompiler.of(
                IMPORTS
                    + """
                    @Async
                    public class FooTest {
                      public final List<String> trace = new ArrayList<>();

                      @BeforeEach
                      void setUp() {
                        await(sleep(Duration.ZERO));
                        trace.add("set up");
                      }

                      @Test
                      protected void falls() throws Exception {
                        for (int i = 0; i < 2; i++) {
                          trace.add("falls " + await(twice(i)));
                        }
                      }

                      @ParameterizedTest
                      @ValueSource(ints = {1, 2})
                      public void returns(int n) {
                        try {
                          if (await(twice(n)) == 2) {
                            return;
                          }
                          trace.add("went on");
                        } finally {
                          await(sleep(Duration.ZERO));
                          trace.add("returns " + n);
                        }
                      }

                      @RepeatedTest(2)
                      void fails() throws java.io.IOException {
                        await(sleep(Duration.ZERO));
                        throw new java.io.IOException("no");
                      }

                      @Test
                      void ordinary() {
                        trace.add("in " + (getRunningLoop() != null));
                      }

                      @BeforeAll
                      static void once() {}

                      void plain() {
                        trace.add("plain");
                      }

                      Coroutine<Integer> twice(int n) {
                        await(sleep(Duration.ZERO));
                        return Coroutine.of(2 * n);
                      }
                    }
                    """)
            .pipeline()
            .compile();
    Object face = result.create("p.FooTestAsync");
    Class<?> type = face.getClass().getSuperclass();
    call(face, type, "setUp");
    call(face, type, "falls");
    call(face, type, "returns", 1);
    call(face, type, "returns", 2);
    call(face, type, "ordinary");
    call(face, type, "plain");
    assertThatThrownBy(() -> call(face, type, "fails"))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(java.io.IOException.class);
    assertThat((List<?>) type.getField("trace").get(face))
        .asString()
        .isEqualTo("[set up, falls 0, falls 2, returns 1, went on, returns 2, in true, plain]");
    assertThat(result.generated("p.FooTestAsync"))
        .contains("  @Override\n  void setUp() {")
        .contains("Asyncio.getEventLoop().runUntilComplete(new FooTestCoroutines.Returns(this, n))")
        .doesNotContain("plain()");
  }

  @Test
  void areInherited() throws ReflectiveOperationException {
    Result result =
        TestCompiler.of(
                IMPORTS
                    + """
                    @Async
                    public abstract class Base {
                      public final List<String> trace = new ArrayList<>();

                      @Target({java.lang.annotation.ElementType.METHOD})
                      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                      @Test
                      @interface Slow {}

                      @Slow
                      void slow() {
                        await(sleep(Duration.ZERO));
                        trace.add("slow");
                      }
                    }
                    """
                        .replace("@Target", "@java.lang.annotation.Target"),
                IMPORTS
                    + """
                    @Async
                    public class DerivedTest extends Base {}
                    """)
            .pipeline()
            .compile();
    Object face = result.create("p.DerivedTestAsync");
    Class<?> base = face.getClass().getSuperclass().getSuperclass();
    call(face, base, "slow");
    assertThat((List<?>) base.getField("trace").get(face)).asString().isEqualTo("[slow]");
  }

  @Test
  void ofOtherTypesAreNot() {
    Result result =
        TestCompiler.of(
                IMPORTS
                    + """
                    public class FooTest {
                      @Test
                      void test() {
                        await(sleep(Duration.ZERO));
                      }
                    }
                    """)
            .compile();
    assertThat(result.compilation().errors()).hasSize(1);
    assertThat(result.compilation().errors().get(0).toString()).contains("await-outside-async");
  }
}
