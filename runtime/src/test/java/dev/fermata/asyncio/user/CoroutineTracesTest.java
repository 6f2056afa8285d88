package dev.fermata.asyncio.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Driver;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Program;
import dev.fermata.asyncio.codegen.AsyncFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What debug mode says of things that coroutines create: the coroutine functions, at the user's
 * lines. The machines here are written as the processor writes them.
 */
class CoroutineTracesTest {

  @Async
  interface Work {
    default Coroutine<Void> outer(Runnable action) {
      throw new AssertionError("never runs");
    }

    default Coroutine<Void> inner(Runnable action) {
      throw new AssertionError("never runs");
    }
  }

  static final class WorkAsync implements Work {
    @Override
    public Coroutine<Void> outer(Runnable action) {
      return new Outer(this, action);
    }

    @Override
    public Coroutine<Void> inner(Runnable action) {
      return new Inner(action);
    }
  }

  static final class Outer extends AsyncFrame<Void> {
    private final Work self;
    private final Runnable action;

    Outer(Work self, Runnable action) {
      this.self = self;
      this.action = action;
    }

    @Override
    @SuppressWarnings("NullAway")
    protected Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
        throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      if (state == 0) {
        state = 1;
        if (await(driver, self.inner(action)) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return null;
    }

    @Override
    protected StackTraceElement location() {
      return location(Work.class, "outer", "Work.java", 10, 11);
    }
  }

  static final class Inner extends AsyncFrame<Void> {
    private final Runnable action;

    Inner(Runnable action) {
      this.action = action;
    }

    @Override
    @SuppressWarnings("NullAway")
    protected Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
        throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      if (state == 0) {
        state = 1;
        sent = await(driver, Asyncio.sleep(Duration.ZERO));
        if (sent == SUSPENDED) {
          return SUSPENDED;
        }
      }
      // In a part of its own, as those of large bodies are.
      step1();
      return null;
    }

    private void step1() {
      action.run();
    }

    @Override
    protected StackTraceElement location() {
      return location(Work.class, "inner", "Work.java", 20, 21);
    }
  }

  /** Names and files, without the lines that this test has in its own file. */
  private static List<String> brief(Object traceback) {
    return ((List<?>) traceback)
        .stream()
            .map(StackTraceElement.class::cast)
            .map(CoroutineTracesTest::brief)
            .takeWhile(text -> !text.startsWith("runs"))
            .toList();
  }

  private static String brief(StackTraceElement position) {
    String method = position.getMethodName();
    String file = position.getFileName();
    return (method.startsWith("lambda$") ? "lambda" : method)
        + (file != null && file.startsWith("Work")
            ? " " + file + ":" + position.getLineNumber()
            : "");
  }

  /** Runs a coroutine, and returns where it has created a callback that fails. */
  private static List<String> runs(Coroutine<?> coroutine, boolean debug) {
    List<Object> traces = new ArrayList<>();
    EventLoop loop = EventLoop.create();
    loop.setDebug(debug);
    loop.setExceptionHandler((of, context) -> traces.add(context.details().get("sourceTraceback")));
    loop.runUntilComplete(coroutine);
    loop.stop();
    loop.runForever();
    loop.close();
    return brief(traces.get(0));
  }

  private static void fail() {
    Asyncio.getRunningLoop()
        .callSoon(
            () -> {
              throw new IllegalStateException("callback");
            });
  }

  /** The function that was resumed, and the one that awaits it and is not on the stack. */
  @Test
  void ofWhatIsCreatedAfterASuspension() {
    assertThat(runs(new WorkAsync().outer(CoroutineTracesTest::fail), true))
        .containsExactly("fail", "inner Work.java:21", "outer Work.java:11");
  }

  @Test
  void ofWhatALambdaInACoroutineCreates() {
    assertThat(runs(new WorkAsync().outer(() -> List.of(1).forEach(i -> fail())), true))
        .containsExactly(
            "fail", "lambda", "forEach", "lambda", "inner Work.java:21", "outer Work.java:11");
  }

