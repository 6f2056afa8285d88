package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tasks that nobody holds: those that nothing can wake are reported, all others go on. */
class LostTasksTest extends LoopTest {

  /** What a test holds of a world in which some task waits. */
  private @Nullable Object held;

  // ---- those that are lost ----

  /** Collects garbage until something is reported. */
  private ExceptionContext untilReported() throws InterruptedException {
    List<ExceptionContext> reports = List.of();
    for (int i = 0; i < 1000 && reports.isEmpty(); i++) {
      System.gc();
      Thread.sleep(1);
      turns(1);
      reports = takeReports();
    }
    assertThat(reports).hasSize(1);
    ExceptionContext report = reports.get(0);
    assertThat(report.message()).startsWith("Task was destroyed but it is pending!");
    return report;
  }

  private Awaitable<?> never() {
    return loop.createFuture();
  }

  private static Coroutine<?> waitingFor(Supplier<Awaitable<?>> awaited) {
    return TestFrame.of(f -> f.at() == 0 ? f.await(1, awaited.get()) : f.sent());
  }

  @Test
  void oneWhoseFutureNobodyHolds() throws InterruptedException {
    loop.createTask(waitingFor(this::never), TaskOptions.defaults().name("hang"));
    turns(1);
    assertThat(Asyncio.allTasks(loop)).hasSize(1);
    ExceptionContext report = untilReported();
    assertThat(report.future()).isNull();
    assertThat(report.details())
        .containsEntry(
            "lostTask",
            "<Task pending name='hang' coro=<TestFrame.body() running at TestFrame.java:101>>");
    assertThat(report.details())
        .extractingByKey("taskStack")
        .asString()
        .isEqualTo("[dev.fermata.asyncio.TestFrame.body(TestFrame.java:101)]");
    assertThat(report.details()).doesNotContainKey("sourceTraceback");
    assertThat(Asyncio.allTasks(loop)).isEmpty();
  }

  @Test
  void itsNumberIsItsName() throws InterruptedException {
    String name = loop.createTask(waitingFor(this::never)).getName();
    turns(1);
    assertThat(untilReported().details())
        .extractingByKey("lostTask")
        .asString()
        .contains("name='" + name + "'");
  }

  @Test
  void inDebugModeWhereItWasCreated() throws InterruptedException {
    loop.setDebug(true);
    loop.createTask(waitingFor(this::never));
    turns(1);
    assertThat(untilReported().details()).containsKey("sourceTraceback");
  }

  @Test
  void itIsReportedWhereItStandsLast() throws InterruptedException {
    Future<Object> first = loop.createFuture();
    loop.createTask(
        TestFrame.of(
            f ->
                switch (f.at()) {
                  case 0 -> f.await(1, first);
                  case 1 -> f.await(2, loop.createFuture());
                  default -> f.sent();
                }));
    turns(1);
    first.setResult("now");
    turns(1);
    assertThat(untilReported().details())
        .extractingByKey("lostTask")
        .asString()
        .contains("TestFrame.java:102");
  }

  @Test
  void oneWithTheRuntimesOwnCoroutinesInnermost() throws InterruptedException {
    Lock lock = new Lock();
    loop.createTask(lock.acquire());
    loop.createTask(waitingFor(new AtomicReference<>(lock.acquire())::get));
    lock = null;
    turns(2);
    assertThat(untilReported().details())
        .extractingByKey("lostTask")
        .asString()
        .contains("coro=<TestFrame.body() running at TestFrame.java:101>");
  }

  @Test
  void oneThatBeganEagerly() throws InterruptedException {
    run(
        () ->
            loop.createTask(
                waitingFor(this::never), TaskOptions.defaults().eagerStart(true).name("eager")));
    assertThat(untilReported().details()).extractingByKey("lostTask").asString().contains("eager");
  }

