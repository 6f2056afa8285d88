package dev.fermata.benchmarks.coroutine;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.gather;
import static dev.fermata.asyncio.Asyncio.getRunningLoop;
import static dev.fermata.asyncio.Asyncio.sleep;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Future;
import dev.fermata.asyncio.Generator;
import dev.fermata.asyncio.Queue;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The programs as coroutine functions. */
@Async
interface Coroutines {

  default Coroutine<Integer> giveWay(int turns) {
    for (int i = 0; i < turns; i++) {
      await(sleep(Duration.ZERO));
    }
    return Coroutine.of(turns);
  }

  default Coroutine<Long> switches(int tasks, int turns) {
    List<Task<Integer>> started = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      started.add(createTask(giveWay(turns)));
    }
    long sum = 0;
    for (Task<Integer> task : started) {
      sum += await(task);
    }
    return Coroutine.of(sum);
  }

  default Coroutine<Integer> mix(int a, int b) {
    return Coroutine.of((a * 31 + b) & 0xFFFFFF);
  }

  default Coroutine<Integer> calls(int n) {
    int mixed = 0;
    for (int i = 0; i < n; i++) {
      mixed = await(mix(mixed, i));
    }
    return Coroutine.of(mixed);
  }

  default Coroutine<Integer> fib(int n) {
    if (n < 2) {
      return Coroutine.of(n);
    }
    return Coroutine.of(await(fib(n - 1)) + await(fib(n - 2)));
  }

  default Coroutine<Integer> deep(int depth, int turns) {
    if (depth == 0) {
      return Coroutine.of(await(giveWay(turns)));
    }
    return Coroutine.of(1 + await(deep(depth - 1, turns)));
  }

  default Coroutine<Integer> recurse(int depth) {
    return Coroutine.of(depth == 0 ? 0 : 1 + await(recurse(depth - 1)));
  }

  default Coroutine<Integer> same(int i) {
    return Coroutine.of(i);
  }

  default Coroutine<Long> spawn(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += await(createTask(same(i)));
    }
    return Coroutine.of(sum);
  }

  default Coroutine<Long> gatherAll(int n) {
    List<Coroutine<Integer>> coroutines = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      coroutines.add(same(i));
    }
    long sum = 0;
    for (int value : await(gather(coroutines))) {
      sum += value;
    }
    return Coroutine.of(sum);
  }

  default Coroutine<Void> produce(Queue<Integer> queue, int n) {
    for (int i = 0; i < n; i++) {
      await(queue.put(i));
    }
    return Coroutine.completed();
  }

  default Coroutine<Long> channel(int capacity, int n) {
    Queue<Integer> queue = new Queue<>(capacity);
    Task<Void> producer = createTask(produce(queue, n));
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += await(queue.get());
    }
    await(producer);
    return Coroutine.of(sum);
  }

  default Generator<Integer> count(int n) {
    for (int i = 0; i < n; i++) {
      Generator.yield(i);
    }
    return Generator.completed();
  }

  default Coroutine<Integer> waitFor(Future<Integer> future, int depth) {
    if (depth == 1) {
      return Coroutine.of(await(future) + 1);
    }
    return Coroutine.of(await(waitFor(future, depth - 1)) + 1);
  }

  default Coroutine<Long> suspended(int tasks, int depth, Runnable whenSuspended) {
    EventLoop loop = getRunningLoop();
    List<Future<Integer>> futures = new ArrayList<>(tasks);
    Task<Integer> last = null;
    for (int i = 0; i < tasks; i++) {
      Future<Integer> future = loop.createFuture();
      futures.add(future);
      last = createTask(waitFor(future, depth));
    }
    await(sleep(Duration.ZERO));
    whenSuspended.run();
    for (Future<Integer> future : futures) {
      future.setResult(0);
    }
    return Coroutine.of(last == null || await(last) != depth ? 0L : tasks);
  }

  default Coroutine<Integer> rest(int millis) {
    await(sleep(Duration.ofMillis(millis)));
    return Coroutine.of(1);
  }

  default Coroutine<Long> sleeps(int tasks, int atMost) {
    List<Coroutine<Integer>> sleepers = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      sleepers.add(rest(Competitor.millis(i, atMost)));
    }
    long sum = 0;
    for (int one : await(gather(sleepers))) {
      sum += one;
    }
    return Coroutine.of(sum);
  }

  default Coroutine<Void> answer(Exchange<Future<Integer>> exchange, int n) {
    EventLoop loop = getRunningLoop();
    Future<Integer> question = loop.createFuture();
    exchange.open(question);
    for (int i = 0; i < n; i++) {
      int value = await(question);
      question = loop.createFuture();
      exchange.answer(value, question);
    }
    return Coroutine.completed();
  }
}
