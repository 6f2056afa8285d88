package traces;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.currentTask;
import static dev.fermata.asyncio.Asyncio.gather;
import static dev.fermata.asyncio.Asyncio.getRunningLoop;
import static dev.fermata.asyncio.Asyncio.shield;
import static dev.fermata.asyncio.Asyncio.sleep;

import dev.fermata.Async;
import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.AsyncGenerator;
import dev.fermata.asyncio.CancelledError;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Future;
import dev.fermata.asyncio.Generator;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Coroutine functions that fail. A comment at the end of a line gives it a name for the test. */
@Async
public interface Work {

  IllegalStateException CACHED = new IllegalStateException("cached"); // made

  /** Throws after it has been resumed, or before it has suspended. */
  default Coroutine<Integer> leaf(int value) {
    if (value > 0) {
      await(sleep(Duration.ofMillis(1)));
    }
    // What follows stands below comments,
    // of several lines.
    int doubled =
        value
            + half(value); // half
    if (doubled % 4 == 0) {
      Arrays.asList(1).forEach( // forEach
          each -> {
            throw new IllegalStateException("quarter"); // thrown
          });
    }
    return Coroutine.of(doubled);
  }

  private int half(int value) {
    if (value == 5) {
      throw new IllegalArgumentException("five"); // five
    }
    return value;
  }

  default Coroutine<Integer> middle(int value) {
    int result = 1;
    result += await(leaf(value)); // middle
    return Coroutine.of(result);
  }

  default Coroutine<Integer> outer(int value) {
    try {
      return Coroutine.of(
          1
              + await(middle(value))); // outer
    } finally {
      await(sleep(Duration.ZERO));
    }
  }

  default Coroutine<Integer> inTask(int value) {
    Task<Integer> task = createTask(middle(value), "worker");
    return Coroutine.of(await(task)); // inTask
  }

  default Coroutine<Integer> inTasks(int value) {
    return Coroutine.of(await(createTask(inTask(value), "manager"))); // inTasks
  }

  /** Awaits a task that has failed before. */
  default Coroutine<Integer> inTaskThatIsDone(int value) {
    Task<Integer> task = createTask(middle(value), "worker");
    await(sleep(Duration.ofMillis(20)));
    int result = await(task); // inTaskThatIsDone
    return Coroutine.of(result);
  }

  default Coroutine<Integer> resultOf(int value) {
    Task<Integer> task = createTask(middle(value), "worker");
    await(sleep(Duration.ofMillis(20)));
    return Coroutine.of(task.result()); // resultOf
  }

  default Coroutine<List<Integer>> gathered(int value) {
    return Coroutine.of(await(gather(List.of(middle(1), inTask(value))))); // gathered
  }

  default Coroutine<Integer> shielded(int value) {
    return Coroutine.of(await(shield(middle(value)))); // shielded
  }

  default Coroutine<Void> awaitedTwice(Consumer<Throwable> seen) {
    Task<Integer> task = createTask(middle(2), "worker");
    for (int i = 0; i < 100; i++) {
      try {
        await(task); // again
      } catch (IllegalStateException e) {
        seen.accept(e);
      }
    }
    try {
      await(task); // elsewhere
    } catch (IllegalStateException e) {
      seen.accept(e);
    }
    return Coroutine.completed();
  }

  default Coroutine<Void> caught(int value, Consumer<Throwable> seen) {
    try {
      await(middle(value)); // caught
    } catch (IllegalStateException e) {
      seen.accept(e);
    }
    return Coroutine.completed();
  }

  default Coroutine<Void> catching(int value, Consumer<Throwable> seen) {
    await(caught(value, seen)); // catching
    return Coroutine.completed();
  }

  default Coroutine<Integer> wrapping(int value) {
    try {
      return Coroutine.of(await(leaf(value))); // wrapped
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("wrapping", e); // wrapping
    }
  }

  default Coroutine<Integer> parsing(String text) {
    try {
      await(sleep(Duration.ZERO));
      return Coroutine.of(Integer.parseInt(text)); // parsing
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no number", e); // noNumber
    }
  }

  default Coroutine<Void> closing() {
    AutoCloseable resource =
        () -> {
          throw new IllegalArgumentException("closing"); // closed
        };
    try (resource) {
      await(sleep(Duration.ZERO));
      throw new IllegalStateException("first"); // first
    } catch (Exception e) {
      throw (IllegalStateException) e;
    }
  }

  default Coroutine<Void> local(int value) {
    record Pair(int a, int b) {
      Pair {
        if (a > b) {
          throw new IllegalStateException("order"); // order
        }
      }
    }
    await(sleep(Duration.ZERO));
    Pair first = new Pair(1, 2);
    Pair second = new Pair(value, first.b()); // pair
    return Coroutine.completed();
  }

