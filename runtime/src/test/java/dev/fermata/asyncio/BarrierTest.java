package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.gather;
import static dev.fermata.asyncio.LocksTest.turn;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After the part of CPython's test_locks. */
class BarrierTest extends LoopTest {

  private static final int N = 5;

  private final Barrier barrier = new Barrier(N);

  private static List<Task<@Nullable Void>> tasks(int count, Script.Action body) {
    List<Task<@Nullable Void>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(createTask(doing(body)));
    }
    return tasks;
  }

  private static void all(Script.Action body) throws Throwable {
    await(gather(tasks(N, body)));
  }

  @Test
  void needsOneAtLeast() {
    assertThatThrownBy(() -> new Barrier(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parties must be > 0");
    assertThat(barrier.parties()).isEqualTo(N);
  }

  @Test
  void ofOneLetsItThroughAtOnce() {
    Barrier one = new Barrier(1);
    loop.createTask(
        doing(
            () -> {
              for (int i = 0; i < 3; i++) {
                assertThat(await(one.waitFor())).isZero();
                assertThat(one.nWaiting()).isZero();
              }
              trace.add("through");
            }));
    loop.callSoon(say("other"));
    turns(1);
    assertThat(trace).containsExactly("through", "other");
    assertThat(one.broken()).isFalse();
  }

  @Test
  void fillsOneByOne() {
    run(
        () -> {
          List<Task<@Nullable Void>> tasks = new ArrayList<>();
          for (int i = 0; i < N; i++) {
            assertThat(barrier.nWaiting()).isEqualTo(i);
            assertThat(barrier).hasToString("<Barrier [filling, waiters:" + i + "/5]>");
            assertThat(tasks).noneMatch(Future::done);
            tasks.addAll(tasks(1, () -> await(barrier.waitFor())));
            turn();
          }
          await(gather(tasks));
          assertThat(barrier.nWaiting()).isZero();
          assertThat(barrier.broken()).isFalse();
        });
  }

  @Test
  void eachGetsANumber() {
    run(
        () -> {
          List<Integer> places = new ArrayList<>();
          all(() -> places.add(await(barrier.waitFor())));
          assertThat(places).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        });
  }

  @Test
  void isUsedAgainAndAgain() {
    run(
        () -> {
          all(
              () -> {
                await(barrier.waitFor());
                trace.add("1");
                await(barrier.waitFor());
                trace.add("2");
                await(barrier.waitFor());
                trace.add("3");
              });
          assertThat(String.join("", trace)).isEqualTo("111112222233333");
        });
  }

  @Test
  void drainsWhileTheyLeave() {
    run(
        () -> {
          all(
              () ->
                  with(barrier, place -> trace.add(barrier.toString().contains("draining") + "")));
          assertThat(trace).containsExactly("true", "true", "true", "true", "false");
        });
  }

  @Test
  void whoComesWhileItDrainsWaitsForTheNextRound() {
    int[] again = {2};
    Barrier others = new Barrier(N - 2);
    run(
        () -> {
          all(
              () -> {
                await(barrier.waitFor());
                if (again[0]-- > 0) {
                  await(barrier.waitFor());
                } else {
                  await(others.waitFor());
                  await(barrier.waitFor());
                }
              });
          assertThat(barrier.nWaiting()).isZero();
        });
  }

  @Test
  void whoIsCancelledDoesNotCount() {
    Barrier three = new Barrier(3);
    run(
        () -> {
          Task<Integer> a = createTask(three.waitFor());
          turn();
          Task<Integer> b = createTask(three.waitFor());
          turn();
          assertThat(three.nWaiting()).isEqualTo(2);
          a.cancel();
          turn();
          assertThat(three.nWaiting()).isEqualTo(1);
          fails(CancelledError.class, () -> await(a));
          Task<Integer> c = createTask(three.waitFor());
          turn();
          assertThat(three.nWaiting()).isEqualTo(2);
          Task<Integer> d = createTask(three.waitFor());
          await(gather(b, c, d));
          assertThat(three.nWaiting()).isZero();
          assertThat(three.broken()).isFalse();
        });
  }

  @Test
  void resetWithNobodyWaiting() {
    loop.runUntilComplete(barrier.reset());
    assertThat(barrier).hasToString("<Barrier [filling, waiters:0/5]>");
  }

  @Test
  void resetSendsAwayWhoWaits() {
    run(
        () -> {
          List<Task<@Nullable Void>> tasks =
              tasks(
                  N - 1, () -> fails(BrokenBarrierException.class, () -> await(barrier.waitFor())));
          turn();
          createTask(barrier.reset());
          await(gather(tasks));
          assertThat(barrier).hasToString("<Barrier [filling, waiters:0/5]>");
        });
  }

  @Test
  void resetWhileItDrains() {
    int[] out = new int[1];
    run(
        () -> {
          all(
              () -> {
                try {
                  await(barrier.waitFor());
                  if (++out[0] == N - N / 2) {
                    await(barrier.reset());
                  }
                } catch (BrokenBarrierException e) {
                  trace.add("broken");
                }
              });
          assertThat(trace).hasSize(N / 2);
          assertThat(barrier).hasToString("<Barrier [filling, waiters:0/5]>");
        });
  }

  @Test
  void resetWhileSomeDrainAndSomeWaitForTheNextRound() {
    int blocking = N / 2;
    int[] count = new int[1];
    run(
        () -> {
          all(
              () -> {
                try {
                  await(barrier.waitFor());
                } catch (BrokenBarrierException e) {
                  trace.add("drained too late");
                  await(barrier.waitFor());
                  return;
                }
                count[0]++;
                if (count[0] > blocking) {
                  await(barrier.reset());
                  await(barrier.waitFor());
                } else {
                  try {
                    await(barrier.waitFor());
                  } catch (BrokenBarrierException e) {
                    trace.add("blocked");
                  }
                }
              });
          assertThat(trace).hasSize(blocking).containsOnly("drained too late");
          assertThat(barrier).hasToString("<Barrier [filling, waiters:0/5]>");
        });
  }

  @Test
  void resetAndUsedAgain() {
    run(
        () -> {
          List<Task<@Nullable Void>> tasks =
              tasks(
                  N - 1,
                  () -> {
                    fails(BrokenBarrierException.class, () -> await(barrier.waitFor()));
                    await(barrier.waitFor());
                    trace.add("through");
                  });
          createTask(barrier.reset());
          turn();
          createTask(doing(() -> with(barrier, place -> trace.add("through"))));
          await(gather(tasks));
          assertThat(trace).hasSize(N);
          assertThat(barrier.nWaiting()).isZero();
        });
  }

  @Test
  void resetByTheLastWhoLeaves() {
    int[] count = new int[1];
    run(
        () -> {
          all(
              () -> {
                await(barrier.waitFor());
                if (++count[0] == N) {
                  await(barrier.reset());
                }
                await(barrier.waitFor());
                await(barrier.waitFor());
                trace.add("through");
              });
          assertThat(trace).hasSize(N);
          assertThat(barrier).hasToString("<Barrier [filling, waiters:0/5]>");
        });
  }

  @Test
  void abortBreaksIt() {
    loop.runUntilComplete(barrier.abort());
    assertThat(barrier.broken()).isTrue();
    assertThat(barrier.nWaiting()).isZero();
    assertThat(barrier).hasToString("<Barrier [broken]>");
    assertThatThrownBy(() -> loop.runUntilComplete(barrier.waitFor()))
        .isInstanceOf(BrokenBarrierException.class)
        .hasMessageContaining("Barrier aborted");
    loop.runUntilComplete(barrier.reset());
    assertThat(barrier.broken()).isFalse();
  }

  @Test
  void abortWhileSomeDrainAndSomeWaitForTheNextRound() {
    int blocking = N / 2;
    int[] count = new int[1];
    run(
        () -> {
          all(
              () -> {
                try {
                  await(barrier.waitFor());
                } catch (BrokenBarrierException e) {
                  trace.add("drained too late");
                  return;
                }
                if (++count[0] > blocking) {
                  await(barrier.abort());
                } else {
                  fails(BrokenBarrierException.class, () -> await(barrier.waitFor()));
                  trace.add("blocked");
                }
              });
          assertThat(trace).filteredOn("drained too late"::equals).hasSize(blocking);
          assertThat(trace).filteredOn("blocked"::equals).hasSize(N - blocking - 1);
          assertThat(barrier).hasToString("<Barrier [broken]>");
        });
  }

  @Test
  void abortAfterAFailure() {
    run(
        () -> {
          all(
              () -> {
                try {
                  with(
                      barrier,
                      place -> {
                        if (place == N / 2) {
                          throw new ArithmeticException();
                        }
                      });
                  await(barrier.waitFor());
                  trace.add("through");
                } catch (BrokenBarrierException e) {
                  trace.add("broken");
                } catch (ArithmeticException e) {
                  await(barrier.abort());
                }
              });
          assertThat(trace).hasSize(N - 1).containsOnly("broken");
          assertThat(barrier.broken()).isTrue();
        });
  }

  @Test
  void abortAndReset() {
    Barrier second = new Barrier(N);
    run(
        () -> {
          all(
              () -> {
                try {
                  if (await(barrier.waitFor()) == N / 2) {
                    throw new ArithmeticException();
                  }
                  await(barrier.waitFor());
                  trace.add("through");
                } catch (BrokenBarrierException e) {
                  trace.add("broken");
                } catch (ArithmeticException e) {
                  await(barrier.abort());
                }
                if (await(second.waitFor()) == N / 2) {
                  await(barrier.reset());
                }
                await(second.waitFor());
                await(barrier.waitFor());
                trace.add("after");
              });
          assertThat(trace.subList(0, N - 1)).containsOnly("broken");
          assertThat(trace.subList(N - 1, trace.size())).hasSize(N).containsOnly("after");
          assertThat(barrier).hasToString("<Barrier [filling, waiters:0/5]>");
        });
  }
}
