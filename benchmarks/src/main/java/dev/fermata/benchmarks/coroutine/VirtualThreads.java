package dev.fermata.benchmarks.coroutine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Virtual threads, where the JDK has them: from 21 on. To be run with one carrier thread. */
final class VirtualThreads implements Competitor {

  private static final @Nullable MethodHandle START = find();

  private static @Nullable MethodHandle find() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }

  static boolean exist() {
    return START != null && Runtime.version().feature() >= 21;
  }

  private static Thread start(Runnable body) {
    try {
      return (Thread) Objects.requireNonNull(START).invokeExact(body);
    } catch (Throwable e) {
      throw new IllegalStateException("no virtual threads", e);
    }
  }

  private static <T> FutureTask<T> submit(Callable<T> body) {
    FutureTask<T> task = new FutureTask<>(body);
    Thread unused = start(task);
    return task;
  }

  private static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a benchmark", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T> T run(Callable<T> body) {
    return result(submit(body));
  }

  @Override
  public String name() {
    return "virtual threads";
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is what is measured
  private static int giveWay(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.yield();
    }
    return turns;
  }

  @Override
  public long switches(int tasks, int turns) {
    return run(
        () -> {
          List<FutureTask<Integer>> started = new ArrayList<>();
          for (int i = 0; i < tasks; i++) {
            started.add(submit(() -> giveWay(turns)));
          }
          return started.stream().mapToLong(VirtualThreads::result).sum();
        });
  }

  @Override
  public long calls(int n) {
    return run(() -> new PlainJava().calls(n));
  }

  @Override
  public long fib(int n) {
    return run(() -> new PlainJava().fib(n));
  }

  private static int descend(int depth, int turns) {
    return depth == 0 ? giveWay(turns) : 1 + descend(depth - 1, turns);
  }

  @Override
  public long deep(int depth, int turns) {
    return run(() -> descend(depth, turns));
  }

  @Override
  public long recurse(int depth) {
    return run(() -> new PlainJava().recurse(depth));
  }

  @Override
  public long spawn(int n) {
    return run(
        () -> {
          long sum = 0;
          for (int i = 0; i < n; i++) {
            int value = i;
            sum += result(submit(() -> value));
          }
          return sum;
        });
  }

  @Override
  public long gather(int n) {
    return run(
        () -> {
          List<FutureTask<Integer>> started = new ArrayList<>(n);
          for (int i = 0; i < n; i++) {
            int value = i;
            started.add(submit(() -> value));
          }
          return started.stream().mapToLong(VirtualThreads::result).sum();
        });
  }

  @Override
  public long channel(int capacity, int n) {
    return run(
        () -> {
          BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(capacity);
          FutureTask<Integer> producer =
              submit(
                  () -> {
                    for (int i = 0; i < n; i++) {
                      queue.put(i);
                    }
                    return n;
                  });
          long sum = 0;
          for (int i = 0; i < n; i++) {
            sum += queue.take();
          }
          result(producer);
          return sum;
        });
  }

  private static int waitFor(CompletableFuture<Integer> future, int depth) {
    return depth == 1 ? future.join() + 1 : waitFor(future, depth - 1) + 1;
  }

  @Override
  public long suspended(int tasks, int depth, Runnable whenSuspended) {
    List<CompletableFuture<Integer>> futures = new ArrayList<>(tasks);
    List<Thread> started = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      CompletableFuture<Integer> future = new CompletableFuture<>();
      futures.add(future);
      started.add(start(() -> waitFor(future, depth)));
    }
    for (Thread thread : started) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    started.clear();
    whenSuspended.run();
    futures.forEach(future -> future.complete(0));
    return tasks;
  }

  @Override
  public long sleeps(int tasks, int atMost) {
    List<FutureTask<Integer>> sleepers = new ArrayList<>(tasks);
    for (int i = 0; i < tasks; i++) {
      int millis = Competitor.millis(i, atMost);
      sleepers.add(
          submit(
              () -> {
                Thread.sleep(millis);
                return 1;
              }));
    }
    return sleepers.stream().mapToLong(VirtualThreads::result).sum();
  }

  @Override
  public long roundTrips(int n) {
    Exchange<CompletableFuture<Integer>> exchange = new Exchange<>();
    Thread unused =
        start(
            () -> {
              CompletableFuture<Integer> question = new CompletableFuture<>();
              exchange.open(question);
              for (int i = 0; i < n; i++) {
                int value = question.join();
                question = new CompletableFuture<>();
                exchange.answer(value, question);
              }
            });
    long sum = 0;
    for (int i = 0; i < n; i++) {
      exchange.question().complete(i);
      sum += exchange.await(i);
    }
    return sum;
  }
}
