package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Asyncio.waitFor;
import static dev.fermata.asyncio.LocksTest.turn;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** After CPython's test_queues; {@link QueueShutdownTest} is a part of it too. */
class QueuesTest extends LoopTest {

  @Nested
  class Basics {

    @Test
    void knowsItsSize() {
      Queue<Integer> queue = new Queue<>(2);
      assertThat(queue.empty()).isTrue();
      assertThat(queue.full()).isFalse();
      assertThat(queue.maxsize()).isEqualTo(2);
      queue.putNowait(1);
      assertThat(queue.empty()).isFalse();
      queue.putNowait(2);
      assertThat(queue.full()).isTrue();
      assertThat(queue.qsize()).isEqualTo(2);
    }

    @Test
    void withoutLimitItIsNeverFull() {
      for (int maxsize : new int[] {0, -1}) {
        Queue<Integer> queue = new Queue<>(maxsize);
        for (int i = 0; i < 1000; i++) {
          queue.putNowait(i);
        }
        assertThat(queue.full()).isFalse();
      }
    }

    @Test
    void firstInFirstOut() {
      Queue<Integer> queue = new Queue<>();
      List.of(1, 3, 2).forEach(queue::putNowait);
      assertThat(List.of(queue.getNowait(), queue.getNowait(), queue.getNowait()))
          .containsExactly(1, 3, 2);
    }

    @Test
    void lastInFirstOut() {
      LifoQueue<Integer> queue = new LifoQueue<>();
      List.of(1, 3, 2).forEach(queue::putNowait);
      assertThat(queue).hasToString("<LifoQueue maxsize=0 items=[1, 3, 2] tasks=3>");
      assertThat(List.of(queue.getNowait(), queue.getNowait(), queue.getNowait()))
          .containsExactly(2, 3, 1);
    }

    @Test
    void leastFirstOut() {
      PriorityQueue<Integer> queue = new PriorityQueue<>();
      List.of(1, 3, 2).forEach(queue::putNowait);
      assertThat(List.of(queue.getNowait(), queue.getNowait(), queue.getNowait()))
          .containsExactly(1, 2, 3);
      PriorityQueue<Integer> greatest = new PriorityQueue<>(0, Comparator.reverseOrder());
      List.of(1, 3, 2).forEach(greatest::putNowait);
      assertThat(greatest.getNowait()).isEqualTo(3);
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void nullIsAnItemWhereItHasAPlace() {
      Queue<@Nullable String> queue = new Queue<>();
      queue.putNowait(null);
      assertThat(queue).hasToString("<Queue maxsize=0 items=[null] tasks=1>");
      assertThat(loop.runUntilComplete(queue.get())).isNull();
      PriorityQueue<String> priority = new PriorityQueue<>();
      assertThatThrownBy(() -> priority.putNowait(null)).isInstanceOf(NullPointerException.class);
      assertThat(priority).hasToString("<PriorityQueue maxsize=0>");
    }

    @Test
    void itemsThatCannotBeComparedStayOut() {
      PriorityQueue<Object> queue = new PriorityQueue<>();
      assertThatThrownBy(() -> loop.runUntilComplete(queue.put(new Object())))
          .isInstanceOf(ClassCastException.class);
      assertThat(queue).hasToString("<PriorityQueue maxsize=0>");
    }

    @Test
    void describesItself() {
      Queue<Integer> queue = new Queue<>(1);
      assertThat(queue).hasToString("<Queue maxsize=1>");
      Task<Integer> get = loop.createTask(queue.get());
      turns(1);
      assertThat(queue).hasToString("<Queue maxsize=1 getters[1]>");
      queue.putNowait(1);
      turns(1);
      assertThat(get.result()).isEqualTo(1);
      queue.taskDone();
      loop.createTask(queue.put(2));
      loop.createTask(queue.put(3));
      turns(1);
      assertThat(queue).hasToString("<Queue maxsize=1 items=[2] putters[1] tasks=1>");
      queue.getNowait();
      turns(1);
      queue.shutdown();
      assertThat(queue).hasToString("<Queue maxsize=1 items=[3] tasks=2 shutdown>");
    }
  }

  @Nested
  class Getting {

    @Test
    void takesNoTurnIfThereIsAnItem() {
      Queue<Integer> queue = new Queue<>();
      loop.createTask(
          doing(
              () -> {
                for (int i = 0; i < 3; i++) {
                  await(queue.put(i));
                  assertThat(await(queue.get())).isEqualTo(i);
                }
                trace.add("done");
              }));
      loop.callSoon(say("other"));
      turns(1);
      assertThat(trace).containsExactly("done", "other");
    }

    @Test
    void waitsForAnItem() {
      Queue<Integer> queue = new Queue<>();
      loop.callLater(Duration.ofMillis(10), () -> queue.putNowait(1));
      assertThat(loop.runUntilComplete(queue.get())).isEqualTo(1);
      assertThat(loop.time()).isEqualTo(Duration.ofMillis(10).toNanos());
    }