  /** Prints where things were created by coroutines that call each other without a suspension. */
  static final class Creating {
    public static void main(String[] args) {
      System.out.println(runs(new First(CoroutineTracesTest::fail), true));
    }
  }

  /** A function that does something before it awaits. */
  static final class First extends AsyncFrame<Void> {
    private final Runnable action;

    First(Runnable action) {
      this.action = action;
    }

    @Override
    @SuppressWarnings("NullAway")
    protected Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
        throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      if (state == 0) {
        state = 1;
        if (await(driver, new Now(action)) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      return null;
    }

    @Override
    protected StackTraceElement location() {
      return location(Work.class, "first", "Work.java", 30, 31);
    }
  }

  /** A function that does something and never suspends. */
  static final class Now extends AsyncFrame<Void> {
    private final Runnable action;

    Now(Runnable action) {
      this.action = action;
    }

    @Override
    @SuppressWarnings("NullAway")
    protected Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
        throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      action.run();
      return null;
    }

    @Override
    protected StackTraceElement location() {
      return location(Work.class, "now", "Work.java", 40);
    }
  }

  @Test
  void ofWhatIsCreatedBeforeASuspensionIfThePropertyIsSet()
      throws IOException, InterruptedException {
    assertThat(Program.run(Creating.class, "-Dfermata.debug=true").output().lines())
        .containsExactly("[fail, now Work.java:40, first Work.java:31]");
  }

  /** Where the first of these is not known, the generated class is shown, the rest as ever. */
  @Test
  void ofWhatIsCreatedBeforeASuspensionOtherwise() {
    assertThat(runs(new First(CoroutineTracesTest::fail), true))
        .containsExactly("fail", "step", "first Work.java:31");
  }

  /** Prints where a coroutine was created that nobody awaits, and the same with all frames. */
  static final class Forgetting {
    public static void main(String[] args) throws InterruptedException {
      List<Object> traces = new CopyOnWriteArrayList<>();
      EventLoop loop = EventLoop.create();
      loop.setExceptionHandler(
          (of, context) -> traces.add(context.details().get("sourceTraceback")));
      loop.runUntilComplete(new First(Forgetting::forget));
      while (traces.isEmpty()) {
        System.gc();
        Thread.sleep(1);
        loop.stop();
        loop.runForever();
      }
      loop.close();
      System.out.println(brief(traces.get(0)));
    }

    private static void forget() {
      new WorkAsync().inner(() -> {});
    }
  }

  @Test
  void ofACoroutineThatIsNeverAwaited() throws IOException, InterruptedException {
    assertThat(Program.run(Forgetting.class, "-Dfermata.debug=true").output().lines())
        .containsExactly("[forget, now Work.java:40, first Work.java:31, main]");
  }

  @Test
  void generatedFramesAreShownToThoseWhoAsk() throws IOException, InterruptedException {
    String output =
        Program.run(Forgetting.class, "-Dfermata.debug=true", "-Dfermata.generatedFrames=true")
            .output();
    assertThat(output).startsWith("[<init>, inner, forget, step, drive, step, run,");
  }

  /** Prints the stack trace of what a coroutine throws that was suspended. */
  static final class Failing {
    public static void main(String[] args) {
      try {
        Asyncio.run(new WorkAsync().outer(Failing::fail));
      } catch (IllegalArgumentException e) {
        System.out.println(brief(List.of(e.getStackTrace())));
      }
    }

    private static void fail() {
      throw new IllegalArgumentException("action");
    }
  }

  /** Of machines whose lines are not known the innermost is shown as it is. */
  @Test
  void ofExceptions() throws IOException, InterruptedException {
    assertThat(Program.run(Failing.class).output().lines())
        .containsExactly("[fail, step1, step, outer Work.java:11, Task-1, main]");
  }

  @Test
  void generatedFramesOfExceptionsAreShownToThoseWhoAsk() throws IOException, InterruptedException {
    assertThat(Program.run(Failing.class, "-Dfermata.generatedFrames=true").output())
        .startsWith("[fail, step1, step, drive, outer Work.java:11, Task-1, ")
        .endsWith("main]" + System.lineSeparator());
  }
}
