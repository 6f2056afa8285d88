package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.currentTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** After CPython's test_taskgroups; {@link TaskGroupCancellationTest} is a part of it too. */
class TaskGroupsTest extends TaskGroupTest {

  @Nested
  class Joining {

    @Test
    void waitsForAll() {
      run(
          () -> {
            List<Task<String>> tasks = new ArrayList<>();
            with(
                new TaskGroup(),
                group -> {
                  tasks.add(group.createTask(value("a", 100)));
                  tasks.add(group.createTask(value("b", 200)));
                });
            assertThat(tasks).extracting(Task::result).containsExactly("a", "b");
            assertThat(loop.time()).isEqualTo(ms(200).toNanos());
          });
    }

    @Test
    void tasksMayBeAddedLater() {
      run(
          () -> {
            List<Task<String>> tasks = new ArrayList<>();
            with(
                new TaskGroup(),
                group -> {
                  tasks.add(group.createTask(value("a", 100)));
                  await(sleep(ms(150)));
                  tasks.add(group.createTask(value("b", 200)));
                });
            assertThat(tasks).extracting(Task::result).containsExactly("a", "b");
          });
    }

    @Test
    void ofNoTasks() {
      run(() -> with(new TaskGroup(), group -> {}));
      assertThat(loop.time()).isZero();
    }

    @Test
    void hasTheResultOfTheBody() {
      Coroutine<String> coroutine =
          new TaskGroup()
              .with(
                  group -> {
                    group.createTask(value("a", 100));
                    return value("body", 50);
                  });
      assertThat(loop.runUntilComplete(coroutine)).isEqualTo("body");
      assertThat(loop.time()).isEqualTo(ms(100).toNanos());
    }

    @Test
    void aTaskThatIsCancelledJustEnds() {
      run(
          () -> {
            List<Task<String>> tasks = new ArrayList<>();
            with(
                new TaskGroup(),
                group -> {
                  tasks.add(group.createTask(value("a", 1000)));
                  await(sleep(ms(150)));
                  tasks.get(0).cancel();
                  tasks.add(group.createTask(value("b", 200)));
                });
            assertThat(tasks.get(0).cancelled()).isTrue();
            assertThat(tasks.get(1).result()).isEqualTo("b");
          });
    }

    @Test
    void tasksLeaveAsTheyEnd() {
      run(
          () ->
              with(
                  new TaskGroup(),
                  group -> {
                    for (int i = 0; i < 10; i++) {
                      await(sleep(ms(100)));
                      group.createTask(value("a", 300));
                      if (i == 5) {
                        assertThat(group.toString()).matches("<TaskGroup tasks=[1-4] entered>");
                      }
                    }
                    await(sleep(ms(1350)));
                    assertThat(group).hasToString("<TaskGroup entered>");
                  }));
    }

    @Test
    void tasksOfTheGroupMayAddTasks() {
      run(
          () ->
              with(
                  new TaskGroup(),
                  group ->
                      group.createTask(
                          doing(
                              () -> {
                                await(sleep(ms(100)));
                                group.createTask(value("a", 100));
                                group.createTask(value("b", 200));
                              }))));
      assertThat(loop.time()).isEqualTo(ms(300).toNanos());
    }

    @Test
    void namesTasks() {
      run(
          () ->
              with(
                  new TaskGroup(),
                  group ->
                      assertThat(group.createTask(value("a", 0), "yolo").getName())
                          .isEqualTo("yolo")));
    }
  }

  @Nested
  class Failing {

    @Test
    void aFailureCancelsTheOthers() {
      run(
          () -> {
            List<Task<?>> tasks = new ArrayList<>();
            MyException failure = new MyException();
            Task<?> runner =
                createTask(
                    doing(
                        () -> {
                          with(
                              new TaskGroup(),
                              group -> {
                                group.createTask(crash(failure, 100));
                                tasks.add(group.createTask(waiting("cancelled")));
                              });
                          trace.add("not reached");
                        }));
            ExceptionGroup group = fails(ExceptionGroup.class, () -> await(runner));
            assertThat(group.exceptions()).containsExactly(failure);
            assertThat(group.message()).isEqualTo("unhandled errors in a TaskGroup");
            assertThat(tasks.get(0).cancelled()).isTrue();
          });
      assertThat(trace).containsExactly("cancelled");
    }

    @Test
    void aFailureCancelsTheBodyToo() {
      run(
          () -> {
            Task<?> runner =
                createTask(
                    doing(
                        () ->
                            with(
                                new TaskGroup(),
                                group -> {
                                  for (int i = 0; i < 3; i++) {
                                    group.createTask(crash(new IOException("" + i), 100));
                                  }
                                  group.createTask(waiting("task"));
                                  await(waiting("body"));
                                })));
            ExceptionGroup group = fails(ExceptionGroup.class, () -> await(runner));
            assertThat(group.exceptions()).extracting(Throwable::getMessage).startsWith("0");
            assertThat(runner.cancelling()).isZero();
          });
      assertThat(trace).containsExactlyInAnyOrder("task", "body");
    }

