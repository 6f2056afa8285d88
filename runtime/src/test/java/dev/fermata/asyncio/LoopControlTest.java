package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoopControlTest {

  /** Jumps, and keeps what it was asked. */
  private static class Control implements LoopControl {
    final List<String> asked = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();

    @Override
    public long now() {
      return now.get();
    }

    @Override
    public long beforeSleep(long nanos, int work, int stages) {
      asked.add(nanos + " " + work + " " + stages);
      if (work > 0 || stages > 0) {
        return -1;
      }
      if (nanos < 0) {
        throw new IllegalArgumentException("nothing to wait for");
      }
      now.addAndGet(nanos);
      return 0;
    }
  }

  @Test
  void decidesHowLongTheLoopSleeps() {
    Control control = new Control();
    try (EventLoop loop = EventLoop.create(control)) {
      loop.runUntilComplete(Asyncio.sleep(Duration.ofNanos(5)));
      assertThat(loop.time()).isEqualTo(5);
      assertThat(control.asked).containsExactly("5 0 0");
    }
  }

  @Test
  void whatItThrowsComesOutOfTheRun() {
    try (EventLoop loop = EventLoop.create(new Control())) {
      Future<Integer> future = loop.createFuture();
      assertThatThrownBy(() -> loop.runUntilComplete(future))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(loop.isRunning()).isFalse();
      loop.runUntilComplete(Asyncio.sleep(Duration.ofNanos(1)));
    }
  }

  @Test
  void isToldOfWorkElsewhere() throws InterruptedException {
    Control control = new Control();
    try (EventLoop loop = EventLoop.create(control)) {
      CountDownLatch go = new CountDownLatch(1);
      List<Runnable> jobs = new ArrayList<>();
      Executor executor = jobs::add;
      Future<Integer> done = loop.runInExecutor(executor, () -> 1);
      Future<Integer> cancelled = loop.runInExecutor(executor, () -> 2);
      cancelled.cancel();
      loop.callLater(
          Duration.ofNanos(3),
          () -> {
            throw new AssertionError("the clock has moved");
          });
      Thread other =
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  return;
                }
                jobs.get(0).run();
              });
      other.start();
      loop.callSoon(go::countDown);
      assertThat(loop.<Integer>runUntilComplete(done)).isEqualTo(1);
      other.join();
      assertThat(control.asked).allMatch(each -> each.equals("3 1 0"));
      assertThat(loop.workElsewhere).isZero();
    }
  }

  @Test
  void isToldOfFuturesOfJava() {
    Control control = new Control();
    try (EventLoop loop = EventLoop.create(control)) {
      CompletableFuture<Integer> stage = new CompletableFuture<>();
      Future<Integer> future = Interop.wrap(stage, loop);
      assertThat(loop.stagesAwaited).isEqualTo(1);
      loop.callSoon(() -> stage.complete(1));
      assertThat(loop.<Integer>runUntilComplete(future)).isEqualTo(1);
      assertThat(loop.stagesAwaited).isZero();
    }
  }

  @Test
  void mayShuffleTasksBetweenCallbacks() {
    List<String> arrival = trace(null);
    List<String> shuffled = trace(new Random(3));
    assertThat(arrival).containsExactly("c0", "t0", "c1", "t1", "c2", "t2", "c3", "t3");
    assertThat(shuffled).containsExactlyInAnyOrderElementsOf(arrival).isNotEqualTo(arrival);
    assertThat(shuffled.stream().filter(each -> each.startsWith("c"))).isSorted();
    assertThat(trace(new Random(3))).isEqualTo(shuffled);
  }

  private static List<String> trace(@Nullable Random random) {
    List<String> trace = new ArrayList<>();
    Control control =
        new Control() {
          @Override
          public @Nullable Random order() {
            return random;
          }
        };
    try (EventLoop loop = EventLoop.create(control)) {
      for (int i = 0; i < 4; i++) {
        int number = i;
        loop.callSoon(() -> trace.add("c" + number));
        loop.createTask(TestFrame.doing(() -> trace.add("t" + number)));
      }
      loop.runUntilComplete(Asyncio.sleep(Duration.ofNanos(1)));
    }
    return trace;
  }

  @Test
  void mayHaveEveryAwaitSuspend() {
    List<String> trace = new ArrayList<>();
    Control control =
        new Control() {
          @Override
          public boolean everyAwaitSuspends() {
            return true;
          }
        };
    try (EventLoop loop = EventLoop.create(control)) {
      Future<String> done = loop.createFuture();
      done.setResult("future");
      Future<String> failed = loop.createFuture();
      failed.setException(new IllegalArgumentException("failed"));
      TestFrame<String> main =
          TestFrame.catching(
              f -> {
                trace.add("main " + f.at() + " " + f.sent() + " " + f.thrown());
                return switch (f.at()) {
                  case 0 -> {
                    loop.callSoon(() -> trace.add("turn"));
                    yield f.await(1, Coroutine.of("call"));
                  }
                  case 1 -> {
                    loop.callSoon(() -> trace.add("turn"));
                    yield f.await(2, done);
                  }
                  case 2 -> {
                    loop.callSoon(() -> trace.add("turn"));
                    yield f.await(3, failed);
                  }
                  default -> "end";
                };
              });
      assertThat(loop.runUntilComplete(main)).isEqualTo("end");
    }
    assertThat(trace)
        .containsExactly(
            "main 0 null null",
            "turn",
            "main 1 call null",
            "turn",
            "main 2 future null",
            "turn",
            "main 3 null java.lang.IllegalArgumentException: failed");
  }

  @Test
  void eagerTasksStillBeginAtOnce() {
    Control control =
        new Control() {
          @Override
          public boolean everyAwaitSuspends() {
            return true;
          }
        };
    try (EventLoop loop = EventLoop.create(control)) {
      TestFrame<Boolean> main =
          TestFrame.of(
              f ->
                  loop.createTask(Coroutine.of("at once"), TaskOptions.defaults().eagerStart(true))
                      .done());
      assertThat(loop.<Boolean>runUntilComplete(main)).isTrue();
    }
  }
}
