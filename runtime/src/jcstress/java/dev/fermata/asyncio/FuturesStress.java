package dev.fermata.asyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Futures whose two ends are in different threads. */
public final class FuturesStress {

  private FuturesStress() {}

  private static String stateOf(CompletableFuture<?> future) {
    return !future.isDone() ? "pending" : future.isCancelled() ? "cancelled" : "done";
  }

  /** However late a coroutine is submitted, nobody waits for ever. */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "refused")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "taken, and cancelled by the close")
  @Outcome(id = "2", expect = FORBIDDEN, desc = "taken, and never done")
  @State
  public static class SubmitAndClose {
    private final EventLoop loop = SpinningClock.loop();
    private @Nullable CompletableFuture<Integer> submitted;

    /** A thread. */
    @Actor
    public void submitter() {
      try {
        submitted = Asyncio.runCoroutineThreadsafe(Coroutine.of(1), loop);
      } catch (IllegalStateException e) {
        if (!loop.isClosed()) {
          throw e;
        }
      }
    }

    /** Who closes. */
    @Actor
    public void closer() {
      loop.close();
    }

    /** After both. */
    @Arbiter
    public void arbiter(I_Result result) {
      result.r1 = submitted == null ? 0 : submitted.isDone() ? 1 : 2;
    }
  }

  /** A coroutine is submitted and cancelled while the loop runs it: both ends agree. */
  @JCStressTest
  @Outcome(id = "done, 0", expect = ACCEPTABLE, desc = "it was faster")
  @Outcome(id = "cancelled, 0", expect = ACCEPTABLE, desc = "the cancellation was")
  @Outcome(expect = FORBIDDEN, desc = "pending for ever, or a task is left")
  @State
  public static class SubmitAndCancel {
    private final EventLoop loop = SpinningClock.loop();
    private final CompletableFuture<String> submitted =
        Asyncio.runCoroutineThreadsafe(Asyncio.sleep(java.time.Duration.ZERO, "r"), loop);

    /** A thread. */
    @Actor
    public void canceller() {
      while (!loop.isRunning() && !submitted.isDone()) {
        Thread.onSpinWait();
      }
      submitted.cancel(true);
    }

    /** The loop. */
    @Actor
    public void loop() {
      SpinningClock.turns(loop, 5);
    }

    /** The loop, after. */
    @Arbiter
    public void arbiter(LL_Result result) {
      SpinningClock.turns(loop, 5);
      result.r1 = stateOf(submitted);
      result.r2 = Asyncio.allTasks(loop).size() + loop.outstanding.size();
      loop.close();
    }
  }

  /** A future's other half is cancelled by another thread while the loop completes it. */
  @JCStressTest
  @Outcome(id = "done, false", expect = ACCEPTABLE, desc = "the result was faster")
  @Outcome(id = "cancelled, false", expect = ACCEPTABLE, desc = "the cancellation came too late here")
  @Outcome(expect = FORBIDDEN)
  @State
  public static class CompleteAndCancel {
    private final EventLoop loop = SpinningClock.loop();
    private final Future<String> future = loop.createFuture();
    private final CompletableFuture<String> other = future.toCompletableFuture();

    /** A thread. */
    @Actor
    public void canceller() {
      other.cancel(true);
    }

    /** The loop. */
    @Actor
    public void loop() {
      future.setResult("r");
      SpinningClock.turns(loop, 1);
    }

    /** The loop, after. */
    @Arbiter
    public void arbiter(LL_Result result) {
      SpinningClock.turns(loop, 2);
      result.r1 = stateOf(other);
      result.r2 = future.cancelled();
      loop.close();
    }
  }

  /** An executor's thread finishes while the loop waits. */
  @JCStressTest
  @Outcome(id = "42", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ExecutorFinishes {
    private final EventLoop loop = SpinningClock.loop();
    private @Nullable Runnable job;
    private final Future<Integer> future = loop.runInExecutor(j -> job = j, () -> 42);

    /** The executor's thread. */
    @Actor
    public void worker() {
      if (job != null) {
        job.run();
      }
    }

    /** The loop. */
    @Actor
    public void loop(I_Result result) {
      result.r1 = loop.runUntilComplete(future);
      loop.close();
    }
  }

  /** The loop cancels what an executor's thread is about to run, or runs. */
  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "cancelled; it had begun")
  @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "cancelled before it began")
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ExecutorIsCancelled {
    private final EventLoop loop = SpinningClock.loop();
    private volatile boolean ran;
    private @Nullable Runnable job;
    private final Future<Boolean> future = loop.runInExecutor(j -> job = j, () -> ran = true);

    /** The executor's thread. */
    @Actor
    public void worker() {
      if (job != null) {
        job.run();
      }
    }

    /** The loop. */
    @Actor
    public void loop() {
      future.cancel();
      SpinningClock.turns(loop, 1);
    }

    /** The loop, after. */
    @Arbiter
    public void arbiter(ZZ_Result result) {
      SpinningClock.turns(loop, 2);
      result.r1 = future.cancelled();
      result.r2 = ran;
      loop.close();
    }
  }

  /** A stage is completed in a thread while a task that awaits it is cancelled. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "the task is cancelled, the stage is done")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "the task and the stage are cancelled")
  @Outcome(expect = FORBIDDEN)
  @State
  public static class StageAndCancel {
    private final EventLoop loop = SpinningClock.loop();
    private final CompletableFuture<String> stage = new CompletableFuture<>();
    private final Task<String> task =
        loop.createTask(Tasks.frame(Asyncio.wrapFuture(stage, loop)));

    /** The task begins to wait. */
    public StageAndCancel() {
      SpinningClock.turns(loop, 1);
    }

    /** A thread. */
    @Actor
    public void completer() {
      stage.complete("r");
    }

    /** The loop. */
    @Actor
    public void loop() {
      task.cancel();
      SpinningClock.turns(loop, 2);
    }

    /** The loop, after. */
    @Arbiter
    public void arbiter(II_Result result) {
      SpinningClock.turns(loop, 3);
      result.r1 = task.cancelled() ? 1 : 0;
      result.r2 = !stage.isDone() ? 0 : stage.isCancelled() ? 2 : 1;
      loop.close();
    }
  }
}
