package dev.fermata.asyncio.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerHeapTest {

  private record Timer(long time, int number) {}

  private final TimerHeap<Timer> heap = new TimerHeap<>();
  private final List<Timer> model = new ArrayList<>();

  private void fill(int count) {
    Random random = new Random(count);
    for (int i = 0; i < count; i++) {
      Timer timer = new Timer(random.nextInt(count / 4 + 1), i);
      heap.add(timer.time(), timer);
      model.add(timer);
    }
  }

  /** By time, and those of one time by arrival: the model is in order of arrival already. */
  private List<Timer> expected() {
    model.sort(Comparator.comparingLong(Timer::time));
    return model;
  }

  private List<Timer> drain() {
    List<Timer> drained = new ArrayList<>();
    while (!heap.isEmpty()) {
      assertThat(heap.firstTime()).isEqualTo(heap.first().time());
      drained.add(heap.removeFirst());
    }
    return drained;
  }

  @Test
  void ordersByTimeThenArrival() {
    for (int count : new int[] {0, 1, 2, 3, 16, 17, 1000}) {
      model.clear();
      fill(count);
      assertThat(heap.size()).isEqualTo(count);
      assertThat(drain()).isEqualTo(expected());
    }
  }

  @Test
  void removeIfKeepsTheOrderOfTheRest() {
    fill(1000);
    heap.removeIf(timer -> timer.number() % 3 != 0);
    model.removeIf(timer -> timer.number() % 3 != 0);
    assertThat(heap.size()).isEqualTo(model.size());
    assertThat(drain()).isEqualTo(expected());
  }

  @Test
  void removeIfMayRemoveAllOrNothing() {
    fill(100);
    heap.removeIf(timer -> false);
    assertThat(heap.size()).isEqualTo(100);
    heap.removeIf(timer -> true);
    assertThat(heap.isEmpty()).isTrue();
  }

  @Test
  void clearDropsAll() {
    fill(100);
    heap.clear();
    assertThat(heap.isEmpty()).isTrue();
  }
}
