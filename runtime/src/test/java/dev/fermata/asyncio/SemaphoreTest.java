package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemaphoreTest extends LoopTest {

  private final Semaphore semaphore = new Semaphore(1);

  private Task<Boolean> acquire(String name) {
    Task<Boolean> task = loop.createTask(semaphore.acquire(), name);
    task.addDoneCallback(
        done -> {
          if (!done.cancelled()) {
            trace.add(name);
          }
        });
    return task;
  }

  @Test
  void letsInAsManyAsItHasPlaces() {
    acquire("a");
    turns(2);
    assertThat(semaphore.locked()).isTrue();
    acquire("b");
    acquire("c");
    turns(2);
    assertThat(trace).containsExactly("a");
    semaphore.release();
    turns(2);
    assertThat(trace).containsExactly("a", "b");
    semaphore.release();
    turns(2);
    assertThat(trace).containsExactly("a", "b", "c");
    semaphore.release();
    assertThat(semaphore.locked()).isFalse();
  }

  @Test
  void takesNoTurnIfThereIsAPlace() {
    assertThat(loop.createTask(semaphore.acquire()).done()).isFalse();
    turns(1);
    assertThat(semaphore.locked()).isTrue();
  }

  @Test
  void whoComesLaterDoesNotOvertake() {
    acquire("a");
    turns(1);
    acquire("b");
    turns(1);
    semaphore.release();
    assertThat(semaphore.locked()).as("the place is b's").isTrue();
    acquire("c");
    turns(2);
    assertThat(trace).containsExactly("a", "b");
    semaphore.release();
    turns(2);
    assertThat(trace).containsExactly("a", "b", "c");
  }

  @Test
  void whoIsCancelledWhileWaitingIsPassedOver() {
    acquire("a");
    turns(1);
    Task<?> b = acquire("b");
    acquire("c");
    turns(1);
    b.cancel();
    semaphore.release();
    turns(2);
    assertThat(b.cancelled()).isTrue();
    assertThat(trace).containsExactly("a", "c");
  }

  @Test
  void whoIsCancelledAfterBeingLetInGivesThePlaceOn() {
    acquire("a");
    turns(1);
    Task<?> b = acquire("b");
    acquire("c");
    turns(1);
    semaphore.release();
    b.cancel();
    turns(3);
    assertThat(b.cancelled()).isTrue();
    assertThat(trace).containsExactly("a", "c");
    semaphore.release();
    assertThat(semaphore.locked()).isFalse();
  }

  @Test
  void severalPlacesFreedAtOnceLetInSeveral() {
    Semaphore none = new Semaphore(0);
    Task<?> a = loop.createTask(none.acquire());
    Task<?> b = loop.createTask(none.acquire());
    turns(1);
    none.release();
    none.release();
    turns(1);
    assertThat(a.done()).isTrue();
    assertThat(b.done()).isTrue();
    assertThat(none.locked()).isTrue();
  }

  @Test
  void boundsConcurrency() {
    Semaphore three = new Semaphore(3);
    int[] inside = new int[2];
    for (int i = 0; i < 20; i++) {
      loop.createTask(
          TestFrame.of(
              f ->
                  switch (f.at()) {
                    case 0 -> f.await(1, three.acquire());
                    case 1 -> {
                      inside[0]++;
                      inside[1] = Math.max(inside[0], inside[1]);
                      yield f.await(2, Asyncio.sleep(Duration.ofSeconds(1)));
                    }
                    default -> {
                      inside[0]--;
                      three.release();
                      yield null;
                    }
                  }));
    }
    loop.runUntilComplete(Asyncio.sleep(Duration.ofSeconds(60)));
    assertThat(inside).containsExactly(0, 3);
    assertThat(Asyncio.allTasks(loop)).isEmpty();
  }

  @Test
  void negativeIsRefused() {
    assertThatThrownBy(() -> new Semaphore(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(">= 0")
        .hasMessageContaining("-1");
  }

  @Test
  void belongsToOneLoop() {
    Task<?> a = loop.createTask(new Semaphore(0).acquire());
    a.cancel();
    acquire("a");
    acquire("b");
    turns(2);
    EventLoop other = VirtualClockLoop.create();
    assertThatThrownBy(() -> other.runUntilComplete(semaphore.acquire()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bound to a different event loop");
    other.close();
    semaphore.release();
    turns(1);
  }

  @Test
  void describesItself() {
    assertThat(semaphore).hasToString("<Semaphore [unlocked, value:1]>");
    acquire("a");
    acquire("b");
    turns(1);
    assertThat(semaphore).hasToString("<Semaphore [locked, waiters:1]>");
    semaphore.release();
    turns(1);
  }

  @Test
  void theBoundedOneRefusesToBeReleasedTooOften() {
    BoundedSemaphore bounded = new BoundedSemaphore();
    loop.runUntilComplete(bounded.acquire());
    bounded.release();
    assertThatThrownBy(bounded::release)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("released too many times");
    assertThat(new BoundedSemaphore(2)).hasToString("<BoundedSemaphore [unlocked, value:2]>");
  }

  private void acquires(Semaphore semaphore, String name) {
    loop.createTask(
        Script.doing(
            () -> {
              Script.await(semaphore.acquire());
              trace.add(name);
            }));
  }

  /** CPython's test_acquire_fifo_order_2. */
  @Test
  void whoReleasesAndComesAgainStandsAtTheEnd() {
    acquires(semaphore, "1");
    loop.createTask(
        Script.doing(
            () -> {
              Script.await(semaphore.acquire());
              trace.add("2");
              semaphore.release();
              Script.await(semaphore.acquire());
              trace.add("4");
            }));
    acquires(semaphore, "3");
    turns(1);
    semaphore.release();
    semaphore.release();
    turns(4);
    assertThat(trace).containsExactly("1", "2", "3", "4");
  }

  /** CPython's test_acquire_fifo_order_4. */
  @Test
  void oneReleaseForEachWhoWaitsWakesThemBeforeWhoComesLater() {
    Semaphore none = new Semaphore(0);
    loop.createTask(
        Script.doing(
            () -> {
              Script.await(none.acquire());
              loop.createTask(Script.doing(() -> trace.add("4")));
              trace.add("1");
            }));
    loop.createTask(
        Script.doing(
            () -> {
              none.release();
              none.release();
              none.release();
              assertThat(none.locked()).isTrue();
              Script.await(none.acquire());
              trace.add("2");
            }));
    acquires(none, "3");
    turns(4);
    assertThat(trace).containsExactly("1", "2", "3", "4");
  }

  /** CPython's test_acquire_cancel_before_awoken. */
  @Test
  void severalWhoAreCancelledBeforeAReleaseArePassedOver() {
    Semaphore none = new Semaphore(0);
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(loop.createTask(none.acquire()));
    }
    turns(1);
    tasks.get(0).cancel();
    tasks.get(1).cancel();
    none.release();
    turns(2);
    assertThat(tasks).extracting(Task::done).containsExactly(true, true, true, false);
    tasks.get(3).cancel();
    turns(2);
  }

  /** CPython's test_acquire_no_hang. */
  @Test
  void whoIsCancelledByTheOneWhoLeavesGivesThePlaceOn() {
    run(
        () -> {
          List<Task<?>> tasks = new ArrayList<>();
          tasks.add(
              loop.createTask(
                  Script.doing(
                      () -> {
                        Script.with(semaphore, none -> Script.await(Asyncio.sleep(Duration.ZERO)));
                        tasks.get(1).cancel();
                      })));
          tasks.add(
              loop.createTask(Script.doing(() -> Script.with(semaphore, none -> trace.add("in")))));
          Script.await(Asyncio.wait(tasks));
          assertThat(tasks.get(1).cancelled()).isTrue();
          Script.await(Asyncio.waitFor(semaphore.acquire(), Duration.ofSeconds(1)));
        });
    assertThat(trace).isEmpty();
  }
}
