package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.waitFor;
import static dev.fermata.asyncio.LocksTest.turn;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After the part of CPython's test_locks. */
class ConditionTest extends LoopTest {

  private final Condition condition = new Condition();

  /** Waits for a signal, and keeps the lock. */
  private Task<?> waiter(String word) {
    return createTask(
        doing(
            () -> {
              await(condition.acquire());
              assertThat(await(condition.waitFor())).isTrue();
              trace.add(word);
            }));
  }

  @Test
  void signalledOneByOne() {
    run(
        () -> {
          waiter("a");
          waiter("b");
          waiter("c");
          turn();
          assertThat(trace).isEmpty();
          assertThat(condition.locked()).isFalse();

          await(condition.acquire());
          condition.signal();
          turn();
          assertThat(trace).as("it needs the lock").isEmpty();
          condition.release();
          turn();
          assertThat(trace).containsExactly("a");
          assertThat(condition.locked()).isTrue();

          condition.signal(2);
          turn();
          assertThat(trace).containsExactly("a");
          condition.release();
          turn();
          turn();
          assertThat(trace).containsExactly("a", "b");
          condition.release();
          turn();
          turn();
          assertThat(trace).containsExactly("a", "b", "c");
        });
  }

  @Test
  void signalsSomeOrAll() {
    run(
        () -> {
          for (int i = 0; i < 4; i++) {
            String word = "" + i;
            createTask(
                doing(
                    () -> {
                      await(condition.acquire());
                      await(condition.waitFor());
                      trace.add(word);
                      condition.release();
                    }));
          }
          turn();
          await(condition.acquire());
          condition.signal(1);
          condition.signal(0);
          condition.release();
          turns();
          assertThat(trace).containsExactly("0");
          await(condition.acquire());
          condition.signal(2);
          condition.release();
          turns();
          assertThat(trace).containsExactly("0", "1", "2");
          await(condition.acquire());
          condition.signal(2048);
          condition.release();
          turns();
          assertThat(trace).containsExactly("0", "1", "2", "3");
          await(condition.acquire());
          condition.signalAll();
          condition.release();
        });
  }

  private static void turns() throws Throwable {
    for (int i = 0; i < 8; i++) {
      turn();
    }
  }

  @Test
  void signalsAll() {
    run(
        () -> {
          Task<?> a = waiter("a");
          Task<?> b = waiter("b");
          turn();
          await(condition.acquire());
          condition.signalAll();
          condition.release();
          await(a);
          condition.release();
          await(b);
          condition.release();
          assertThat(trace).containsExactly("a", "b");
        });
  }

  @Test
  void waitsForAPredicate() {
    boolean[] true_ = new boolean[1];
    int[] asked = new int[1];
    run(
        () -> {
          Task<Boolean> task =
              createTask(
                  Script.of(
                      () -> {
                        await(condition.acquire());
                        try {
                          return await(
                              condition.waitFor(
                                  () -> {
                                    asked[0]++;
                                    return true_[0];
                                  }));
                        } finally {
                          condition.release();
                        }
                      }));
          turn();
          assertThat(asked[0]).isEqualTo(1);
          await(condition.acquire());
          condition.signal();
          condition.release();
          turns();
          assertThat(asked[0]).isEqualTo(2);
          assertThat(task.done()).isFalse();
          await(condition.acquire());
          true_[0] = true;
          condition.signal();
          condition.release();
          assertThat(await(task)).isTrue();
          assertThat(asked[0]).isEqualTo(3);
        });
  }

