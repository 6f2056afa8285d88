package dev.fermata.asyncio.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadyQueueTest {

  private final ReadyQueue<Integer> queue = new ReadyQueue<>();

  @Test
  void behavesAsADequeOfTheLibraryDoes() {
    Deque<Integer> model = new ArrayDeque<>();
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      // Growing and shrinking in waves, so that the ring wraps and grows in all positions.
      boolean add = random.nextInt(100) < (i / 5_000 % 2 == 0 ? 55 : 45);
      if (add) {
        queue.add(i);
        model.add(i);
      } else if (!model.isEmpty()) {
        assertThat(queue.remove()).isEqualTo(model.remove());
      }
      assertThat(queue.size()).isEqualTo(model.size());
      assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
    }
  }

  @Test
  void shufflesAllButThoseThatKeepTheirOrder() {
    for (int i = 0; i < 100; i++) {
      queue.add(-1);
    }
    for (int i = 0; i < 100; i++) {
      queue.remove();
      queue.add(i);
    }
    queue.shuffle(new Random(7), number -> number % 2 == 0);
    List<Integer> order = new ArrayList<>();
    while (!queue.isEmpty()) {
      order.add(queue.remove());
    }
    assertThat(order).hasSize(100).doesNotHaveDuplicates();
    assertThat(order.stream().filter(number -> number % 2 == 0)).isSorted();
    assertThat(order.stream().filter(number -> number % 2 != 0).toList())
        .isNotEqualTo(IntStream.range(0, 50).map(number -> 2 * number + 1).boxed().toList());
  }

  @Test
  void clearDropsAll() {
    for (int i = 0; i < 1000; i++) {
      queue.add(i);
    }
    queue.clear();
    assertThat(queue.isEmpty()).isTrue();
    queue.add(1);
    assertThat(queue.remove()).isEqualTo(1);
  }
}
