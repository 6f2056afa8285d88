package dev.fermata.asyncio.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrossThreadQueueTest {

  private final AtomicInteger wakeUps = new AtomicInteger();
  private final CrossThreadQueue<Integer> queue = new CrossThreadQueue<>(wakeUps::incrementAndGet);
  private final List<Integer> drained = new ArrayList<>();

  @Test
  void firstInFirstOut() {
    for (int i = 0; i < 5; i++) {
      queue.add(i);
    }
    assertThat(queue.isEmpty()).isFalse();
    queue.drainTo(drained::add);
    assertThat(drained).containsExactly(0, 1, 2, 3, 4);
    assertThat(queue.isEmpty()).isTrue();
    queue.drainTo(drained::add);
    assertThat(drained).hasSize(5);
  }

  @Test
  void wakesOnlyASleeperAndOnlyOnce() {
    queue.add(1);
    assertThat(wakeUps).hasValue(0);
    queue.drainTo(drained::add);
    assertThat(queue.fallAsleep()).isTrue();
    queue.add(2);
    queue.add(3);
    assertThat(wakeUps).hasValue(1);
    queue.awake();
    queue.add(4);
    assertThat(wakeUps).hasValue(1);
  }

  @Test
  void doesNotSleepOverWork() {
    queue.add(1);
    assertThat(queue.fallAsleep()).isFalse();
    queue.add(2);
    assertThat(wakeUps).hasValue(0);
  }

  @Test
  void losesNothingBetweenThreads() throws InterruptedException {
    int threads = 3;
    int each = 20_000;
    Semaphore bell = new Semaphore(0);
    CrossThreadQueue<Integer> shared = new CrossThreadQueue<>(bell::release);
    List<Thread> producers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int first = t * each;
      Thread producer =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  shared.add(first + i);
                }
              });
      producers.add(producer);
      producer.start();
    }
    while (drained.size() < threads * each) {
      shared.drainTo(drained::add);
      if (drained.size() < threads * each && shared.fallAsleep()) {
        // Were a wake-up lost, this would hang.
        bell.acquire();
        shared.awake();
      }
    }
    for (Thread producer : producers) {
      producer.join();
    }
    assertThat(drained).hasSize(threads * each).doesNotHaveDuplicates();
    for (int t = 0; t < threads; t++) {
      int first = t * each;
      assertThat(drained.stream().filter(i -> i / each == first / each)).isSorted();
    }
  }
}
