package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.LocksTest.turn;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.fails;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After the part of CPython's test_queues. */
class QueueShutdownTest extends LoopTest {

  static List<IntFunction<Queue<String>>> kinds() {
    return List.of(Queue::new, LifoQueue::new, PriorityQueue::new);
  }

  private static void assertShutDown(Queue<String> queue) {
    fails(QueueShutDownException.class, () -> await(queue.put("data")));
    fails(QueueShutDownException.class, () -> queue.putNowait("data"));
    fails(QueueShutDownException.class, () -> await(queue.get()));
    fails(QueueShutDownException.class, queue::getNowait);
  }

  private static void assertNothingUnfinished(Queue<String> queue) {
    fails(IllegalStateException.class, queue::taskDone);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void ofAnEmptyQueue(IntFunction<Queue<String>> kind) {
    run(
        () -> {
          Queue<String> queue = kind.apply(0);
          Task<String> get = createTask(queue.get());
          turn();
          queue.shutdown();
          assertThat(queue.qsize()).isZero();
          await(queue.join());
          turn();
          assertThat(get.done()).isTrue();
          fails(QueueShutDownException.class, () -> await(get));
          assertShutDown(queue);
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void leavesItemsToBeTaken(IntFunction<Queue<String>> kind) {
    run(
        () -> {
          Queue<String> queue = kind.apply(1);
          queue.putNowait("data");
          Task<Void> join = createTask(queue.join());
          Task<Void> put = createTask(queue.put("data2"));
          turn();
          assertThat(put.done()).isFalse();
          queue.shutdown();
          assertThat(queue.qsize()).isEqualTo(1);
          turn();
          fails(QueueShutDownException.class, () -> await(put));
          assertThat(await(queue.get())).isEqualTo("data");
          turn();
          assertThat(join.done()).isFalse();
          assertShutDown(queue);
          queue.taskDone();
          turn();
          assertThat(join.done()).isTrue();
          await(join);
          assertNothingUnfinished(queue);
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void immediateDropsThem(IntFunction<Queue<String>> kind) {
    run(
        () -> {
          Queue<String> queue = kind.apply(0);
          queue.putNowait("data");
          Task<Void> join = createTask(queue.join());
          turn();
          queue.shutdown(true);
          assertThat(queue.qsize()).isZero();
          turn();
          assertThat(join.done()).isTrue();
          assertShutDown(queue);
          assertNothingUnfinished(queue);
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void immediateStillWaitsForWorkThatHasBegun(IntFunction<Queue<String>> kind) {
    run(
        () -> {
          Queue<String> queue = kind.apply(0);
          queue.putNowait("data");
          queue.putNowait("data");
          Task<Void> join = createTask(queue.join());
          assertThat(await(queue.get())).isEqualTo("data");
          queue.shutdown(true);
          assertThat(queue.qsize()).isZero();
          turn();
          assertThat(join.done()).isFalse();
          assertShutDown(queue);
          queue.taskDone();
          assertNothingUnfinished(queue);
          turn();
          assertThat(join.done()).isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void afterItemsWereMarkedDoneTooEarly(IntFunction<Queue<String>> kind) {
    Queue<String> queue = kind.apply(0);
    queue.putNowait("a");
    queue.putNowait("b");
    queue.taskDone();
    queue.taskDone();
    queue.shutdown(true);
    assertNothingUnfinished(queue);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void wakesAllWhoWait(IntFunction<Queue<String>> kind) {
    Queue<String> queue = kind.apply(1);
    List<Task<String>> getters =
        List.of(loop.createTask(queue.get()), loop.createTask(queue.get()));
    turns(1);
    getters.get(0).cancel();
    queue.shutdown();
    turns(2);
    assertThat(getters.get(0).cancelled()).isTrue();
    assertThat(getters.get(1).exception()).isInstanceOf(QueueShutDownException.class);
  }
}
