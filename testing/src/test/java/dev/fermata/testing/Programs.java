package dev.fermata.testing;

import static dev.fermata.asyncio.Asyncio.*;

import dev.fermata.Async;
import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Event;
import dev.fermata.asyncio.Lock;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import dev.fermata.asyncio.TimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** What the tests run. */
@Async
interface Programs {

  default Coroutine<String> sleeps(Duration duration) {
    await(sleep(duration));
    return Coroutine.of("slept " + duration);
  }

  /** Sleepers that are started in one order and wake in another. */
  default Coroutine<Void> sleepers(List<String> trace, int... seconds) {
    try (TaskGroup group = new TaskGroup()) {
      for (int each : seconds) {
        group.createTask(sleeper(trace, each));
      }
    }
    return Coroutine.completed();
  }

  private Coroutine<Void> sleeper(List<String> trace, int seconds) {
    long start = getRunningLoop().time();
    await(sleep(Duration.ofSeconds(seconds)));
    trace.add(seconds + " after " + Duration.ofNanos(getRunningLoop().time() - start));
    return Coroutine.completed();
  }

  /** Tasks that take turns. */
  default Coroutine<Void> turns(List<String> trace, int tasks) {
    try (TaskGroup group = new TaskGroup()) {
      for (int i = 0; i < tasks; i++) {
        group.createTask(turn(trace, i));
      }
    }
    return Coroutine.completed();
  }

  private Coroutine<Void> turn(List<String> trace, int number) {
    await(sleep(Duration.ZERO));
    trace.add("" + number);
    return Coroutine.completed();
  }

  /** Awaits what need not wait, beside another task. */
  default Coroutine<Void> doneAtOnce(List<String> trace) {
    Task<Void> other = createTask(says(trace, "other"));
    trace.add("first");
    await(says(trace, "call"));
    await(CompletableFuture.completedFuture(null));
    var future = getRunningLoop().<Integer>createFuture();
    future.setResult(1);
    trace.add("future " + await(future));
    await(other);
    return Coroutine.completed();
  }

  private Coroutine<Void> says(List<String> trace, String word) {
    trace.add(word);
    return Coroutine.completed();
  }

  /** Whether the work in another thread is done before the timeout. */
  default Coroutine<String> worksWithin(Duration limit, CountDownLatch go) {
    Task<Void> releaser = createTask(release(go));
    String result = await(waitFor(toThread(() -> workUntil(go)), limit));
    await(releaser);
    return Coroutine.of(result);
  }

  private static String workUntil(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return "worked";
  }

  private Coroutine<Void> release(CountDownLatch go) {
    await(sleep(Duration.ZERO));
    await(sleep(Duration.ZERO));
    go.countDown();
    return Coroutine.completed();
  }

  default <T> Coroutine<T> waits(Awaitable<T> awaitable, Duration limit) {
    return Coroutine.of(await(waitFor(awaitable, limit)));
  }

  default <T> Coroutine<T> waits(CompletableFuture<T> stage, Duration limit) {
    return Coroutine.of(await(waitFor(wrapFuture(stage), limit)));
  }

  default Coroutine<Void> deadlock(Lock a, Lock b) {
    Task<Void> other = createTask(both(b, a), "other");
    await(both(a, b));
    await(other);
    return Coroutine.completed();
  }

  private Coroutine<Void> both(Lock first, Lock second) {
    await(first.acquire());
    await(sleep(Duration.ofSeconds(1)));
    await(second.acquire()); // where it hangs
    return Coroutine.completed();
  }

  default Coroutine<Void> leavesTask() {
    createTask(new Event().waitFor(), "forgotten");
    createTask(beats(), "heartbeat");
    return Coroutine.completed();
  }

  default Coroutine<Void> beats() {
    while (true) {
      await(sleep(Duration.ofSeconds(1))); // where it beats
    }
  }

  default Coroutine<Void> cancelsTask() {
    Task<Void> beats = createTask(beats());
    await(sleep(Duration.ofSeconds(3)));
    beats.cancel();
    return Coroutine.completed();
  }

  default Coroutine<Void> leavesException() {
    createTask(fails("nobody asks"), "failing");
    await(sleep(Duration.ofSeconds(1)));
    return Coroutine.completed();
  }

  default Coroutine<Void> fails(String message) {
    await(sleep(Duration.ZERO));
    throw new IllegalArgumentException(message);
  }

  @SuppressWarnings("fermata.not-awaited")
  default Coroutine<Void> forgetsToAwait() {
    sleeps(Duration.ofSeconds(1)); // the forgotten one
    return Coroutine.completed();
  }

  default Coroutine<Void> spins() {
    while (true) {
      await(sleep(Duration.ZERO));
    }
  }

  /** Depends on the order in which two tasks begin. */
  default Coroutine<Void> racy() {
    StringBuilder text = new StringBuilder();
    try (TaskGroup group = new TaskGroup()) {
      group.createTask(appends(text, "a"));
      group.createTask(appends(text, "b"));
    }
    if (!text.toString().equals("ab")) {
      throw new AssertionError("the order was " + text);
    }
    return Coroutine.completed();
  }

  private Coroutine<Void> appends(StringBuilder text, String letter) {
    text.append(letter);
    return Coroutine.completed();
  }

  default Coroutine<String> expires() {
    try {
      await(waitFor(sleep(Duration.ofMinutes(2)), Duration.ofMinutes(1)));
      return Coroutine.of("no timeout");
    } catch (TimeoutException e) {
      return Coroutine.of("timeout");
    }
  }
}
