package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.currentTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** After CPython's test_taskgroups: cancellation from outside, and groups in groups. */
class TaskGroupCancellationTest extends TaskGroupTest {

  @Nested
  class Cancelling {

    @Test
    void cancellationReachesTheTasks() {
      run(
          () -> {
            Task<?> runner =
                createTask(
                    doing(
                        () ->
                            with(
                                new TaskGroup(),
                                group -> {
                                  for (int i = 0; i < 5; i++) {
                                    group.createTask(waiting("task"));
                                  }
                                })));
            await(sleep(ms(100)));
            assertThat(runner.done()).isFalse();
            runner.cancel();
            fails(CancelledError.class, () -> await(runner));
          });
      assertThat(trace).hasSize(5);
    }

    @Test
    void cancellationReachesBodyAndTasks() {
      run(
          () -> {
            Task<?> runner =
                createTask(
                    doing(
                        () ->
                            with(
                                new TaskGroup(),
                                group -> {
                                  group.createTask(waiting("task"));
                                  await(waiting("body"));
                                })));
            await(sleep(ms(100)));
            runner.cancel("enough");
            assertThat(fails(CancelledError.class, () -> await(runner))).hasMessage("enough");
            assertThat(runner.cancelled()).isTrue();
          });
      assertThat(trace).containsExactly("body", "task");
    }

    @Test
    void aBodyThatAnswersWithAnotherException() {
      run(
          () -> {
            Task<?> runner =
                createTask(
                    doing(
                        () ->
                            with(
                                new TaskGroup(),
                                group -> await(crashAfterwards(new MyException())))));
            await(sleep(ms(100)));
            runner.cancel();
            assertThat(types(fails(ExceptionGroup.class, () -> await(runner))))
                .containsExactly(MyException.class);
          });
    }

    @Test
    void aFailureDuringCancellationComesFirst() {
      run(
          () -> {
            Script<@Nullable Void> nested =
                doing(
                    () ->
                        with(
                            new TaskGroup(),
                            group -> {
                              group.createTask(crash(new MyException(), 300));
                              try {
                                await(sleep(ms(10_000)));
                              } catch (CancelledError e) {
                                await(sleep(ms(500)));
                                throw e;
                              }
                            }));
            Task<?> runner = createTask(doing(() -> await(createTask(nested))));
            await(sleep(ms(100)));
            runner.cancel();
            assertThat(types(fails(ExceptionGroup.class, () -> await(runner))))
                .containsExactly(MyException.class);
          });
    }

    @Test
    void severalCancellationsWhileItLeaves() {
      run(
          () -> {
            Task<?> runner =
                createTask(
                    doing(
                        () ->
                            with(
                                new TaskGroup(),
                                group ->
                                    group.createTask(
                                        doing(
                                            () -> {
                                              try {
                                                await(sleep(ms(10_000)));
                                              } finally {
                                                await(sleep(ms(100)));
                                                trace.add("cleaned up");
                                              }
                                            })))));
            await(sleep(ms(1)));
            for (int i = 0; i < 3; i++) {
              runner.cancel();
              await(sleep(ms(1)));
            }
            fails(CancelledError.class, () -> await(runner));
            assertThat(runner.cancelling()).isEqualTo(3);
          });
      assertThat(trace).containsExactly("cleaned up");
    }

    @Test
    void theCountOfRequestsIsKept() {
      run(
          () -> {
            Task<?> task = Objects.requireNonNull(currentTask());
            fails(
                ExceptionGroup.class,
                () ->
                    with(new TaskGroup(), group -> group.createTask(crash(new MyException(), 0))));
            assertThat(task.cancelling()).isZero();
          });
    }

