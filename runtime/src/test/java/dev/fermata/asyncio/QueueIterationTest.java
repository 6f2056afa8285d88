package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A queue as an asynchronous iterable. */
@SuppressWarnings("NullAway") // its items may be null
class QueueIterationTest extends LoopTest {

  private final Queue<@Nullable Integer> queue = new Queue<>();
  private final AsyncIterator<@Nullable Integer> items =
      AsyncIterable.<@Nullable Integer>from(queue).aiter();

  /** A task that takes one item, and tells of it. */
  private Task<Void> taking() {
    return createTask(doing(() -> trace.add("took " + await(items.anext()))));
  }

  private void assertEnds() {
    fails(StopAsyncIterationException.class, () -> await(items.anext()));
  }

  @Test
  void itemsComeOutInOrderUntilItIsShutDown() {
    queue.putNowait(1);
    queue.putNowait(null);
    queue.putNowait(3);
    queue.shutdown();
    List<@Nullable Integer> expected = new ArrayList<>(List.of(1, 3));
    expected.add(1, null);
    assertThat(loop.runUntilComplete(AsyncIterable.<@Nullable Integer>from(queue).toList()))
        .isEqualTo(expected);
  }

  @Test
  void waitsForItems() {
    run(
        () -> {
          Task<Void> first = taking();
          Task<Void> second = taking();
          await(queue.put(1));
          await(queue.put(2));
          await(first);
          await(second);
          assertThat(trace).containsExactly("took 1", "took 2");
        });
  }

  @Test
  void shuttingDownEndsThoseThatWait() {
    run(
        () -> {
          Task<Void> waiting = createTask(doing(this::assertEnds));
          await(Asyncio.sleep(Duration.ZERO));
          queue.shutdown();
          await(waiting);
          assertEnds();
        });
  }

  @Test
  void shuttingDownAtOnceDropsWhatIsLeft() {
    run(
        () -> {
          queue.putNowait(1);
          queue.shutdown(true);
          assertEnds();
        });
  }

  @Test
  void makesRoomForThoseThatPut() {
    run(
        () -> {
          Queue<Integer> narrow = new Queue<>(1);
          AsyncIterator<Integer> all = AsyncIterable.<Integer>from(narrow).aiter();
          await(narrow.put(1));
          Task<Void> putting = createTask(narrow.put(2));
          assertThat(await(all.anext())).isEqualTo(1);
          await(putting);
          assertThat(await(all.anext())).isEqualTo(2);
        });
  }

  @Test
  void cancellationWhileItWaitsLosesNoItem() {
    run(
        () -> {
          Task<Void> cancelled = taking();
          Task<Void> other = taking();
          await(Asyncio.sleep(Duration.ZERO));
          // The item wakes the first, which is cancelled before it runs: the other gets it.
          queue.putNowait(1);
          cancelled.cancel();
          await(other);
          fails(CancelledError.class, () -> await(cancelled));
          assertThat(trace).containsExactly("took 1");
          assertThat(queue.qsize()).isZero();
        });
  }

  @Test
  void doesNotSayThatTheWorkIsDone() {
    run(
        () -> {
          queue.putNowait(1);
          await(items.anext());
          Task<Void> joining = createTask(queue.join());
          await(Asyncio.sleep(Duration.ZERO));
          assertThat(joining.done()).isFalse();
          queue.taskDone();
          await(joining);
          assertThatThrownBy(queue::taskDone).isInstanceOf(IllegalStateException.class);
        });
  }

  @Test
  void leavingTakesNothing() {
    run(
        () -> {
          queue.putNowait(1);
          await(items.aclose());
          assertThat(queue.getNowait()).isEqualTo(1);
        });
  }

  @Test
  void otherOrders() {
    Queue<Integer> lifo = new LifoQueue<>();
    List.of(1, 2, 3).forEach(lifo::putNowait);
    lifo.shutdown();
    assertThat(loop.runUntilComplete(AsyncIterable.<Integer>from(lifo).toList()))
        .containsExactly(3, 2, 1);
  }
}