  /** A generator that is suspended in an await is kept by the task that asked for the value. */
  @Test
  void oneThatWaitsWithinAnAsynchronousGenerator() throws InterruptedException {
    loop.createTask(waitingFor(() -> hangingGenerator().anext()));
    turns(1);
    untilReported();
    loop.runUntilComplete(loop.shutdownAsyncgens());
  }

  private AsyncGenerator<String> hangingGenerator() {
    Future<?> variable = loop.createFuture();
    return TestAsyncGenerator.of(g -> g.at() == 0 ? g.await(1, variable) : variable);
  }

  @Test
  void oneWhoseFutureIsAmongItsOwnVariables() throws InterruptedException {
    loop.createTask(hanging());
    turns(1);
    untilReported();
  }

  private Coroutine<?> hanging() {
    Future<?> variable = loop.createFuture();
    return TestFrame.of(f -> f.at() == 0 ? f.await(1, variable) : variable);
  }

  @Test
  void oneThatWasCancelledAndWentOn() throws InterruptedException {
    loop.createTask(TestFrame.catching(f -> f.await(1, loop.createFuture())));
    turns(1);
    Asyncio.allTasks(loop).forEach(Task::cancel);
    turns(1);
    untilReported();
  }

  @Test
  void twoThatWaitForEachOther() throws InterruptedException {
    Task<?>[] tasks = new Task<?>[2];
    tasks[0] = loop.createTask(waitingFor(() -> tasks[1]));
    tasks[1] = loop.createTask(waitingFor(() -> tasks[0]));
    turns(1);
    tasks[0] = tasks[1] = null;
    // Each is a value of the other's coroutine only.
    List<Object> lost = new ArrayList<>();
    for (int i = 0; i < 1000 && lost.size() < 2; i++) {
      System.gc();
      Thread.sleep(1);
      turns(1);
      takeReports().forEach(report -> lost.add(report.message()));
    }
    assertThat(lost).hasSize(2);
  }

