package dev.fermata.benchmarks.coroutine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Chains of Java's own futures. They have no queue that one could wait for. */
final class CompletableFutures implements Competitor {

  private final CallerRuns executor = new CallerRuns();

  @Override
  public String name() {
    return "CompletableFuture";
  }

  // ---- switches ----

  private CompletableFuture<Integer> giveWay(int turns) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    turn(turns, turns, done);
    return done;
  }

  private void turn(int left, int turns, CompletableFuture<Integer> done) {
    if (left == 0) {
      done.complete(turns);
    } else {
      CompletableFuture<Void> next = CompletableFuture.runAsync(() -> {}, executor);
      var unused = next.thenRun(() -> turn(left - 1, turns, done));
    }
  }

  @Override
  public long switches(int tasks, int turns) {
    List<CompletableFuture<Integer>> started = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      started.add(giveWay(turns));
    }
    long sum = 0;
    for (CompletableFuture<Integer> task : started) {
      sum += executor.await(task);
    }
    return sum;
  }

  // ---- calls ----

  private static CompletableFuture<Integer> mix(int a, int b) {
    return CompletableFuture.completedFuture((a * 31 + b) & 0xFFFFFF);
  }

  @Override
  public long calls(int n) {
    CompletableFuture<Integer> mixed = CompletableFuture.completedFuture(0);
    for (int i = 0; i < n; i++) {
      int next = i;
      mixed = mixed.thenCompose(before -> mix(before, next));
    }
    return mixed.join();
  }

  private static CompletableFuture<Integer> fibonacci(int n) {
    return n < 2
        ? CompletableFuture.completedFuture(n)
        : fibonacci(n - 1).thenCompose(one -> fibonacci(n - 2).thenApply(other -> one + other));
  }

  @Override
  public long fib(int n) {
    return fibonacci(n).join();
  }

  private CompletableFuture<Integer> descend(int depth, int turns) {
    return depth == 0 ? giveWay(turns) : descend(depth - 1, turns).thenApply(below -> 1 + below);
  }

  @Override
  public long deep(int depth, int turns) {
    return executor.await(descend(depth, turns));
  }

  private static CompletableFuture<Integer> descend(int depth) {
    return depth == 0
        ? CompletableFuture.completedFuture(0)
        : descend(depth - 1).thenApply(below -> 1 + below);
  }

  @Override
  public long recurse(int depth) {
    return descend(depth).join();
  }

  // ---- tasks ----

  private void spawnFrom(int i, int n, long sum, CompletableFuture<Long> done) {
    if (i == n) {
      done.complete(sum);
    } else {
      var unused =
          CompletableFuture.supplyAsync(() -> i, executor)
              .thenAccept(value -> spawnFrom(i + 1, n, sum + value, done));
    }
  }

  @Override
  public long spawn(int n) {
    CompletableFuture<Long> done = new CompletableFuture<>();
    spawnFrom(0, n, 0, done);
    return executor.await(done);
  }

  @Override
  public long gather(int n) {
    List<CompletableFuture<Integer>> tasks = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      int value = i;
      tasks.add(CompletableFuture.supplyAsync(() -> value, executor));
    }
    return executor.await(
        CompletableFuture.allOf(tasks.toArray(CompletableFuture<?>[]::new))
            .thenApply(unused -> tasks.stream().mapToLong(CompletableFuture::join).sum()));
  }

  private CompletableFuture<Integer> waitFor(CompletableFuture<Integer> future, int depth) {
    return depth == 1
        ? future.thenApplyAsync(value -> value + 1, executor)
        : waitFor(future, depth - 1).thenApply(value -> value + 1);
  }

  @Override
  public long suspended(int tasks, int depth, Runnable whenSuspended) {
    List<CompletableFuture<Integer>> futures = new ArrayList<>(tasks);
    CompletableFuture<Integer> last = new CompletableFuture<>();
    for (int i = 0; i < tasks; i++) {
      CompletableFuture<Integer> future = new CompletableFuture<>();
      futures.add(future);
      last = waitFor(future, depth);
    }
    whenSuspended.run();
    futures.forEach(future -> future.complete(0));
    return executor.await(last) == depth ? tasks : 0;
  }

  @Override
  public long sleeps(int tasks, int atMost) {
    ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    List<CompletableFuture<Integer>> sleepers = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      CompletableFuture<Integer> alarm = new CompletableFuture<>();
      int millis = Competitor.millis(i, atMost);
      var unused = timers.schedule(() -> alarm.complete(0), millis, TimeUnit.MILLISECONDS);
      sleepers.add(alarm.thenApply(value -> value + 1));
    }
    long sum = sleepers.stream().mapToLong(CompletableFuture::join).sum();
    timers.shutdown();
    return sum;
  }

  // ---- threads ----

  private static void answer(
      Exchange<CompletableFuture<Integer>> exchange,
      CompletableFuture<Integer> question,
      ExecutorService thread) {
    var unused =
        question.thenAcceptAsync(
            value -> {
              CompletableFuture<Integer> next = new CompletableFuture<>();
              answer(exchange, next, thread);
              exchange.answer(value, next);
            },
            thread);
  }

  @Override
  public long roundTrips(int n) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Exchange<CompletableFuture<Integer>> exchange = new Exchange<>();
    CompletableFuture<Integer> first = new CompletableFuture<>();
    answer(exchange, first, thread);
    exchange.open(first);
    long sum = 0;
    for (int i = 0; i < n; i++) {
      exchange.question().complete(i);
      sum += exchange.await(i);
    }
    thread.shutdown();
    return sum;
  }
}
