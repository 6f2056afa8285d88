package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Task factories, and tasks that begin within the call that makes them. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class EagerTaskFactoryTest extends LoopTest {

  private final TaskFactory eager = Asyncio::eagerTaskFactory;

  /** Runs something in a task. */
  private Object inTask(TestFrame.Body body) {
    Coroutine<Object> main = TestFrame.of(body);
    return loop.runUntilComplete(main);
  }

  private static Coroutine<String> blocking(Awaitable<?> awaitable, String result) {
    return TestFrame.of(f -> f.at() == 0 ? f.await(1, awaitable) : result);
  }

  @Nested
  class Eager {

    @BeforeEach
    void setFactory() {
      loop.setTaskFactory(eager);
    }

    @Test
    void isSet() {
      assertThat(loop.getTaskFactory()).isSameAs(eager);
    }

    @Test
    void whatDoesNotSuspendIsDoneAtOnce() {
      inTask(
          f -> {
            Task<String> task = loop.createTask(Coroutine.of("hello"));
            assertThat(task.done()).isTrue();
            assertThat(task.result()).isEqualTo("hello");
            return null;
          });
    }

    @Test
    void itsEffectsAreThereAtOnce() {
      Object result =
          inTask(
              f -> {
                if (f.at() == 0) {
                  Future<Object> future = loop.createFuture();
                  Task<?> task = loop.createTask(TestFrame.doing(() -> future.setResult("r")));
                  assertThat(task.done()).isTrue();
                  return f.await(1, future);
                }
                return f.sent();
              });
      assertThat(result).isEqualTo("r");
    }

    @Test
    void whatSuspendsGoesOnLater() {
      Object result =
          inTask(
              f -> {
                if (f.at() == 0) {
                  Task<String> task =
                      loop.createTask(blocking(Asyncio.sleep(Duration.ofSeconds(1)), "finished"));
                  assertThat(task.done()).isFalse();
                  return f.await(1, task);
                }
                return f.sent();
              });
      assertThat(result).isEqualTo("finished");
    }

    @Test
    void whatFailsAtOnceHasFailed() {
      IOException failure = new IOException();
      inTask(
          f -> {
            Task<?> task = loop.createTask(Coroutine.failed(failure));
            assertThat(task.exception()).isSameAs(failure);
            return null;
          });
    }

    @Test
    void cancelledAfterItWasDoneAtOnceKeepsItsResult() {
      inTask(
          f -> {
            Task<String> task = loop.createTask(Coroutine.of("r"));
            assertThat(task.cancel()).isFalse();
            assertThat(task.cancelled()).isFalse();
            return null;
          });
    }

    @Test
    void cancelledAfterItsFirstStep() {
      assertThatThrownBy(
              () ->
                  inTask(
                      f -> {
                        Task<String> task =
                            loop.createTask(blocking(Asyncio.sleep(Duration.ofSeconds(1)), "no"));
                        task.cancel("message");
                        assertThat(task.cancelling()).isEqualTo(1);
                        return f.await(1, task);
                      }))
          .isInstanceOf(CancelledError.class)
          .hasMessage("message");
    }

    @Test
    void isTheCurrentTaskMeanwhile() {
      List<Task<?>> seen = new ArrayList<>();
      inTask(
          f -> {
            if (f.at() == 0) {
              Task<?> outer = Asyncio.currentTask();
              Task<?> inner =
                  loop.createTask(
                      TestFrame.of(
                          g -> {
                            seen.add(Asyncio.currentTask());
                            return g.at() == 0 ? g.await(1, Asyncio.sleep(Duration.ZERO)) : null;
                          }));
              assertThat(seen).containsExactly(inner);
              assertThat(Asyncio.currentTask()).isSameAs(outer);
              return f.await(1, inner);
            }
            return null;
          });
      assertThat(seen).hasSize(2).containsOnly(seen.get(0));
    }

    @Test
    void isOneOfAllTasksWhileItIsNotDone() {
      List<Set<Task<?>>> seen = new ArrayList<>();
      Future<?> future = loop.createFuture();
      inTask(
          f -> {
            Task<?> done = loop.createTask(TestFrame.doing(() -> seen.add(Asyncio.allTasks())));
            assertThat(seen.get(0)).contains(done);
            assertThat(Asyncio.allTasks()).doesNotContain(done);
            Task<?> waiting = loop.createTask(blocking(future, "r"));
            assertThat(Asyncio.allTasks()).contains(waiting);
            return null;
          });
      future.cancel();
      turns(2);
    }

    @Test
    void hasItsOwnCopyOfTheContext() {
      ContextVar<Integer> var = new ContextVar<>("var", 0);
      List<Integer> seen = new ArrayList<>();
      inTask(
          f -> {
            if (f.at() == 0) {
              var.set(1);
              Task<?> task =
                  loop.createTask(
                      TestFrame.of(
                          g -> {
                            seen.add(var.get());
                            var.set(var.get() + 1);
                            return g.at() == 0
                                ? g.await(1, Asyncio.sleep(Duration.ofSeconds(1)))
                                : null;
                          }));
              assertThat(var.get()).isEqualTo(1);
              return f.await(1, task);
            }
            assertThat(var.get()).isEqualTo(1);
            return null;
          });
      assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void theOuterTaskCanStillSetAfterwards() {
      ContextVar<Integer> var = new ContextVar<>("var", 0);
      Task<?>[] outer = new Task<?>[1];
      inTask(
          f -> {
            outer[0] = Asyncio.currentTask();
            loop.createTask(TestFrame.doing(() -> var.set(7)));
            var.set(8);
            return null;
          });
      assertThat(outer[0].getContext().get(var)).isEqualTo(8);
    }

    @Test
    void inAContextThatIsInUseIsRefused() {
      inTask(
          f -> {
            Context own = Asyncio.currentTask().getContext();
            Coroutine<?> coroutine = TestFrame.doing(say("ran")::run);
            assertThatThrownBy(
                    () -> loop.createTask(coroutine, TaskOptions.defaults().context(own)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already entered");
            return null;
          });
      assertThat(Asyncio.allTasks(loop)).isEmpty();
      assertThat(trace).isEmpty();
    }

    @Test
    void mayBeDeclined() {
      inTask(
          f -> {
            TaskOptions lazy = TaskOptions.defaults().eagerStart(false);
            Task<?> task = Asyncio.createTask(Coroutine.of("r"), lazy);
            assertThat(task.done()).isFalse();
            return null;
          });
      turns(1);
    }

    @Test
    void takesARunningLoop() {
      Task<?> task = loop.createTask(Coroutine.of("r"));
      assertThat(task.done()).isFalse();
      turns(1);
      assertThat(task.done()).isTrue();
    }

    @Test
    void worksInCallbacksToo() {
      loop.callSoon(() -> trace.add(loop.createTask(Coroutine.of("in callback")).result()));
      loop.callSoon(() -> assertThat(Asyncio.currentTask()).isNull());
      turns(1);
      assertThat(trace).containsExactly("in callback");
    }

    /** Starts a task in a task in a task ... */
    private Coroutine<Integer> nested(int depth) {
      return TestFrame.of(
          f -> {
            if (f.at() == 0) {
              return depth == 0 ? 0 : f.await(1, loop.createTask(nested(depth - 1)));
            }
            return 1 + (int) f.sent();
          });
    }

    @Test
    void isNoDangerToTheStack() {
      assertThat(loop.runUntilComplete(nested(20_000))).isEqualTo(20_000);
    }

    @Test
    void leavesTheDepthOfCallsAsItWas() {
      inTask(
          f -> {
            loop.createTask(Coroutine.of("r"));
            return f.at() == 0 ? f.await(1, new Recursion(5000, Coroutine.of("bottom"))) : null;
          });
    }
  }

  @Nested
  class Factories {

    @Test
    void areNoneAtFirst() {
      assertThat(loop.getTaskFactory()).isNull();
    }

    @Test
    void makeAllTasks() {
      List<TaskOptions> seen = new ArrayList<>();
      TaskFactory factory =
          (l, coroutine, options) -> {
            assertThat(l).isSameAs(loop);
            seen.add(options);
            return Task.create(l, coroutine, options.name("made"));
          };
      loop.setTaskFactory(factory);
      assertThat(loop.getTaskFactory()).isSameAs(factory);
      Task<String> task = loop.createTask(Coroutine.of("r"), "asked");
      assertThat(task.getName()).isEqualTo("made");
      assertThat(loop.runUntilComplete(task)).isEqualTo("r");
      loop.runUntilComplete(Coroutine.of("run"));
      loop.runUntilComplete(Asyncio.ensureFuture(Coroutine.of("ensured"), loop));
      assertThat(seen).extracting(TaskOptions::name).containsExactly("asked", null, null);
      loop.setTaskFactory(null);
      assertThat(loop.getTaskFactory()).isNull();
      loop.runUntilComplete(Coroutine.of("usual"));
      assertThat(seen).hasSize(3);
    }

    @Test
    void mustMakeWhatTheyAreAskedFor() {
      Task<?> other = loop.createTask(Coroutine.of("other"));
      for (TaskFactory wrong : List.<TaskFactory>of((l, c, o) -> null, (l, c, o) -> other)) {
        loop.setTaskFactory(wrong);
        Coroutine<String> coroutine = Coroutine.of("r");
        assertThatThrownBy(() -> loop.createTask(coroutine))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("Task.create(loop, coroutine, options)");
      }
      loop.setTaskFactory(null);
      loop.runUntilComplete(other);
    }

    @Test
    void whatTheyThrowComesOut() {
      IllegalArgumentException failure = new IllegalArgumentException();
      loop.setTaskFactory(
          (l, coroutine, options) -> {
            throw failure;
          });
      assertThat(catchThrowable(() -> loop.createTask(Coroutine.of(1)))).isSameAs(failure);
    }

    /** How many tasks were made that did not start eagerly. */
    private int count(boolean eagerly, Coroutine<?> main) {
      AtomicInteger count = new AtomicInteger();
      TaskFactory counting =
          (l, coroutine, options) -> {
            if (!Boolean.TRUE.equals(options.eagerStart())) {
              count.incrementAndGet();
            }
            return Task.create(l, coroutine, options);
          };
      loop.setTaskFactory(eagerly ? Asyncio.createEagerTaskFactory(counting) : counting);
      loop.runUntilComplete(main);
      return count.get();
    }

    private Coroutine<Object> recursiveGather(int width, int depth) {
      return TestFrame.of(
          f -> {
            if (depth == 0 || f.at() == 1) {
              return null;
            }
            List<Coroutine<Object>> children = new ArrayList<>();
            for (int i = 0; i < width; i++) {
              children.add(recursiveGather(width, depth - 1));
            }
            return f.await(1, Gather.of(children, false));
          });
    }

    @Test
    void countsOfTasks() {
      assertThat(count(false, new Recursion(100, Coroutine.of("bottom")))).isEqualTo(1);
      assertThat(count(false, recursiveGather(5, 4))).isEqualTo(781);
      assertThat(count(true, new Recursion(100, Coroutine.of("bottom")))).isZero();
      assertThat(count(true, recursiveGather(5, 4))).isZero();
    }
  }

  @Test
  void oneTaskAloneMayStartEagerly() {
    inTask(
        f -> {
          TaskOptions options = TaskOptions.defaults().name("now").eagerStart(true);
          Task<String> task = Asyncio.createTask(Coroutine.of("r"), options);
          assertThat(task.done()).isTrue();
          assertThat(task.getName()).isEqualTo("now");
          return null;
        });
  }

  /** CPython's test_await_future_during_eager_step. */
  @Test
  void whatItsFirstStepCompletesIsThereToBeAwaited() {
    loop.setTaskFactory(eager);
    Future<String> future = loop.createFuture();
    Coroutine<String> coroutine =
        Script.of(
            () -> {
              Task<?> task = loop.createTask(TestFrame.doing(() -> future.setResult("my message")));
              assertThat(task.done()).isTrue();
              return Script.await(future);
            });
    assertThat(loop.runUntilComplete(coroutine)).isEqualTo("my message");
  }
}