    @Test
    void theBodyFails() {
      run(
          () -> {
            for (int millis : new int[] {100, 0}) {
              List<Task<?>> tasks = new ArrayList<>();
              MyException failure = new MyException();
              ExceptionGroup group =
                  fails(
                      ExceptionGroup.class,
                      () ->
                          with(
                              new TaskGroup(),
                              g -> {
                                tasks.add(g.createTask(value("a", 1000)));
                                tasks.add(g.createTask(value("b", 2000)));
                                if (millis > 0) {
                                  await(sleep(ms(millis)));
                                }
                                throw failure;
                              }));
              assertThat(group.exceptions()).containsExactly(failure);
              assertThat(tasks).allMatch(Future::cancelled);
            }
          });
    }

    @Test
    void bodyAndTaskFail() {
      run(
          () -> {
            Task<?> runner =
                createTask(
                    doing(
                        () ->
                            with(
                                new TaskGroup(),
                                group -> {
                                  group.createTask(crash(new IOException(), 100));
                                  await(crashAfterwards(new MyException()));
                                })));
            assertThat(types(fails(ExceptionGroup.class, () -> await(runner))))
                .containsExactly(IOException.class, MyException.class);
            assertThat(runner.cancelling()).isZero();
          });
    }

    @Test
    void failuresOfCleanUpAreCollected() {
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
                                    group.createTask(crashAfterwards(new MyException()));
                                  }
                                  await(sleep(ms(10_000)));
                                })));
            await(sleep(ms(100)));
            runner.cancel();
            assertThat(types(fails(ExceptionGroup.class, () -> await(runner))))
                .hasSize(5)
                .containsOnly(MyException.class);
          });
    }

    @Test
    void aFailureWhileTheBodyCleansUpAfterItsOwn() {
      run(
          () -> {
            Task<?> task = Objects.requireNonNull(currentTask());
            ExceptionGroup group =
                fails(
                    ExceptionGroup.class,
                    () ->
                        with(
                            new TaskGroup(),
                            g -> {
                              g.createTask(crash(new MyException(), 0));
                              try {
                                await(sleep(ms(1000)));
                              } finally {
                                failNow();
                              }
                            }));
            assertThat(types(group)).containsExactly(MyException.class, MyException.class);
            assertThat(task.cancelling()).isZero();
          });
    }

    private void failNow() throws MyException {
      throw new MyException();
    }

    @Test
    void errorsMakeTheGroupAnError() {
      run(
          () -> {
            BaseExceptionGroup fromBody =
                fails(
                    BaseExceptionGroup.class,
                    () ->
                        with(
                            new TaskGroup(),
                            group -> {
                              group.createTask(crash(new MyException(), 100));
                              await(crashAfterwards(new MyError()));
                            }));
            assertThat(types(fromBody)).containsExactly(MyException.class, MyError.class);
            BaseExceptionGroup fromTask =
                fails(
                    BaseExceptionGroup.class,
                    () ->
                        with(
                            new TaskGroup(),
                            group -> {
                              group.createTask(crash(new MyError(), 100));
                              await(crashAfterwards(new MyException()));
                            }));
            assertThat(types(fromTask)).containsExactly(MyError.class, MyException.class);
          });
    }

    @Test
    void whatEndsTheProgramIsThrownAloneAndTheRestReported() {
      MyException other = new MyException();
      MyVirtualMachineError fatal = new MyVirtualMachineError();
      run(
          () -> {
            assertThat(
                    fails(
                        MyVirtualMachineError.class,
                        () ->
                            with(
                                new TaskGroup(),
                                group -> {
                                  group.createTask(crash(other, 100));
                                  await(crashAfterwards(fatal));
                                })))
                .isSameAs(fatal);
          });
      assertThat(takeReports()).singleElement().returns(other, ExceptionContext::exception);
      run(
          () ->
              assertThat(
                      fails(
                          MyVirtualMachineError.class,
                          () ->
                              with(
                                  new TaskGroup(),
                                  group -> {
                                    group.createTask(crash(fatal, 100));
                                    await(waiting("body"));
                                  })))
                  .isSameAs(fatal));
      assertThat(trace).containsExactly("body");
    }

    @Test
    void manyTasksThatMultiplyAreStoppedByOneFailure() {
      int[] hydras = new int[1];
      run(
          () -> {
            ExceptionGroup group =
                fails(
                    ExceptionGroup.class,
                    () ->
                        with(
                            new TaskGroup(),
                            g -> {
                              g.createTask(hydra(g, hydras));
                              g.createTask(
                                  doing(
                                      () -> {
                                        while (hydras[0] < 10) {
                                          await(sleep(ms(15)));
                                        }
                                        throw new MyException();
                                      }));
                            }));
            assertThat(types(group)).containsExactly(MyException.class);
          });
      assertThat(hydras[0]).isGreaterThanOrEqualTo(10);
    }

    private Script<@Nullable Void> hydra(TaskGroup group, int[] hydras) {
      return doing(
          () -> {
            hydras[0]++;
            await(sleep(ms(10)));
            group.createTask(hydra(group, hydras));
            group.createTask(hydra(group, hydras));
          });
    }
  }

  @Nested
  class Misuse {

    private final Coroutine<Integer> coroutine = sleep(ms(1), 1);

    private void assertClosed() {
      assertThat(coroutine).asString().contains("done");
    }

    @Test
    void noTasksAfterAFailure() {
      run(
          () -> {
            ExceptionGroup group =
                fails(
                    ExceptionGroup.class,
                    () ->
                        with(
                            new TaskGroup(),
                            g -> {
                              g.createTask(crash(new MyException(), 1));
                              g.createTask(
                                  doing(
                                      () -> {
                                        try {
                                          await(sleep(ms(1000)));
                                        } catch (CancelledError e) {
                                          assertThatThrownBy(() -> g.createTask(coroutine))
                                              .isInstanceOf(IllegalStateException.class)
                                              .hasMessageContaining("is shutting down");
                                        }
                                      }));
                            }));
            assertThat(types(group)).containsExactly(MyException.class);
          });
      assertClosed();
    }

    @Test
    void enteredTwice() {
      run(
          () -> {
            TaskGroup group = new TaskGroup();
            with(
                group,
                g ->
                    assertThat(fails(IllegalStateException.class, () -> with(group, h -> {})))
                        .hasMessageContaining("has already been entered"));
            assertThat(fails(IllegalStateException.class, () -> with(group, h -> {})))
                .hasMessageContaining("has already been entered");
          });
    }

    @Test
    void leftWithoutBeingEntered() {
      run(
          () -> {
            TaskGroup group = new TaskGroup();
            assertThat(fails(IllegalStateException.class, () -> await(group.aexit(null))))
                .hasMessageContaining("has not been entered");
            with(group, g -> {});
            assertThat(fails(IllegalStateException.class, () -> await(group.aexit(null))))
                .hasMessageContaining("has already been left");
          });
    }

    @Test
    void notEntered() {
      TaskGroup group = new TaskGroup();
      assertThatThrownBy(() -> group.createTask(coroutine))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has not been entered");
      assertClosed();
      assertThat(group).hasToString("<TaskGroup>");
    }

    @Test
    void finished() {
      run(
          () -> {
            TaskGroup group = new TaskGroup();
            with(group, g -> {});
            assertThatThrownBy(() -> group.createTask(coroutine))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is finished");
          });
      assertClosed();
    }

    @Test
    void closedAsAnOrdinaryResource() {
      assertThatThrownBy(() -> new TaskGroup().close())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("with(");
    }
  }

  @Test
  void describesItself() {
    run(
        () ->
            fails(
                ExceptionGroup.class,
                () ->
                    with(
                        new TaskGroup(),
                        group -> {
                          group.createTask(crash(new MyException(), 1));
                          group.createTask(crashAfterwards(new MyException()));
                          assertThat(group).hasToString("<TaskGroup tasks=2 entered>");
                          try {
                            await(sleep(ms(100)));
                          } finally {
                            assertThat(group)
                                .hasToString("<TaskGroup tasks=1 errors=1 cancelling>");
                          }
                        })));
  }

  /** CPython's test_taskgroup_context_manager_exit_raises. */
  @Test
  void aContextManagerWithinThatFailsWhenItIsLeft() {
    AsyncContextManager<Void> database =
        new AsyncContextManager<>() {
          @Override
          public Awaitable<Void> aenter() {
            return Coroutine.completed();
          }

          @Override
          public Awaitable<Void> aexit(@Nullable Throwable thrown) {
            return Coroutine.failed(new IOException("exit"));
          }
        };
    run(
        () -> {
          ExceptionGroup failure =
              fails(
                  ExceptionGroup.class,
                  () ->
                      with(
                          new TaskGroup(),
                          group ->
                              with(
                                  database,
                                  none -> {
                                    group.createTask(Coroutine.failed(new IOException("task")));
                                    await(sleep(ms(1000)));
                                  })));
          assertThat(failure.exceptions())
              .extracting(Throwable::getMessage)
              .containsExactlyInAnyOrder("exit", "task");
          assertThat(Objects.requireNonNull(Asyncio.currentTask()).cancelling()).isZero();
        });
  }
}