  @Test
  void tasksOfALostGroup() throws InterruptedException {
    loop.createTask(
        new TaskGroup()
            .with(
                group -> {
                  group.createTask(waitingFor(this::never), TaskOptions.defaults().name("child"));
                  return Coroutine.completed();
                }),
        TaskOptions.defaults().name("parent"));
    turns(3);
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < 1000 && lost.size() < 2; i++) {
      System.gc();
      Thread.sleep(1);
      turns(1);
      takeReports().forEach(report -> lost.add(String.valueOf(report.details().get("lostTask"))));
    }
    assertThat(lost)
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains("child"),
            text -> assertThat(text).contains("parent"));
  }

  /** As in CPython, what gather makes tasks of is gather's affair. */
  @Test
  void coroutinesOfALostGatherAreNotReportedOneByOne() throws InterruptedException {
    loop.createTask(
        waitingFor(() -> Asyncio.gather(waitingFor(this::never), waitingFor(this::never))),
        TaskOptions.defaults().name("gathering"));
    turns(2);
    assertThat(Asyncio.allTasks(loop)).hasSize(3);
    assertThat(untilReported().details())
        .extractingByKey("lostTask")
        .asString()
        .contains("gathering");
    assertThat(Asyncio.allTasks(loop)).isEmpty();
  }

  /** The loop sleeps with nothing to wake it but the report. */
  @Test
  void aSleepingLoopIsWoken() throws InterruptedException {
    Thread[] handlersThread = new Thread[1];
    loop.setExceptionHandler(
        (loop, report) -> {
          trace.add(report.message());
          handlersThread[0] = Thread.currentThread();
          loop.stop();
        });
    loop.createTask(waitingFor(this::never));
    CountDownLatch ended = new CountDownLatch(1);
    Thread collector =
        new Thread(
            () -> {
              try {
                while (!ended.await(1, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                  System.gc();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    collector.start();
    loop.runForever();
    ended.countDown();
    collector.join();
    assertThat(trace).hasSize(1);
    assertThat(handlersThread[0]).isSameAs(Thread.currentThread());
  }

  @Test
  void whatWasCollectedIsReportedWhenTheLoopIsClosed() throws InterruptedException {
    loop.createTask(waitingFor(this::never));
    turns(1);
    for (int i = 0; i < 1000 && !Asyncio.allTasks(loop).isEmpty(); i++) {
      System.gc();
      Thread.sleep(1);
    }
    loop.close();
    assertThat(takeReports())
        .singleElement()
        .extracting(report -> report.details().get("lostTask"))
        .isNotNull();
  }

  @Test
  void manyAreAllReportedWhenTheLoopIsClosed() throws InterruptedException {
    List<Object> alive = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      loop.createTask(waitingFor(this::never));
      alive.add(loop.createTask(waitingFor(this::never)));
    }
    turns(1);
    for (int i = 0; i < 1000 && Asyncio.allTasks(loop).size() > 200; i++) {
      System.gc();
      Thread.sleep(1);
    }
    held = alive;
    loop.close();
    assertThat(takeReports())
        .hasSize(400)
        .filteredOn(report -> report.details().containsKey("lostTask"))
        .hasSize(200);
  }

  /** Entries of tasks that are done are dropped now and then; those of others are not. */
  @Test
  void amongManyThatEnd() throws InterruptedException {
    Future<Object> gate = loop.createFuture();
    for (int i = 0; i < 500; i++) {
      loop.createTask(TestFrame.awaiting(gate));
      if (i == 250) {
        loop.createTask(waitingFor(this::never), TaskOptions.defaults().name("lost"));
      }
    }
    turns(1);
    assertThat(Asyncio.allTasks(loop)).hasSize(501);
    gate.setResult("now");
    turns(1);
    assertThat(Asyncio.allTasks(loop)).hasSize(1);
    assertThat(untilReported().details()).extractingByKey("lostTask").asString().contains("lost");
  }

  // ---- those that are not ----

  /** Runs a task that nobody holds, collects garbage, wakes it, and sees it end. */
  private void assertNotLost(Supplier<Awaitable<?>> awaited, Runnable wake)
      throws InterruptedException {
    loop.createTask(
        TestFrame.of(
            f -> {
              if (f.at() == 0) {
                return f.await(1, awaited.get());
              }
              trace.add("ended");
              return null;
            }));
    turns(2);
    assertThat(trace).isEmpty();
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(1);
    }
    assertThat(Asyncio.allTasks(loop)).isNotEmpty();
    wake.run();
    for (int i = 0; i < 1000 && trace.isEmpty(); i++) {
      turns(1);
      Thread.sleep(1);
    }
    assertThat(trace).containsExactly("ended");
  }

  @Test
  void oneThatSleeps() throws InterruptedException {
    Future<Object> gate = loop.createFuture();
    gate.addDoneCallback(f -> clock.advance(Duration.ofDays(1).toNanos()));
    assertNotLost(() -> Asyncio.sleep(Duration.ofDays(1)), () -> gate.setResult("now"));
  }

  @Test
  void oneWhoseFutureIsHeld() throws InterruptedException {
    Future<Object> future = loop.createFuture();
    assertNotLost(() -> future, () -> future.setResult("now"));
  }

  @Test
  void oneThatWaitsForALockThatATaskHolds() throws InterruptedException {
    Future<Object> gate = loop.createFuture();
    Lock lock = new Lock();
    loop.createTask(lock.with(none -> TestFrame.awaiting(gate)));
    turns(1);
    assertNotLost(lock::acquire, () -> gate.setResult("now"));
  }

  @Test
  void oneThatWaitsForAnExecutor() throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    assertNotLost(
        () ->
            loop.runInExecutor(
                executor,
                () -> {
                  latch.await();
                  return null;
                }),
        latch::countDown);
    executor.shutdown();
  }

  @Test
  void oneThatWaitsForAnExecutorThatKeepsWhatToRun() throws InterruptedException {
    List<Runnable> queue = new ArrayList<>();
    Executor executor = queue::add;
    assertNotLost(() -> loop.runInExecutor(executor, () -> null), () -> queue.remove(0).run());
  }

  @Test
  void oneThatWaitsForAStage() throws InterruptedException {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    assertNotLost(() -> Asyncio.wrapFuture(stage), () -> stage.complete("now"));
  }

  @Test
  void oneThatReadsAPublisher() throws InterruptedException {
    try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>(Runnable::run, 1)) {
      assertNotLost(
          () -> AsyncIterable.from(publisher).aiter().anext(), () -> publisher.submit("value"));
    }
  }

  @Test
  void oneThatAnotherThreadSubmitted() throws InterruptedException {
    Future<Object> gate = loop.createFuture();
    held = Asyncio.runCoroutineThreadsafe(TestFrame.awaiting(gate), loop);
    assertNotLost(() -> gate, () -> gate.setResult("now"));
    turns(2);
    assertThat((CompletableFuture<?>) held).isDone();
  }

  @Test
  void oneThatIsHeld() throws InterruptedException {
    held = loop.createTask(waitingFor(this::never));
    turns(1);
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(1);
      turns(1);
    }
    assertThat(Asyncio.allTasks(loop)).isEqualTo(Set.of((Task<?>) held));
    ((Task<?>) held).cancel();
    turns(2);
  }

  @Test
  void oneThatSomebodyAwaits() throws InterruptedException {
    Future<Object> gate = loop.createFuture();
    assertNotLost(() -> loop.createTask(TestFrame.awaiting(gate)), () -> gate.setResult("now"));
  }

  @Test
  void oneUnderATimeout() throws InterruptedException {
    Future<Object> gate = loop.createFuture();
    gate.addDoneCallback(f -> clock.advance(Duration.ofDays(1).toNanos()));
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    loop.createTask(
        TestFrame.catching(
            f -> {
              if (f.at() == 0) {
                return f.await(1, Asyncio.waitFor(TestFrame.awaiting(never()), Duration.ofDays(1)));
              }
              failure.set(f.thrown());
              return null;
            }));
    turns(2);
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(1);
      turns(1);
    }
    gate.setResult("now");
    turns(4);
    assertThat(failure.get()).isInstanceOf(TimeoutException.class);
  }

  // ---- all tasks ----

  @Test
  void allTasksAreThoseThatAreNotDone() {
    Task<?> waiting = loop.createTask(waitingFor(this::never));
    Task<?> ended = loop.createTask(Coroutine.of(1));
    turns(1);
    Task<?> fresh = loop.createTask(Coroutine.of(1));
    assertThat(Asyncio.allTasks(loop)).containsExactly(waiting, fresh);
    ended.setName("named when it was done");
    assertThat(Asyncio.allTasks(loop)).containsExactly(waiting, fresh);
    turns(1);
    waiting.cancel();
    assertThat(Asyncio.allTasks(loop)).containsExactly(waiting);
    turns(2);
    assertThat(Asyncio.allTasks(loop)).isEmpty();
  }

  @Test
  void allTasksHaveThoseThatRunAndThatBeganEachOther() {
    List<Integer> sizes = new ArrayList<>();
    Consumer<Object> count = where -> sizes.add(Asyncio.allTasks().size());
    TaskOptions eager = TaskOptions.defaults().eagerStart(true);
    loop.runUntilComplete(
        TestFrame.doing(
            () -> {
              count.accept("first");
              loop.createTask(
                  TestFrame.doing(
                      () -> {
                        count.accept("second");
                        loop.createTask(TestFrame.doing(() -> count.accept("third")), eager);
                        count.accept("second");
                      }),
                  eager);
              count.accept("first");
            }));
    assertThat(sizes).containsExactly(1, 2, 3, 2, 1);
  }
}
