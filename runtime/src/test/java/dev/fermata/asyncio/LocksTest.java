package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * After CPython's test_locks, of which {@link ConditionTest}, {@link SemaphoreTest} and {@link
 * BarrierTest} are parts too.
 */
class LocksTest extends LoopTest {

  /** A turn of the loop, in a script. */
  static void turn() throws Throwable {
    await(sleep(Duration.ZERO));
  }

  @Nested
  class OfLock {

    private final Lock lock = new Lock();

    private Script<Boolean> acquiring(String word) {
      return Script.of(
          () -> {
            boolean acquired = await(lock.acquire());
            trace.add(word);
            return acquired;
          });
    }

    @Test
    void letsInOneByOne() {
      run(
          () -> {
            assertThat(await(lock.acquire())).isTrue();
            Task<Boolean> a = createTask(acquiring("a"));
            Task<Boolean> b = createTask(acquiring("b"));
            turn();
            assertThat(trace).isEmpty();
            lock.release();
            turn();
            assertThat(trace).containsExactly("a");
            turn();
            assertThat(trace).containsExactly("a");
            Task<Boolean> c = createTask(acquiring("c"));
            lock.release();
            turn();
            assertThat(trace).containsExactly("a", "b");
            lock.release();
            turn();
            assertThat(trace).containsExactly("a", "b", "c");
            assertThat(a.result() && b.result() && c.result()).isTrue();
          });
    }

    @Test
    void takesNoTurnIfItIsFree() {
      loop.callSoon(say("other"));
      loop.createTask(
          doing(
              () -> {
                for (int i = 0; i < 3; i++) {
                  await(lock.acquire());
                  lock.release();
                }
                trace.add("done");
              }));
      loop.callSoon(say("another"));
      turns(1);
      assertThat(trace).containsExactly("other", "done", "another");
    }

    @Test
    void worksAsAContextManager() {
      run(
          () -> {
            with(lock, nothing -> assertThat(lock.locked()).isTrue());
            assertThat(lock.locked()).isFalse();
            fails(
                ArithmeticException.class,
                () ->
                    with(
                        lock,
                        nothing -> {
                          throw new ArithmeticException();
                        }));
            assertThat(lock.locked()).isFalse();
          });
    }

    @Test
    void cancelledWhileWaiting() {
      run(
          () -> {
            await(lock.acquire());
            Task<?> task = createTask(lock.acquire());
            loop.callSoon(task::cancel);
            fails(CancelledError.class, () -> await(task));
            assertThat(lock).hasToString("<Lock [locked]>");
          });
    }

    @Test
    void releasedWhileTheFirstWaiterIsBeingCancelled() {
      Future<String> blocker = loop.createFuture();
      run(
          () -> {
            Task<?> a = createTask(holding(() -> await(blocker)));
            turn();
            assertThat(lock.locked()).isTrue();
            Task<?> b = createTask(holding(() -> {}));
            turn();
            Task<?> c = createTask(holding(() -> {}));
            turn();
            assertThat(lock).hasToString("<Lock [locked, waiters:2]>");
            blocker.setResult("go on");
            b.cancel();
            turn();
            assertThat(lock.locked()).isFalse();
            assertThat(a.done()).isTrue();
            assertThat(b.cancelled()).isTrue();
            await(c);
          });
    }

    private Script<@Nullable Void> holding(Script.Action work) {
      return doing(
          () -> {
            await(lock.acquire());
            try {
              work.run();
            } finally {
              lock.release();
            }
          });
    }

    @Test
    void cancelledAndReleasedInOneTurnLetsInOnlyOne() {
      run(
          () -> {
            await(lock.acquire());
            Task<Boolean> a = createTask(acquiring("a"));
            Task<Boolean> b = createTask(acquiring("b"));
            Task<Boolean> c = createTask(acquiring("c"));
            turn();
            loop.callSoon(
                () -> {
                  a.cancel();
                  lock.release();
                });
            fails(CancelledError.class, () -> await(a));
            assertThat(trace).containsExactly("b");
            assertThat(b.done()).isTrue();
            c.cancel();
            turn();
            assertThat(c.cancelled()).isTrue();
          });
    }

    @Test
    void whoIsWokenAndCancelledPassesItOn() {
      run(
          () -> {
            await(lock.acquire());
            Task<?> b = createTask(lock.acquire());
            turn();
            Task<?> c = createTask(lock.acquire());
            b.cancel();
            lock.release();
            turn();
            assertThat(lock.locked()).isTrue();
            assertThat(b.cancelled()).isTrue();
            await(c);
          });
    }