    @Test
    void failureAndCancellationFromOutsideAtTheSameTime() {
      Event failing = new Event();
      run(
          () -> {
            Task<?> inner =
                createTask(
                    doing(
                        () -> {
                          Task<?> self = Objects.requireNonNull(currentTask());
                          fails(
                              ExceptionGroup.class,
                              () ->
                                  with(
                                      new TaskGroup(),
                                      group -> {
                                        group.createTask(
                                            doing(
                                                () -> {
                                                  failing.set();
                                                  await(sleep(Duration.ZERO));
                                                  throw new MyException();
                                                }));
                                        await(sleep(ms(1000)));
                                        trace.add("not cancelled in the group");
                                      }));
                          assertThat(self.cancelling()).isEqualTo(1);
                          await(sleep(ms(1000)));
                          trace.add("not cancelled after the group");
                        }));
            await(failing.waitFor());
            assertThat(inner.cancelling()).isZero();
            inner.cancel();
            assertThat(inner.cancelling()).isEqualTo(1);
            fails(CancelledError.class, () -> await(inner));
            assertThat(inner.cancelled()).isTrue();
          });
      assertThat(trace).isEmpty();
    }
  }

  @Nested
  class Nesting {

    @Test
    void failuresOfTheInnerGroupAreAGroupInTheOuter() {
      run(
          () -> {
            for (boolean busy : new boolean[] {false, true}) {
              Task<?> runner =
                  createTask(
                      doing(
                          () ->
                              with(
                                  new TaskGroup(),
                                  outer -> {
                                    if (busy) {
                                      outer.createTask(value("a", 10_000));
                                    }
                                    with(
                                        new TaskGroup(),
                                        inner -> {
                                          inner.createTask(crashAfterwards(new MyException()));
                                          await(sleep(ms(10_000)));
                                        });
                                  })));
              await(sleep(ms(100)));
              runner.cancel();
              ExceptionGroup group = fails(ExceptionGroup.class, () -> await(runner));
              assertThat(types(group)).containsExactly(ExceptionGroup.class);
              assertThat(types(group.exceptions().get(0))).containsExactly(MyException.class);
            }
          });
    }

    @Test
    void theOuterFails() {
      run(
          () -> {
            ExceptionGroup group =
                fails(
                    ExceptionGroup.class,
                    () ->
                        with(
                            new TaskGroup(),
                            outer -> {
                              outer.createTask(crash(new IOException(), 100));
                              with(
                                  new TaskGroup(),
                                  inner -> inner.createTask(crash(new MyException(), 10_000)));
                            }));
            assertThat(types(group)).containsExactly(IOException.class);
          });
    }

    @Test
    void theInnerFails() {
      run(
          () -> {
            ExceptionGroup group =
                fails(
                    ExceptionGroup.class,
                    () ->
                        with(
                            new TaskGroup(),
                            outer -> {
                              outer.createTask(crash(new IOException(), 10_000));
                              with(
                                  new TaskGroup(),
                                  inner -> inner.createTask(crash(new MyException(), 100)));
                            }));
            assertThat(types(group)).containsExactly(ExceptionGroup.class);
            assertThat(types(group.exceptions().get(0))).containsExactly(MyException.class);
          });
    }

    @Test
    void bothFailAtTheSameTime() {
      run(
          () -> {
            Task<?> task = Objects.requireNonNull(currentTask());
            ExceptionGroup group =
                fails(
                    ExceptionGroup.class,
                    () ->
                        with(
                            new TaskGroup(),
                            outer -> {
                              ExceptionGroup innerGroup =
                                  fails(
                                      ExceptionGroup.class,
                                      () ->
                                          with(
                                              new TaskGroup(),
                                              inner -> {
                                                inner.createTask(crash(new MyException(), 0));
                                                outer.createTask(crash(new IOException(), 0));
                                              }));
                              assertThat(types(innerGroup)).containsExactly(MyException.class);
                              assertThat(task.cancelling()).isEqualTo(1);
                            }));
            assertThat(types(group)).containsExactly(IOException.class);
            assertThat(task.cancelling()).isZero();
          });
    }
  }
}