    @Test
    void wakesWhoWaitsForRoom() {
      Queue<Integer> queue = new Queue<>(1);
      queue.putNowait(1);
      Task<Void> put = loop.createTask(queue.put(2));
      turns(1);
      assertThat(put.done()).isFalse();
      assertThat(loop.runUntilComplete(queue.get())).isEqualTo(1);
      turns(1);
      assertThat(put.done()).isTrue();
      assertThat(loop.runUntilComplete(queue.get())).isEqualTo(2);
    }

    @Test
    void atOnce() {
      Queue<Integer> queue = new Queue<>();
      assertThatThrownBy(queue::getNowait)
          .isInstanceOf(QueueEmptyException.class)
          .hasMessageContaining("the queue is empty");
      queue.putNowait(1);
      assertThat(queue.getNowait()).isEqualTo(1);
    }

    @Test
    void cancelledBeforeAnItemComes() {
      Queue<String> queue = new Queue<>();
      run(
          () -> {
            Task<String> a = createTask(queue.get());
            Task<String> b = createTask(queue.get());
            turn();
            a.cancel();
            turn();
            assertThat(a.done()).isTrue();
            await(queue.put("a"));
            turn();
            assertThat(await(b)).isEqualTo("a");
          });
    }

    @Test
    void cancelledInTheTurnInWhichAnItemComesLeavesIt() {
      Queue<Integer> queue = new Queue<>();
      run(
          () -> {
            Task<Integer> a = createTask(queue.get());
            turn();
            queue.putNowait(1);
            queue.putNowait(2);
            a.cancel();
            fails(CancelledError.class, () -> await(a));
            assertThat(await(queue.get())).isEqualTo(1);
          });
    }

    @Test
    void cancelledInTheTurnInWhichAnItemComesPassesItOn() {
      Queue<Integer> queue = new Queue<>();
      run(
          () ->
              with(
                  new TaskGroup(),
                  group -> {
                    Task<Integer> a = group.createTask(queue.get());
                    Task<Integer> b = group.createTask(queue.get());
                    Task<Integer> c = group.createTask(queue.get());
                    turn();
                    queue.putNowait(1);
                    queue.putNowait(2);
                    a.cancel();
                    fails(CancelledError.class, () -> await(a));
                    await(c);
                    assertThat(List.of(await(b), await(c))).containsExactlyInAnyOrder(1, 2);
                  }));
    }

    @Test
    void cancelledItDoesNotWaitAnyMore() {
      Queue<Integer> queue = new Queue<>(5);
      run(
          () ->
              fails(
                  TimeoutException.class,
                  () -> await(waitFor(queue.get(), Duration.ofMillis(100)))));
      assertThat(queue).hasToString("<Queue maxsize=5>");
    }

    @Test
    void consumersAndProducersTakeTurns() {
      Queue<Integer> queue = new Queue<>(1);
      run(
          () ->
              with(
                  new TaskGroup(),
                  group -> {
                    group.createTask(
                        doing(
                            () -> {
                              for (int i = 0; i < 5; i++) {
                                await(queue.put(i));
                                trace.add("put " + i);
                              }
                            }));
                    group.createTask(
                        doing(
                            () -> {
                              for (int i = 0; i < 5; i++) {
                                trace.add("got " + await(queue.get()));
                              }
                            }));
                  }));
      assertThat(trace).filteredOn(word -> word.startsWith("got")).hasSize(5);
      assertThat(trace).startsWith("put 0", "got 0", "put 1", "got 1");
    }
  }

  @Nested
  class Putting {

    @Test
    void waitsForRoom() {
      Queue<Integer> queue = new Queue<>(1);
      run(
          () -> {
            loop.callLater(Duration.ofMillis(10), queue::getNowait);
            await(queue.put(1));
            await(queue.put(2));
          });
      assertThat(loop.time()).isEqualTo(Duration.ofMillis(10).toNanos());
    }

    @Test
    void atOnce() {
      Queue<Integer> queue = new Queue<>(1);
      queue.putNowait(1);
      assertThatThrownBy(() -> queue.putNowait(2))
          .isInstanceOf(QueueFullException.class)
          .hasMessageContaining("the queue is full");
    }

    @Test
    void cancelledInTheTurnInWhichThereIsRoomPutsNothing() {
      Queue<Integer> queue = new Queue<>(1);
      queue.putNowait(1);
      run(
          () -> {
            Task<?> writer = createTask(queue.put(2));
            turn();
            assertThat(queue.getNowait()).isEqualTo(1);
            writer.cancel();
            fails(CancelledError.class, () -> await(writer));
            assertThat(queue.empty()).isTrue();
            await(createTask(queue.put(2)));
            assertThat(queue.getNowait()).isEqualTo(2);
            assertThat(queue.qsize()).isZero();
          });
    }

    @Test
    void cancelledInTheTurnInWhichThereIsRoomPassesItOn() {
      Queue<String> queue = new Queue<>(1);
      queue.putNowait("a");
      run(
          () -> {
            Task<?> b = createTask(queue.put("b"));
            Task<?> c = createTask(queue.put("c"));
            turn();
            queue.getNowait();
            b.cancel();
            await(c);
            assertThat(b.cancelled()).isTrue();
            assertThat(queue.getNowait()).isEqualTo("c");
          });
    }

