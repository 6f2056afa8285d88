package dev.fermata.benchmarks.coroutine;

import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Future;

/** This project. One loop for all runs, as a program has. */
final class Fermata implements Competitor {

  private final EventLoop loop = EventLoop.create();
  private final CoroutinesAsync coroutines = new CoroutinesAsync();

  @Override
  public String name() {
    return "Fermata";
  }

  private <T extends Number> long run(Coroutine<T> coroutine) {
    return loop.runUntilComplete(coroutine).longValue();
  }

  @Override
  public long switches(int tasks, int turns) {
    return run(coroutines.switches(tasks, turns));
  }

  @Override
  public long calls(int n) {
    return run(coroutines.calls(n));
  }

  @Override
  public long fib(int n) {
    return run(coroutines.fib(n));
  }

  @Override
  public long deep(int depth, int turns) {
    return run(coroutines.deep(depth, turns));
  }

  @Override
  public long recurse(int depth) {
    return run(coroutines.recurse(depth));
  }

  @Override
  public long spawn(int n) {
    return run(coroutines.spawn(n));
  }

  @Override
  public long gather(int n) {
    return run(coroutines.gatherAll(n));
  }

  @Override
  public long channel(int capacity, int n) {
    return run(coroutines.channel(capacity, n));
  }

  @Override
  public long generate(int n) {
    long sum = 0;
    for (int value : coroutines.count(n)) {
      sum += value;
    }
    return sum;
  }

  @Override
  public long suspended(int tasks, int depth, Runnable whenSuspended) {
    return run(coroutines.suspended(tasks, depth, whenSuspended));
  }

  @Override
  public long sleeps(int tasks, int atMost) {
    return run(coroutines.sleeps(tasks, atMost));
  }

  @Override
  public long roundTrips(int n) {
    Exchange<Future<Integer>> exchange = new Exchange<>();
    Thread thread =
        new Thread(() -> loop.runUntilComplete(coroutines.answer(exchange, n)), "answers");
    thread.start();
    long sum = 0;
    for (int i = 0; i < n; i++) {
      Future<Integer> question = exchange.question();
      int value = i;
      loop.callSoonThreadsafe(() -> question.setResult(value));
      sum += exchange.await(value);
    }
    Threads.join(thread);
    return sum;
  }
}
