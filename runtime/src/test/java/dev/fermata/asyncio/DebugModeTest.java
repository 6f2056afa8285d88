package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What debug mode finds; where things were made is in the package {@code user}. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class DebugModeTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void isOffAtFirst() {
    assertThat(loop.getDebug()).isFalse();
    assertThat(loop.getSlowCallbackDuration()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void reportsSlowCallbacks() {
    VirtualClockLoop.Clock clock = new VirtualClockLoop.Clock();
    EventLoop slow = new SelectorEventLoop(clock);
    slow.setDebug(true);
    slow.setSlowCallbackDuration(SECOND);
    slow.callSoon(() -> clock.advance(SECOND.toNanos() - 1));
    slow.callSoon(
        new Runnable() {
          @Override
          public void run() {
            clock.advance(SECOND.toNanos() * 2);
          }

          @Override
          public String toString() {
            return "the slow one";
          }
        });
    slow.createTask(TestFrame.doing(() -> clock.advance(SECOND.toNanos())), "slow task");
    try (LogCapture log = new LogCapture()) {
      slow.stop();
      slow.runForever();
      assertThat(log.messages()).hasSize(2);
      assertThat(log.messages().get(0))
          .startsWith("Executing <Handle the slow one")
          .contains("took 2.000 seconds")
          .contains("toThread");
      assertThat(log.messages().get(1)).contains("slow task").contains("took 1.000 seconds");
    }
    slow.close();
  }

  @Test
  void isOnByPropertyOrEnvironment() {
    assertThat(LoopDebug.isOn(null, null)).isFalse();
    assertThat(LoopDebug.isOn(null, "")).isFalse();
    assertThat(LoopDebug.isOn(null, "1")).isTrue();
    assertThat(LoopDebug.isOn("true", null)).isTrue();
    assertThat(LoopDebug.isOn("false", "1")).as("the property wins").isFalse();
  }

  /** What may be called only in the loop's thread, by the name that the refusal gives. */
  private Map<String, ThrowingCallable> affine(Future<String> future, Task<?> task) {
    Handle handle = loop.callSoon(() -> {});
    TimerHandle timer = loop.callLater(SECOND, () -> {});
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("callSoon was", () -> loop.callSoon(say("no")));
    calls.put("callLater or", () -> loop.callLater(SECOND, say("no")));
    calls.put("callAt was", () -> loop.callAt(0, say("no")));
    calls.put("Task.create", () -> loop.createTask(Coroutine.of(1)));
    calls.put("runInExecutor", () -> loop.runInExecutor(null, () -> 1));
    calls.put("stop", loop::stop);
    calls.put("setTaskFactory", () -> loop.setTaskFactory(null));
    calls.put("setExceptionHandler", () -> loop.setExceptionHandler(null));
    calls.put("setDefaultExecutor", () -> loop.setDefaultExecutor(null));
    calls.put("allTasks", () -> Asyncio.allTasks(loop));
    calls.put("captureCallGraph", () -> Asyncio.captureCallGraph(task));
    calls.put("Future.setResult", () -> future.setResult("no"));
    calls.put("Future.setException", () -> future.setException(new IllegalStateException()));
    calls.put("Future.cancel", future::cancel);
    calls.put("Future.addDoneCallback", () -> future.addDoneCallback(done -> {}));
    calls.put("Future.removeDoneCallback", () -> future.removeDoneCallback(done -> {}));
    calls.put("Future.toCompletableFuture", future::toCompletableFuture);
    calls.put("Task.cancel", task::cancel);
    calls.put("Task.uncancel", task::uncancel);
    calls.put("Task.setName", () -> task.setName("no"));
    calls.put("Task.getStack", task::getStack);
    calls.put("Task.printStack", () -> task.printStack(System.out));
    calls.put("Handle.cancel", handle::cancel);
    calls.put("Handle.cancel ", timer::cancel);
    return calls;
  }

  /** Calls all of them in another thread while the loop runs. */
  private Map<String, Throwable> callInAnotherThread(Map<String, ThrowingCallable> calls)
      throws InterruptedException {
    Map<String, Throwable> thrown = new LinkedHashMap<>();
    Thread stranger =
        new Thread(
            () -> {
              calls.forEach((name, call) -> thrown.put(name, catchThrowable(call)));
              loop.callSoonThreadsafe(loop::stop);
            },
            "stranger");
    loop.callSoon(stranger::start);
    loop.runForever();
    stranger.join();
    return thrown;
  }

  @Test
  void refusesCallsFromOtherThreadsNamingBoth() throws InterruptedException {
    loop.setDebug(true);
    Future<String> future = loop.createFuture();
    Task<?> task = loop.createTask(TestFrame.awaiting(future), "task");
    Map<String, Throwable> refused = callInAnotherThread(affine(future, task));
    assertThat(refused).hasSize(24);
    refused.forEach(
        (name, refusal) ->
            assertThat(refusal)
                .as(name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Non-thread-safe operation")
                .hasMessageContaining(name.strip())
                .hasMessageContaining("stranger")
                .hasMessageContaining(Thread.currentThread().toString())
                .hasMessageContaining("callSoonThreadsafe"));
    future.setResult("r");
    turns(2);
    assertThat(task.getName()).isEqualTo("task");
  }

  /** What is for the tasks of one loop, once somebody has waited for it there. */
  @Test
  void refusesOtherThreadsToWakeWhoWaits() throws InterruptedException {
    loop.setDebug(true);
    Event event = new Event();
    Lock lock = new Lock();
    Semaphore semaphore = new Semaphore(0);
    Condition condition = new Condition();
    Queue<String> queue = new Queue<>();
    loop.runUntilComplete(lock.acquire());
    List<Task<?>> waiting =
        List.of(
            loop.createTask(event.waitFor()),
            loop.createTask(lock.acquire()),
            loop.createTask(semaphore.acquire()),
            loop.createTask(
                Script.doing(
                    () -> {
                      Script.await(condition.acquire());
                      Script.await(condition.waitFor());
                    })),
            loop.createTask(queue.get()));
    turns(3);
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("Event.set", event::set);
    calls.put("Event.clear", event::clear);
    calls.put("Lock.release", lock::release);
    calls.put("Semaphore.release", semaphore::release);
    calls.put("Condition.signal", condition::signalAll);
    calls.put("Queue.putNowait", () -> queue.putNowait("no"));
    calls.put("Queue.getNowait", queue::getNowait);
    calls.put("Queue.taskDone", queue::taskDone);
    calls.put("Queue.shutdown", queue::shutdown);
    callInAnotherThread(calls)
        .forEach(
            (name, refusal) ->
                assertThat(refusal)
                    .as(name)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(name + " was called in")
                    .hasMessageContaining("stranger")
                    .hasMessageContaining(Thread.currentThread().toString()));
    assertThat(event.isSet()).isFalse();
    assertThat(queue.empty()).isTrue();
    waiting.forEach(Task::cancel);
    turns(3);
  }

  /** A queue is tied to the loop by those who wait until its items are worked off, too. */
  @Test
  void whatIsRefusedLeavesAQueueAsItIs() throws InterruptedException {
    loop.setDebug(true);
    Queue<String> queue = new Queue<>();
    queue.putNowait("item");
    Task<?> joining = loop.createTask(queue.join());
    turns(1);
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("Queue.putNowait", () -> queue.putNowait("no"));
    calls.put("Queue.getNowait", queue::getNowait);
    calls.put("Queue.taskDone", queue::taskDone);
    calls.put("Queue.shutdown", () -> queue.shutdown(true));
    callInAnotherThread(calls)
        .forEach(
            (name, refusal) ->
                assertThat(refusal).as(name).hasMessageContaining(name + " was called in"));
    assertThat(queue).hasToString("<Queue maxsize=0 items=[item] tasks=1>");
    queue.taskDone();
    turns(2);
    assertThat(joining.done()).isTrue();
  }

  @Test
  void allowsThemWhileTheLoopDoesNotRun() {
    loop.setDebug(true);
    Future<String> future = loop.createFuture();
    Map<String, ThrowingCallable> calls =
        affine(future, loop.createTask(TestFrame.awaiting(future)));
    calls.remove("setDefaultExecutor");
    calls.remove("setExceptionHandler");
    calls.remove("Future.setException");
    calls.forEach((name, call) -> assertThat(catchThrowable(call)).as(name).isNull());
    turns(3);
  }

  @Test
  void cancelledHandlesStillSayWhatTheyWere() {
    loop.setDebug(true);
    Handle handle = loop.callSoon(say("word"));
    String before = handle.toString();
    handle.cancel();
    handle.cancel();
    assertThat(handle.toString())
        .isEqualTo(before.replace("<Handle ", "<Handle cancelled "))
        .contains("lambda in LoopTest");
    TimerHandle timer = loop.callAt(1_500_000_000L, say("word"));
    timer.cancel();
    assertThat(timer.toString()).startsWith("<TimerHandle cancelled when=1.500 lambda in LoopTest");
  }

  @Test
  void coroutinesRunAsUsual() {
    loop.setDebug(true);
    assertThat(loop.runUntilComplete(new Recursion(3, Coroutine.of("bottom")))).isEqualTo(3);
  }
}