  default Coroutine<Integer> lambda(int value) {
    return new Scope().with(scope -> {
      int result = await(middle(value)); // inLambda
      return Coroutine.of(result);
    }); // notHere
  }

  /** A context manager whose end fails. */
  default Coroutine<Void> managed() {
    try (Scope scope = new Scope()) {
      await(sleep(Duration.ZERO));
    } // leaving
    return Coroutine.completed();
  }

  /** Enters and leaves at once. */
  final class Scope implements AsyncContextManager<Scope> {
    @Override
    public Coroutine<Scope> aenter() {
      return Coroutine.of(this);
    }

    @Override
    public Coroutine<Void> aexit(Throwable thrown) {
      return thrown != null
          ? Coroutine.completed()
          : Coroutine.failed(new IllegalStateException("leaving")); // made at leaving
    }
  }

  default Generator<Integer> numbers(int depth) {
    Generator.yield(depth);
    if (depth > 0) {
      Generator.yieldFrom(numbers(depth - 1)); // delegating
    } else {
      throw new IllegalStateException("generator"); // generator
    }
    return Generator.completed();
  }

  default Coroutine<Integer> summing(int depth) {
    int sum = 0;
    await(sleep(Duration.ZERO));
    for (int each : numbers(depth)) { // summing
      sum += each;
    }
    return Coroutine.of(sum);
  }

  default AsyncGenerator<Integer> ticks(int count) {
    for (int i = 0; i < count; i++) {
      AsyncGenerator.yield(await(middle(1)));
      await(middle(2)); // ticking
    }
    return AsyncGenerator.completed();
  }

  default Coroutine<Void> counting() {
    for (int each : await(ticks(3))) { // counting
      await(sleep(Duration.ZERO));
    }
    return Coroutine.completed();
  }

  default Coroutine<Void> cached() {
    await(sleep(Duration.ZERO)); // resumed
    throw CACHED;
  }

  default Coroutine<Void> throwsCached(Consumer<Throwable> seen) {
    for (int i = 0; i < 100; i++) {
      try {
        await(createTask(cached(), "cached")); // throwsCached
      } catch (IllegalStateException e) {
        seen.accept(e);
      }
    }
    return Coroutine.completed();
  }

  /** The same exception for many that wait. */
  default Coroutine<Void> failsAll(List<Future<Integer>> futures, Throwable failure) {
    await(sleep(Duration.ZERO));
    for (Future<Integer> future : futures) {
      future.setException(failure);
    }
    return Coroutine.completed();
  }

  default Coroutine<Integer> waits(Future<Integer> future) {
    return Coroutine.of(await(future)); // waits
  }

  default Coroutine<Integer> stage(CompletableFuture<Integer> stage) {
    return Coroutine.of(await(stage)); // stage
  }

  default Coroutine<Void> cancelled(Consumer<Throwable> seen) {
    try {
      await(sleep(Duration.ofDays(1))); // cancelled
    } catch (CancelledError e) {
      seen.accept(e);
      throw e;
    }
    return Coroutine.completed();
  }

  default Coroutine<Void> cancels(Consumer<Throwable> seen) {
    Task<Void> task = createTask(cancelled(seen), "worker");
    await(sleep(Duration.ZERO));
    task.cancel();
    await(task); // cancels
    return Coroutine.completed();
  }

  default Coroutine<Void> schedules() {
    getRunningLoop()
        .callSoon(
            () -> {
              throw new IllegalStateException("callback"); // callback
            });
    await(sleep(Duration.ZERO));
    return Coroutine.completed();
  }

  default Coroutine<Void> blocks(Runnable work) {
    await(sleep(Duration.ZERO)); // blocks
    work.run();
    await(sleep(Duration.ZERO));
    return Coroutine.completed();
  }

  default Coroutine<Void> pauses(Runnable work) {
    await(blocks(work));
    return Coroutine.completed();
  }

  default Coroutine<Integer> deep(int depth) {
    if (depth == 0) {
      throw new IllegalStateException("deep"); // bottom
    }
    return Coroutine.of(1 + await(deep(depth - 1))); // deep
  }

  /** A failure of each level that is caught one further up. */
  default Coroutine<Integer> failingAtEachLevel(int depth) {
    if (depth > 0) {
      await(failingAtEachLevel(depth - 1));
    }
    try {
      await(leaf(0));
    } catch (IllegalStateException e) {
      return Coroutine.of(depth);
    }
    throw new AssertionError("did not fail");
  }

  default Coroutine<String> task() {
    return Coroutine.of(currentTask().getName());
  }
}
