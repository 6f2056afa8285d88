package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Functions that run in other threads. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class ThreadsTest extends LoopTest {

  @Nested
  class ToThread {

    @Test
    void hasTheResult() {
      Coroutine<String> coroutine = Asyncio.toThread(() -> Thread.currentThread().getName());
      assertThat(loop.runUntilComplete(coroutine)).startsWith("asyncio_");
    }

    @Test
    void hasTheVeryException() {
      IOException failure = new IOException();
      Coroutine<?> coroutine =
          Asyncio.toThread(
              () -> {
                throw failure;
              });
      assertThat(catchThrowable(() -> loop.runUntilComplete(coroutine))).isSameAs(failure);
    }

    @Test
    void callsOnceAndOnlyWhenAwaited() {
      AtomicInteger calls = new AtomicInteger();
      Coroutine<Integer> coroutine = Asyncio.toThread(calls::incrementAndGet);
      turns(2);
      assertThat(calls).hasValue(0);
      loop.runUntilComplete(coroutine);
      assertThat(calls).hasValue(1);
    }

    @Test
    void manyAtOnce() {
      AtomicInteger calls = new AtomicInteger();
      List<Coroutine<Integer>> coroutines = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        coroutines.add(Asyncio.toThread(calls::incrementAndGet));
      }
      Coroutine<Object> main =
          TestFrame.of(f -> f.at() == 0 ? f.await(1, Asyncio.gather(coroutines)) : f.sent());
      assertThat((List<?>) loop.runUntilComplete(main)).hasSize(10);
      assertThat(calls).hasValue(10);
    }

    @Test
    void takesACopyOfTheContextAlong() {
      ContextVar<String> var = new ContextVar<>("var");
      Coroutine<Object> main =
          TestFrame.of(
              f ->
                  switch (f.at()) {
                    case 0 -> {
                      var.set("parrot");
                      yield f.await(
                          1,
                          Asyncio.toThread(
                              () -> {
                                String seen = var.get();
                                var.set("thread's");
                                return seen;
                              }));
                    }
                    default -> f.sent() + " and " + var.get();
                  });
      assertThat(loop.runUntilComplete(main)).isEqualTo("parrot and parrot");
    }

    @Test
    void cancelledLeavesTheFunctionToItself() throws InterruptedException {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      CountDownLatch ended = new CountDownLatch(1);
      Task<?> task =
          loop.createTask(
              Asyncio.toThread(
                  () -> {
                    begun.countDown();
                    end.await();
                    ended.countDown();
                    return null;
                  }));
      turns(1);
      begun.await();
      task.cancel();
      assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancelledError.class);
      end.countDown();
      ended.await();
    }
  }

  @Nested
  class VirtualThreadExecutor {

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void startsAVirtualThreadForEach() throws ReflectiveOperationException {
      loop.setDefaultExecutor(Asyncio.newVirtualThreadExecutor());
      Coroutine<Thread> coroutine = Asyncio.toThread(Thread::currentThread);
      Thread thread = loop.runUntilComplete(coroutine);
      assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_18)
    void takesANewerJdk() {
      assertThatThrownBy(Asyncio::newVirtualThreadExecutor)
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("JDK 21");
    }
  }
}