    @Test
    void cancelledOneAmongSeveral() {
      Queue<String> queue = new Queue<>(1);
      run(
          () -> {
            Task<?> a = createTask(queue.put("a"));
            Task<?> b = createTask(queue.put("b"));
            Task<?> x = createTask(queue.put("x"));
            turn();
            assertThat(a.done()).isTrue();
            assertThat(b.done()).isFalse();
            x.cancel();
            turn();
            assertThat(x.done()).isTrue();
            assertThat(queue.getNowait()).isEqualTo("a");
            turn();
            assertThat(queue.getNowait()).isEqualTo("b");
            await(b);
          });
    }

    @Test
    void cancelledItDoesNotWaitAnyMore() {
      Queue<Integer> queue = new Queue<>(1);
      queue.putNowait(1);
      run(
          () -> {
            Task<?> put = createTask(queue.put(1));
            turn();
            assertThat(queue.toString()).contains("putters[1]");
            put.cancel();
            fails(CancelledError.class, () -> await(put));
            assertThat(queue.toString()).doesNotContain("putters");
          });
    }

    @Test
    void severalPuttersAndOneWhoTakesAll() {
      Queue<Integer> queue = new Queue<>(2);
      run(
          () ->
              with(
                  new TaskGroup(),
                  group -> {
                    group.createTask(
                        doing(
                            () -> {
                              turn();
                              for (int i = queue.qsize(); i > 0; i--) {
                                queue.getNowait();
                              }
                            }));
                    for (int i = 0; i < 4; i++) {
                      group.createTask(queue.put(i));
                    }
                  }));
      assertThat(queue.qsize()).isEqualTo(2);
    }

    @Test
    void belongsToOneLoop() {
      Queue<Integer> queue = new Queue<>(1);
      Task<?> get = loop.createTask(queue.get());
      turns(1);
      EventLoop other = VirtualClockLoop.create();
      assertThatThrownBy(() -> other.runUntilComplete(queue.get()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("bound to a different event loop");
      queue.putNowait(1);
      turns(1);
      assertThat(get.done()).isTrue();
      queue.putNowait(1);
      assertThatThrownBy(() -> other.runUntilComplete(queue.put(2)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("bound to a different event loop");
      other.close();
    }
  }

  @Nested
  class Joining {

    @Test
    void ofAnEmptyQueueIsDone() {
      run(
          () -> {
            Queue<Integer> queue = new Queue<>();
            await(queue.join());
            await(queue.join());
          });
    }

    @Test
    void waitsForTheWork() {
      List<Queue<Integer>> queues =
          List.of(new Queue<>(), new LifoQueue<>(), new PriorityQueue<>());
      for (Queue<Integer> queue : queues) {
        run(
            () -> {
              List<Integer> done = new ArrayList<>();
              for (int i = 0; i < 100; i++) {
                queue.putNowait(i);
              }
              List<Task<?>> workers = new ArrayList<>();
              for (int i = 0; i < 2; i++) {
                workers.add(
                    createTask(
                        doing(
                            () -> {
                              while (true) {
                                int item = await(queue.get());
                                await(sleep(Duration.ofMillis(item)));
                                done.add(item);
                                queue.taskDone();
                              }
                            })));
              }
              await(queue.join());
              assertThat(done).hasSize(100).doesNotHaveDuplicates();
              workers.forEach(Task::cancel);
              await(Asyncio.wait(workers));
            });
      }
    }

    @Test
    void doneTooOften() {
      Queue<Integer> queue = new Queue<>();
      assertThatThrownBy(queue::taskDone)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("taskDone() called too many times");
    }
  }

  /** CPython's test_why_are_getters_waiting. */
  @Test
  void oneWhoPutsAndOneWhoTakesBothEnd() {
    run(
        () -> {
          Queue<Integer> queue = new Queue<>(1);
          Script.with(
              new TaskGroup(),
              group -> {
                group.createTask(
                    Script.doing(
                        () -> {
                          for (int i = 0; i < 5; i++) {
                            Script.await(queue.put(i));
                          }
                        }));
                group.createTask(
                    Script.doing(
                        () -> {
                          for (int i = 0; i < 5; i++) {
                            trace.add(String.valueOf(Script.await(queue.get())));
                          }
                        }));
              });
        });
    assertThat(trace).containsExactly("0", "1", "2", "3", "4");
  }

  /** CPython's test_cancelled_put_silence_value_error_exception. */
  @Test
  void whoPutsAndIsCancelledWhenThereIsRoomAlreadyIsCancelled() {
    Queue<Integer> queue = new Queue<>(1);
    queue.putNowait(1);
    Task<?> putting = loop.createTask(queue.put(2));
    turns(1);
    assertThat(queue.getNowait()).isEqualTo(1);
    putting.cancel();
    turns(2);
    assertThat(putting.cancelled()).isTrue();
    assertThat(queue.empty()).isTrue();
  }
}