  @Test
  void aPredicateThatIsTrueNeedsNoLock() {
    assertThat(loop.runUntilComplete(condition.waitFor(() -> true))).isTrue();
    assertThatThrownBy(() -> loop.runUntilComplete(condition.waitFor(() -> false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot wait on un-acquired lock");
  }

  @Test
  void aPredicateThatFails() {
    assertThatThrownBy(
            () ->
                loop.runUntilComplete(
                    condition.waitFor(
                        () -> {
                          throw new ArithmeticException();
                        })))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void needsTheLock() {
    assertThatThrownBy(() -> loop.runUntilComplete(condition.waitFor()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot wait on un-acquired lock");
    List.<Runnable>of(condition::signal, condition::signalAll, () -> condition.signal(7))
        .forEach(
            signal ->
                assertThatThrownBy(signal::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot notify on un-acquired lock"));
  }

  @Test
  void cancelledWhileWaiting() {
    run(
        () -> {
          await(condition.acquire());
          Task<?> task = createTask(condition.waitFor());
          loop.callSoon(task::cancel);
          fails(CancelledError.class, () -> await(task));
          assertThat(condition).hasToString("<Condition [locked]>");
        });
  }

  @Test
  void cancelledItWaitsForTheLockAllTheSame() {
    run(
        () -> {
          await(condition.acquire());
          Task<?> task = createTask(condition.waitFor());
          turn();
          assertThat(condition.locked()).isFalse();
          await(condition.acquire());
          task.cancel();
          turns();
          assertThat(task.done()).isFalse();
          task.cancel("again");
          turns();
          assertThat(task.done()).isFalse();
          condition.release();
          assertThat(fails(CancelledError.class, () -> await(task))).hasMessage("again");
          assertThat(condition.locked()).isTrue();
        });
  }

  @Test
  void cancelledAfterTheSignalItWaitsForTheLock() {
    run(
        () -> {
          await(condition.acquire());
          Task<?> task = createTask(condition.waitFor());
          turn();
          await(condition.acquire());
          condition.signal();
          turn();
          task.cancel();
          condition.release();
          fails(CancelledError.class, () -> await(task));
          assertThat(condition.locked()).isTrue();
        });
  }

  @Test
  void theErrorOfACancellationIsTheVeryObject() {
    for (boolean signalled : new boolean[] {false, true}) {
      CancelledError[] raised = new CancelledError[1];
      Condition condition = new Condition();
      run(
          () -> {
            Task<?> task =
                createTask(
                    doing(
                        () ->
                            with(
                                condition,
                                nothing -> {
                                  raised[0] =
                                      fails(
                                          CancelledError.class,
                                          () -> await(condition.waitFor(() -> false)));
                                  throw raised[0];
                                })));
            turn();
            if (signalled) {
              await(condition.acquire());
              condition.signal();
              turn();
              task.cancel("foo");
              condition.release();
            } else {
              task.cancel("foo");
            }
            CancelledError error = fails(CancelledError.class, () -> await(task));
            assertThat(error).hasMessage("foo").isSameAs(raised[0]);
          });
    }
  }

  @Test
  void aSignalIsNotLostWhenItsReceiverIsCancelled() {
    for (boolean acquiring : new boolean[] {false, true}) {
      Condition condition = new Condition();
      int[] items = new int[1];
      run(
          () -> {
            Task<?> first = createTask(consumer(condition, items));
            Task<?> second = createTask(consumer(condition, items));
            turn();
            with(
                condition,
                nothing -> {
                  items[0] = 1;
                  condition.signal();
                  if (acquiring) {
                    // It is woken, and waits for the lock.
                    turn();
                  }
                  first.cancel();
                  await(waitFor(condition.waitFor(() -> items[0] == 0), Duration.ofMillis(10)));
                  items[0] = -1;
                  condition.signalAll();
                });
            await(second);
            assertThat(first.cancelled()).isTrue();
          });
      assertThat(condition.locked()).isFalse();
    }
  }

  /** Takes items and says so, until there are less than none. */
  private static Script<@Nullable Void> consumer(Condition condition, int[] items) {
    return doing(
        () ->
            with(
                condition,
                nothing -> {
                  while (true) {
                    await(condition.waitFor(() -> items[0] != 0));
                    if (items[0] < 0) {
                      return;
                    }
                    items[0]--;
                    condition.signalAll();
                  }
                }));
  }

  @Test
  void timesOutWhileWaiting() {
    run(
        () -> {
          with(
              condition,
              nothing ->
                  fails(
                      TimeoutException.class,
                      () -> await(waitFor(condition.waitFor(), Duration.ofSeconds(1)))));
          assertThat(condition.locked()).isFalse();
        });
  }

  @Test
  void sharesALock() {
    Lock lock = new Lock();
    Condition a = new Condition(lock);
    Condition b = new Condition(lock);
    run(
        () -> {
          await(a.acquire());
          assertThat(b.locked()).isTrue();
          assertThat(lock.locked()).isTrue();
          b.release();
          assertThat(a.locked()).isFalse();
        });
  }

  @Test
  void belongsToOneLoop() {
    loop.runUntilComplete(condition.acquire());
    Task<?> waiting = loop.createTask(condition.waitFor());
    turns(1);
    EventLoop other = VirtualClockLoop.create();
    other.runUntilComplete(condition.acquire());
    assertThatThrownBy(() -> other.runUntilComplete(condition.waitFor()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bound to a different event loop");
    assertThat(condition.locked()).as("it has not begun to wait").isTrue();
    other.close();
    condition.signal();
    condition.release();
    turns(2);
    assertThat(waiting.done()).isTrue();
  }

  @Test
  void describesItself() {
    run(
        () -> {
          assertThat(condition).hasToString("<Condition [unlocked]>");
          with(condition, nothing -> assertThat(condition).hasToString("<Condition [locked]>"));
          await(condition.acquire());
          Task<?> task = createTask(condition.waitFor());
          turn();
          assertThat(condition).hasToString("<Condition [unlocked, waiters:1]>");
          task.cancel();
          fails(CancelledError.class, () -> await(task));
        });
  }
}