    @Test
    void whoIsCancelledAfterBeingWokenPassesItOn() {
      run(
          () -> {
            await(lock.acquire());
            Task<?> b = createTask(lock.acquire());
            Task<?> c = createTask(lock.acquire());
            turn();
            lock.release();
            b.cancel();
            await(c);
            assertThat(b.cancelled()).isTrue();
            assertThat(lock).hasToString("<Lock [locked]>");
          });
    }

    @Test
    void whoComesBetweenReleaseAndWakingDoesNotOvertake() {
      run(
          () -> {
            await(lock.acquire());
            createTask(acquiring("a"));
            turn();
            lock.release();
            assertThat(lock).hasToString("<Lock [unlocked, waiters:1]>");
            Task<?> b = createTask(acquiring("b"));
            turn();
            turn();
            assertThat(trace).containsExactly("a");
            lock.release();
            await(b);
            assertThat(trace).containsExactly("a", "b");
          });
    }

    @Test
    void releasedTooOften() {
      assertThatThrownBy(lock::release)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Lock is not acquired");
      loop.runUntilComplete(lock.acquire());
      lock.release();
      assertThat(lock.locked()).isFalse();
    }

    @Test
    void belongsToOneLoop() {
      run(() -> assertThat(await(lock.acquire())).isTrue());
      Task<?> waiting = loop.createTask(lock.acquire());
      turns(1);
      EventLoop other = VirtualClockLoop.create();
      assertThatThrownBy(() -> other.runUntilComplete(lock.acquire()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("bound to a different event loop");
      lock.release();
      turns(1);
      assertThat(waiting.done()).isTrue();
      lock.release();
      other.runUntilComplete(lock.acquire());
      other.close();
    }

    @Test
    void describesItself() {
      assertThat(lock).hasToString("<Lock [unlocked]>");
      loop.runUntilComplete(lock.acquire());
      assertThat(lock).hasToString("<Lock [locked]>");
      assertThat(lock.acquire()).hasToString("<coroutine Lock.acquire created>");
    }
  }

  @Nested
  class OfEvent {

    private final Event event = new Event();

    private Script<@Nullable Void> waiting(String word) {
      return doing(
          () -> {
            assertThat(await(event.waitFor())).isTrue();
            trace.add(word);
          });
    }

    @Test
    void wakesAllInOrder() {
      run(
          () -> {
            Task<?> a = createTask(waiting("a"));
            createTask(waiting("b"));
            createTask(waiting("c"));
            turn();
            assertThat(trace).isEmpty();
            assertThat(event).hasToString("<Event [unset, waiters:3]>");
            event.set();
            turn();
            assertThat(trace).containsExactly("a", "b", "c");
            assertThat(a.done()).isTrue();
            assertThat(event).hasToString("<Event [set]>");
          });
    }

    @Test
    void takesNoTurnIfItIsSet() {
      event.set();
      event.set();
      loop.createTask(waiting("a"));
      loop.callSoon(say("other"));
      turns(1);
      assertThat(trace).containsExactly("a", "other");
    }

    @Test
    void cancelledWhileWaiting() {
      run(
          () -> {
            Task<?> task = createTask(event.waitFor());
            loop.callSoon(task::cancel);
            fails(CancelledError.class, () -> await(task));
            assertThat(event).hasToString("<Event [unset]>");
          });
    }

    @Test
    void clearedIsUnset() {
      assertThat(event.isSet()).isFalse();
      event.set();
      assertThat(event.isSet()).isTrue();
      event.clear();
      assertThat(event.isSet()).isFalse();
    }

    @Test
    void clearedBeforeTheyRunTheyGoOnAllTheSame() {
      run(
          () -> {
            Task<?> a = createTask(waiting("a"));
            turn();
            event.set();
            event.clear();
            event.set();
            event.clear();
            turn();
            assertThat(trace).containsExactly("a");
            assertThat(a.done()).isTrue();
          });
    }

    @Test
    void belongsToOneLoop() {
      Task<?> waiting = loop.createTask(event.waitFor());
      turns(1);
      EventLoop other = VirtualClockLoop.create();
      assertThatThrownBy(() -> other.runUntilComplete(event.waitFor()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("bound to a different event loop");
      other.close();
      event.set();
      turns(1);
      assertThat(waiting.done()).isTrue();
    }
  }
}
