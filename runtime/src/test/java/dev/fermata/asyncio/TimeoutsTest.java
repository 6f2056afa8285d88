package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.currentTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Asyncio.timeout;
import static dev.fermata.asyncio.Asyncio.timeoutAt;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** After CPython's test_timeouts. */
class TimeoutsTest extends LoopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(100);

  private static Task<?> self() {
    return Objects.requireNonNull(currentTask());
  }

  /** Lets time pass as a computation would. */
  private void compute(Duration duration) {
    clock.advance(duration.toNanos());
  }

  @Nested
  class Expiring {

    @Test
    void afterSomeTime() {
      run(
          () -> {
            Timeout timeout = timeout(SECOND);
            TimeoutException e =
                fails(TimeoutException.class, () -> with(timeout, t -> await(sleep(LONG))));
            assertThat(e).hasCauseInstanceOf(CancelledError.class);
            assertThat(timeout.expired()).isTrue();
            assertThat(loop.time()).isEqualTo(SECOND.toNanos());
            assertThat(self().cancelling()).isZero();
          });
    }

    @Test
    void atSomeTime() {
      run(
          () -> {
            long deadline = loop.time() + SECOND.toNanos();
            Timeout timeout = timeoutAt(deadline);
            fails(TimeoutException.class, () -> with(timeout, t -> await(sleep(LONG))));
            assertThat(timeout.expired()).isTrue();
            assertThat(timeout.when()).isEqualTo(deadline);
          });
    }

    @Test
    void whatIsDoneInTimeIsNotDisturbed() {
      run(
          () -> {
            Timeout timeout = timeout(SECOND.multipliedBy(10));
            with(timeout, t -> await(sleep(SECOND)));
            assertThat(timeout.expired()).isFalse();
            assertThat(timeout.when()).isEqualTo(SECOND.multipliedBy(10).toNanos());
            await(sleep(LONG));
          });
    }

    @Test
    void never() {
      run(
          () -> {
            for (Timeout timeout : new Timeout[] {timeout(null), timeoutAt(null)}) {
              with(timeout, t -> await(sleep(LONG)));
              assertThat(timeout.expired()).isFalse();
              assertThat(timeout.when()).isNull();
            }
          });
    }

    @Test
    void atOnce() {
      run(
          () -> {
            await(sleep(LONG));
            for (Duration none : new Duration[] {Duration.ZERO, SECOND.multipliedBy(-11)}) {
              for (Duration work : new Duration[] {LONG, Duration.ZERO}) {
                Timeout timeout = timeout(none);
                fails(TimeoutException.class, () -> with(timeout, t -> await(sleep(work))));
                assertThat(timeout.expired()).isTrue();
                assertThat(timeout.when()).isEqualTo(LONG.plus(none).toNanos());
              }
            }
            assertThat(loop.time()).isEqualTo(LONG.toNanos());
          });
    }

    @Test
    void theTaskMaySeeItComing() {
      run(
          () ->
              fails(
                  TimeoutException.class,
                  () ->
                      with(
                          timeout(SECOND),
                          t -> {
                            try {
                              await(sleep(LONG));
                            } catch (CancelledError e) {
                              trace.add("cancelled");
                              throw e;
                            }
                          })));
      assertThat(trace).containsExactly("cancelled");
    }

    @Test
    void theTaskIsNotCancelled() {
      run(
          () -> {
            Task<?> task =
                createTask(
                    doing(
                        () ->
                            fails(
                                TimeoutException.class,
                                () -> with(timeout(SECOND), t -> await(sleep(LONG))))));
            await(task);
            assertThat(task.cancelled()).isFalse();
          });
    }

    @Test
    void otherExceptionsPass() {
      run(
          () -> {
            Timeout timeout = timeout(SECOND);
            IOException failure = new IOException();
            assertThat(
                    fails(
                        IOException.class,
                        () ->
                            with(
                                timeout,
                                t -> {
                                  throw failure;
                                })))
                .isSameAs(failure);
            assertThat(timeout.expired()).isFalse();
          });
    }

    @Test
    void whatTheWorkAnswersPasses() {
      run(
          () -> {
            Timeout timeout = timeout(SECOND);
            IOException failure = new IOException();
            assertThat(
                    fails(
                        IOException.class,
                        () ->
                            with(
                                timeout,
                                t -> {
                                  fails(CancelledError.class, () -> await(sleep(LONG)));
                                  throw failure;
                                })))
                .isSameAs(failure);
            assertThat(timeout.expired()).isTrue();
            assertThat(self().cancelling()).isZero();
          });
    }

    @Test
    void workThatRefusesIsDone() {
      run(
          () -> {
            Timeout timeout = timeout(SECOND);
            with(timeout, t -> fails(CancelledError.class, () -> await(sleep(LONG))));
            assertThat(timeout.expired()).isTrue();
            assertThat(self().cancelling()).isZero();
          });
    }
  }

  @Nested
  class Cancelling {

    @Test
    void fromOutsideIsNoTimeout() {
      run(
          () -> {
            Timeout timeout = timeout(LONG);
            fails(
                CancelledError.class,
                () ->
                    with(
                        timeout,
                        t -> {
                          self().cancel();
                          await(sleep(LONG));
                        }));
            assertThat(timeout.expired()).isFalse();
            self().uncancel();
          });
    }

    @Test
    void fromOutsideAtTheSameTimeIsNoneEither() {
      run(
          () -> {
            Task<?> task = createTask(doing(() -> with(timeout(SECOND), t -> await(sleep(LONG)))));
            loop.callLater(SECOND, task::cancel);
            fails(CancelledError.class, () -> await(task));
            assertThat(task.cancelling()).isEqualTo(1);
          });
    }

    @Test
    void beforehandDoesNotMatter() {
      run(
          () -> {
            self().cancel();
            fails(CancelledError.class, () -> await(sleep(SECOND)));
            fails(
                TimeoutException.class,
                () -> with(timeout(Duration.ZERO), t -> await(sleep(SECOND))));
            fails(
                CancelledError.class,
                () ->
                    with(
                        timeout(SECOND),
                        t -> {
                          self().cancel();
                          await(sleep(LONG));
                        }));
            assertThat(self().cancelling()).isEqualTo(2);
          });
    }
  }

  @Nested
  class Nesting {

    @Test
    void onlyTheOutermostOfTwoThatExpireTellsSo() {
      run(
          () -> {
            long deadline = loop.time() + SECOND.toNanos();
            Timeout outer = timeoutAt(deadline);
            Timeout inner = timeoutAt(deadline);
            fails(
                TimeoutException.class,
                () ->
                    with(
                        outer,
                        o -> {
                          try {
                            with(inner, i -> await(sleep(LONG)));
                          } catch (CancelledError e) {
                            trace.add("cancelled");
                            throw e;
                          }
                        }));
            assertThat(outer.expired()).isTrue();
            assertThat(inner.expired()).isTrue();
          });
      assertThat(trace).containsExactly("cancelled");
    }

    @Test
    void theOuterExpiresWhileTheInnerIsBusy() {
      run(
          () ->
              fails(
                  TimeoutException.class,
                  () ->
                      with(
                          timeout(Duration.ofMillis(2)),
                          outer ->
                              with(
                                  timeout(Duration.ofMillis(100)),
                                  inner -> {
                                    compute(Duration.ofMillis(10));
                                    await(sleep(SECOND));
                                  }))));
    }

    @Test
    void theOuterExpiresAfterTheInner() {
      run(
          () -> {
            fails(
                TimeoutException.class,
                () ->
                    with(
                        timeout(Duration.ofMillis(100)),
                        outer -> {
                          fails(
                              TimeoutException.class,
                              () ->
                                  with(
                                      timeout(Duration.ofMillis(10)), inner -> await(sleep(LONG))));
                          await(sleep(LONG));
                        }));
            assertThat(loop.time()).isEqualTo(Duration.ofMillis(100).toNanos());
          });
    }

    @Test
    void inACleanUp() {
      run(
          () ->
              fails(
                  TimeoutException.class,
                  () ->
                      with(
                          timeout(SECOND),
                          outer -> {
                            try {
                              await(sleep(LONG));
                            } finally {
                              fails(
                                  TimeoutException.class,
                                  () -> with(timeout(SECOND), inner -> await(sleep(LONG))));
                            }
                          })));
      assertThat(loop.time()).isEqualTo(SECOND.multipliedBy(2).toNanos());
    }

    @Test
    void aroundAGroupThatFailsInItsCleanUp() {
      run(
          () -> {
            IOException failure = new IOException();
            ExceptionGroup group =
                fails(
                    ExceptionGroup.class,
                    () ->
                        with(
                            timeout(SECOND),
                            t ->
                                with(
                                    new TaskGroup(),
                                    g -> {
                                      g.createTask(
                                          doing(
                                              () -> {
                                                fails(
                                                    CancelledError.class, () -> await(sleep(LONG)));
                                                throw failure;
                                              }));
                                      await(sleep(LONG));
                                    })));
            assertThat(group.exceptions()).containsExactly(failure);
            assertThat(self().cancelling()).isZero();
          });
    }

    @Test
    void aroundAGroupThatJustStops() {
      run(
          () -> {
            fails(
                TimeoutException.class,
                () ->
                    with(
                        timeout(SECOND),
                        t -> with(new TaskGroup(), g -> g.createTask(sleep(LONG, 1)))));
            assertThat(self().cancelling()).isZero();
          });
    }
  }

  @Nested
  class Rescheduling {

    @Test
    void toAnotherTime() {
      Future<Timeout> entered = loop.createFuture();
      run(
          () -> {
            long first = SECOND.toNanos() * 10;
            long second = SECOND.toNanos() * 30;
            Task<?> task =
                createTask(
                    doing(
                        () ->
                            with(
                                timeoutAt(first),
                                t -> {
                                  entered.setResult(t);
                                  await(sleep(LONG));
                                })));
            Timeout timeout = await(entered);
            assertThat(timeout.when()).isEqualTo(first);
            timeout.reschedule(second);
            assertThat(timeout.when()).isEqualTo(second);
            await(sleep(SECOND.multipliedBy(20)));
            assertThat(task.done()).isFalse();
            timeout.reschedule(null);
            assertThat(timeout.when()).isNull();
            await(sleep(SECOND.multipliedBy(20)));
            assertThat(task.done()).isFalse();
            task.cancel();
            fails(CancelledError.class, () -> await(task));
            assertThat(timeout.expired()).isFalse();
          });
    }

    @Test
    void toATimeThatHasPassed() {
      run(
          () -> {
            await(sleep(LONG));
            fails(
                TimeoutException.class,
                () ->
                    with(
                        timeout(null),
                        t -> {
                          t.reschedule(loop.time() - 1);
                          await(sleep(LONG));
                        }));
            assertThat(loop.time()).isEqualTo(LONG.toNanos());
          });
    }

    @Test
    void beforeItWasEntered() {
      assertThatThrownBy(() -> timeoutAt(0L).reschedule(1L))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has not been entered");
    }

    @Test
    void tooLate() {
      run(
          () -> {
            Timeout finished = timeout(SECOND);
            with(finished, t -> {});
            assertThat(fails(IllegalStateException.class, () -> finished.reschedule(2L)))
                .hasMessageContaining("finished");
            Timeout expired = timeout(SECOND);
            with(
                expired,
                t -> {
                  fails(CancelledError.class, () -> await(sleep(LONG)));
                  assertThat(fails(IllegalStateException.class, () -> expired.reschedule(2L)))
                      .hasMessageContaining("expiring");
                });
            assertThat(fails(IllegalStateException.class, () -> expired.reschedule(2L)))
                .hasMessageContaining("expired");
          });
    }
  }

  @Test
  void enteredTwice() {
    run(
        () -> {
          Timeout timeout = timeout(SECOND);
          with(
              timeout,
              t ->
                  assertThat(fails(IllegalStateException.class, () -> with(timeout, u -> {})))
                      .hasMessageContaining("has already been entered"));
          assertThat(fails(IllegalStateException.class, () -> with(timeout, u -> {})))
              .hasMessageContaining("has already been entered");
        });
  }

  @Test
  void leftWithoutBeingEntered() {
    run(
        () -> {
          Timeout timeout = timeout(SECOND);
          assertThat(fails(IllegalStateException.class, () -> await(timeout.aexit(null))))
              .hasMessageContaining("has not been entered");
          with(timeout, t -> {});
          assertThat(fails(IllegalStateException.class, () -> await(timeout.aexit(null))))
              .hasMessageContaining("has already been left");
        });
  }

  @Test
  void needsARunningLoop() {
    assertThatThrownBy(() -> timeout(SECOND))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no running event loop");
  }

  @Test
  void describesItself() {
    run(
        () -> {
          Timeout timeout = timeout(SECOND);
          assertThat(timeout).hasToString("<Timeout [created]>");
          with(timeout, t -> assertThat(t).hasToString("<Timeout [active] when=1.000>"));
          assertThat(timeout).hasToString("<Timeout [finished]>");
          with(timeout(null), t -> assertThat(t).hasToString("<Timeout [active] when=none>"));
          Timeout expired = timeout(SECOND);
          with(
              expired,
              t -> {
                fails(CancelledError.class, () -> await(sleep(LONG)));
                assertThat(t).hasToString("<Timeout [expiring]>");
              });
          assertThat(expired).hasToString("<Timeout [expired]>");
        });
  }
}
