package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.ExceptionContext;
import dev.fermata.asyncio.Future;
import dev.fermata.asyncio.Generator;
import dev.fermata.asyncio.Task;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the stack traces of exceptions show that cross awaits: the user's functions, at the user's
 * lines. Lines are named by the comment at their end, see {@code traces/Work.java}.
 */
final class StackTraceTest {

  private static final String MAIN = "Task main";

  private static List<String> source = List.of();
  private static Object work;

  private final EventLoop loop = EventLoop.create();
  private final List<Throwable> seen = new ArrayList<>();

  @BeforeAll
  static void compile() throws Exception {
    String text;
    try (InputStream in = StackTraceTest.class.getResourceAsStream("/traces/Work.java")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    source = text.lines().toList();
    work =
        TestCompiler.of(text).generator(CarefulGenerator::new).compile().create("traces.WorkAsync");
  }

  @AfterEach
  void close() {
    loop.close();
  }

  private static Object call(String name, Object... arguments) {
    try {
      for (Method method : work.getClass().getMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
          return method.invoke(work, arguments);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
    throw new AssertionError("no such function: " + name);
  }

  private Throwable fails(String name, Object... arguments) {
    Task<?> main = loop.createTask((Coroutine<?>) call(name, arguments), "main");
    return catchThrowable(() -> loop.runUntilComplete(main));
  }

  private void runs(String name, Object... arguments) {
    loop.runUntilComplete(loop.createTask((Coroutine<?>) call(name, arguments), "main"));
  }

  /** The trace without what this test and its framework have on the stack. */
  private static List<String> trace(@Nullable Throwable failure) {
    return Arrays.stream(Objects.requireNonNull(failure).getStackTrace())
        .filter(
            element ->
                Stream.of(StackTraceTest.class.getName(), "org.", "jdk.", "java.lang.reflect.")
                    .noneMatch(element.getClassName()::startsWith))
        .map(StackTraceTest::brief)
        .filter(text -> !text.equals("java.util.ArrayList.forEach"))
        .toList();
  }

  private static String brief(StackTraceElement element) {
    String file = element.getFileName();
    int line = element.getLineNumber();
    String type = element.getClassName();
    if ("Work.java".equals(file) && line > 0) {
      String text = source.get(line - 1);
      int comment = text.lastIndexOf("// ");
      return type.replace("traces.", "")
          + "."
          + element.getMethodName()
          + " "
          + (comment < 0 ? "?" + text.strip() : text.substring(comment + 3));
    } else if (file != null && file.endsWith("boundary")) {
      return type + " " + element.getMethodName().replaceAll("Task-\\d+", "Task-N");
    } else if (line < 0) {
      return type + "." + element.getMethodName() + " " + file;
    }
    return type + "." + element.getMethodName();
  }

  private static final String[] QUARTER = {
    "Work.lambda$leaf$0 thrown", "java.util.Arrays$ArrayList.forEach", "Work.leaf forEach",
  };

  /** The trace of what {@code leaf} throws, awaited by these. */
  private static String[] quarter(String... awaiting) {
    List<String> all = new ArrayList<>(List.of(QUARTER));
    all.addAll(List.of(awaiting));
    return all.toArray(String[]::new);
  }

  @Test
  void afterASuspension() {
    assertThat(trace(fails("outer", 2)))
        .containsExactly(quarter("Work.middle middle", "Work.outer outer", MAIN));
  }

  @Test
  void beforeAnySuspension() {
    assertThat(trace(fails("outer", 0)))
        .containsExactly(quarter("Work.middle middle", "Work.outer outer", MAIN));
  }

  @Test
  void endsWhereTheLoopWasAskedToRun() {
    Throwable failure = fails("leaf", 2);
    StackTraceElement[] trace = failure.getStackTrace();
    assertThat(Arrays.stream(trace).map(StackTraceElement::getClassName))
        .contains(StackTraceTest.class.getName())
        .noneMatch(type -> type.startsWith("dev.fermata.asyncio"))
        .noneMatch(type -> type.contains("Coroutines"));
  }

  @Test
  void ofAPrivateFunctionOfTheInterface() {
    assertThat(trace(fails("middle", 5)))
        .containsExactly("Work.half five", "Work.leaf half", "Work.middle middle", MAIN);
  }

  @Test
  void ofALocalClass() {
    assertThat(trace(fails("local", 3)))
        .containsExactly("Work$Pair.<init> order", "Work.local pair", MAIN);
  }

  @Test
  void ofALambdaThatIsACoroutine() {
    List<String> trace = trace(fails("lambda", 2));
    assertThat(trace).startsWith(quarter("Work.middle middle", "Work.lambda inLambda"));
    assertThat(trace).endsWith(MAIN);
  }

  @Test
  void acrossTasks() {
    assertThat(trace(fails("inTasks", 2)))
        .containsExactly(
            quarter(
                "Work.middle middle",
                "Task worker",
                "Work.inTask inTask",
                "Task manager",
                "Work.inTasks inTasks",
                MAIN));
  }

  @Test
  void ofATaskThatHasFailedBefore() {
    String[] common = quarter("Work.middle middle", "Task worker");
    assertThat(trace(fails("inTaskThatIsDone", 2)))
        .startsWith(common)
        .endsWith("Work.inTaskThatIsDone inTaskThatIsDone", MAIN)
        .hasSize(common.length + 2);
    assertThat(trace(fails("resultOf", 2)))
        .startsWith(common)
        .endsWith("Work.resultOf resultOf", MAIN)
        .hasSize(common.length + 2);
  }

  @Test
  void throughGatherAndShield() {
    assertThat(trace(fails("gathered", 2)))
        .containsExactly(
            quarter(
                "Work.middle middle",
                "Task worker",
                "Work.inTask inTask",
                "Task Task-N",
                "Future await",
                "Work.gathered gathered",
                MAIN));
    List<String> trace = trace(fails("shielded", 2));
    assertThat(trace).startsWith(quarter("Work.middle middle"));
    assertThat(trace.subList(5, 8)).containsExactly("Future await", "Work.shielded shielded", MAIN);
  }

  @Test
  void ofWhatIsAwaitedAgainDoesNotGrow() {
    runs("awaitedTwice", (Consumer<Throwable>) this::see);
    assertThat(new HashSet<>(traces)).hasSize(2);
    String[] common = quarter("Work.middle middle", "Task worker");
    assertThat(traces.get(99))
        .startsWith(common)
        .endsWith("Work.awaitedTwice again", MAIN)
        .hasSize(common.length + 2);
    assertThat(traces.get(100)).endsWith("Work.awaitedTwice elsewhere", MAIN);
    assertThat(new HashSet<>(seen)).hasSize(1);
  }

  private final List<List<String>> traces = new ArrayList<>();

  private void see(Throwable failure) {
    seen.add(failure);
    traces.add(trace(failure));
  }

  @Test
  void isCompleteWhereItIsCaught() {
    runs("catching", 2, (Consumer<Throwable>) this::see);
    runs("catching", 0, (Consumer<Throwable>) this::see);
    assertThat(traces)
        .allSatisfy(
            trace ->
                assertThat(trace)
                    .containsExactly(
                        quarter(
                            "Work.middle middle",
                            "Work.caught caught",
                            "Work.catching catching",
                            MAIN)));
  }

  @Test
  void ofCausesAndSuppressedExceptions() {
    Throwable failure = fails("wrapping", 2);
    assertThat(trace(failure)).containsExactly("Work.wrapping wrapping", MAIN);
    assertThat(trace(failure.getCause())).containsExactly(quarter("Work.wrapping wrapped", MAIN));

    failure = fails("parsing", "x");
    assertThat(trace(failure)).containsExactly("Work.parsing noNumber", MAIN);
    assertThat(trace(failure.getCause())).endsWith("Work.parsing parsing", MAIN);

    failure = fails("closing");
    assertThat(trace(failure)).containsExactly("Work.closing first", MAIN);
    assertThat(trace(failure.getSuppressed()[0])).startsWith("Work.lambda$closing$0 closed");
    assertThat(trace(failure.getSuppressed()[0])).endsWith(MAIN);
  }

  @Test
  void ofGenerators() {
    assertThat(trace(fails("summing", 2)))
        .containsExactly(
            "Work.numbers generator",
            "Work.numbers delegating",
            "Work.numbers delegating",
            "Work.summing summing",
            MAIN);
    Generator<?> numbers = (Generator<?>) call("numbers", 1);
    numbers.next();
    numbers.next();
    assertThat(trace(catchThrowable(numbers::next)))
        .startsWith("Work.numbers generator", "Work.numbers delegating");
  }

  @Test
  void ofAsynchronousGenerators() {
    assertThat(trace(fails("counting")))
        .containsExactly(
            quarter("Work.middle middle", "Work.ticks ticking", "Work.counting counting", MAIN));
  }

  @Test
  void ofContextManagers() {
    Throwable failure = fails("managed");
    assertThat(trace(failure)).startsWith("Work$Scope.aexit made at leaving");
    assertThat(trace(failure)).endsWith(MAIN);
  }

  @Test
  void ofAnExceptionThatIsThrownAgainAndAgain() {
    runs("throwsCached", (Consumer<Throwable>) this::see);
    assertThat(new HashSet<>(traces)).hasSize(1);
    assertThat(traces.get(0))
        .startsWith("Work.<clinit> made")
        .endsWith("Work.cached resumed", "Task cached", "Work.throwsCached throwsCached", MAIN);
  }

  @Test
  void ofAnExceptionThatManyGet() {
    List<Future<Integer>> futures = new ArrayList<>();
    List<Task<?>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      futures.add(loop.createFuture());
      waiting.add(loop.createTask((Coroutine<?>) call("waits", futures.get(i)), "waits"));
    }
    Throwable failure = new IllegalStateException("all");
    int own = failure.getStackTrace().length;
    runs("failsAll", futures, failure);
    turn();
    assertThat(waiting).allSatisfy(task -> assertThat(task.exception()).isSameAs(failure));
    assertThat(failure.getStackTrace()).hasSize(own + 3);
    assertThat(brief(failure.getStackTrace()[own])).isEqualTo("Future await");
    assertThat(brief(failure.getStackTrace()[own + 1])).isEqualTo("Work.waits waits");
  }

  private void turn() {
    loop.callSoon(loop::stop);
    loop.runForever();
  }

  @Test
  void ofStagesOfTheJdk() {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    loop.callLater(
        Duration.ofMillis(1), () -> stage.completeExceptionally(new IllegalStateException("late")));
    assertThat(trace(fails("stage", stage)))
        .containsExactly("Future await", "Work.stage stage", MAIN);
    assertThat(Arrays.stream(fails("stage", stage).getStackTrace()).map(StackTraceTest::brief))
        .containsSubsequence("Throwable.throw thrown here", "Work.stage stage", MAIN);
  }

  @Test
  void ofACancellationSaysWhereTheTaskStood() {
    Throwable failure = fails("cancels", (Consumer<Throwable>) this::see);
    assertThat(traces).containsExactly(List.of("Work.cancelled cancelled", "Task worker"));
    assertThat(trace(failure))
        .containsExactly("Work.cancelled cancelled", "Task worker", "Work.cancels cancels", MAIN);
  }

  @Test
  void ofACallback() {
    List<ExceptionContext> reports = new ArrayList<>();
    loop.setExceptionHandler((of, context) -> reports.add(context));
    runs("schedules");
    assertThat(trace(reports.get(0).exception()))
        .containsExactly("Work.lambda$schedules$0 callback");
  }

  @Test
  void isThatOfGetStackAndPrintStack() {
    Task<?> main = loop.createTask((Coroutine<?>) call("inTask", 2), "main");
    assertThat(catchThrowable(() -> loop.runUntilComplete(main))).isNotNull();
    List<String> stack = new ArrayList<>();
    main.getStack().forEach(position -> stack.add(brief(position)));
    Collections.reverse(stack);
    assertThat(stack).containsExactly(quarter("Work.middle middle", "Work.inTask inTask"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    main.printStack(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .contains("  at traces.Work.inTask(Work.java:" + line("// inTask") + ")");
  }

  private static int line(String comment) {
    int line = 0;
    while (!source.get(line).endsWith(comment)) {
      line++;
    }
    return line + 1;
  }

  @Test
  void isReportedIfNobodyAsksForIt() {
    List<ExceptionContext> reports = new ArrayList<>();
    loop.setExceptionHandler((of, context) -> reports.add(context));
    loop.createTask((Coroutine<?>) call("middle", 0), "lost");
    turn();
    loop.close();
    assertThat(reports).hasSize(1);
    assertThat(trace(reports.get(0).exception()))
        .containsExactly(quarter("Work.middle middle", "Task lost"));
  }

  @Test
  void theReportOfASlowCallbackSaysFromWhere() {
    List<String> logged = new ArrayList<>();
    Handler capture =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.fermata.asyncio");
    logger.setUseParentHandlers(false);
    logger.addHandler(capture);
    loop.setDebug(true);
    loop.setSlowCallbackDuration(Duration.ofNanos(1));
    runs("pauses", (Runnable) () -> loop.setSlowCallbackDuration(Duration.ZERO));
    logger.removeHandler(capture);
    logger.setUseParentHandlers(true);
    assertThat(logged)
        .filteredOn(line -> line.contains("name='main'"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "seconds, resumed at traces.Work.blocks(Work.java:"
                            + line("// blocks")
                            + "): meanwhile nothing else could run"));
  }

  @Test
  void ofDeepRecursionSaysHowManyAreLeftOut() {
    int depth = 1_000_000;
    StackTraceElement[] trace = fails("deep", depth).getStackTrace();
    List<String> brief = Arrays.stream(trace).map(StackTraceTest::brief).toList();
    assertThat(brief).startsWith("Work.deep bottom", "Work.deep deep");
    assertThat(brief).contains(MAIN);
    int shown = 1 + Collections.frequency(brief, "Work.deep deep");
    assertThat(brief).contains("Task.await " + (depth + 1 - shown) + " more left out");
    assertThat(shown).isBetween(512, 1024);
  }

  @Test
  void costsTheSameHoweverManyAwait() {
    runs("failingAtEachLevel", 20_000);
  }

  @Test
  void ofAnExceptionWithoutOneStaysEmpty() {
    Throwable failure = new Unwritable();
    Future<Integer> future = loop.createFuture();
    future.setException(failure);
    assertThat(fails("waits", future)).isSameAs(failure);
    assertThat(failure.getStackTrace()).isEmpty();
  }

  private static final class Unwritable extends RuntimeException {
    Unwritable() {
      super("unwritable", null, false, false);
    }
  }
}
