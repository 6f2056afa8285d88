package dev.fermata.asyncio;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** {@code callSoonThreadsafe} while the loop runs, stops and closes. */
public final class ThreadsafeCallsStress {

  private ThreadsafeCallsStress() {}

  /** Callbacks of two threads are called once each, those of one thread in order. */
  @JCStressTest
  @Outcome(
      id = {"abcd", "acbd", "acdb", "cabd", "cadb", "cdab"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "lost, doubled or out of order")
  @State
  public static class TwoCallers {
    private final EventLoop loop = SpinningClock.loop();
    private final StringBuilder called = new StringBuilder();

    /** A thread. */
    @Actor
    public void first() {
      loop.callSoonThreadsafe(() -> called.append('a'));
      loop.callSoonThreadsafe(() -> called.append('b'));
    }

    /** Another thread. */
    @Actor
    public void second() {
      loop.callSoonThreadsafe(() -> called.append('c'));
      loop.callSoonThreadsafe(() -> called.append('d'));
    }

    /** The loop. */
    @Arbiter
    public void arbiter(L_Result result) {
      SpinningClock.turns(loop, 1);
      result.r1 = called.toString();
      loop.close();
    }
  }

  /** Callbacks are called once each and in order, though the loop turns meanwhile. */
  @JCStressTest
  @Outcome(id = "abc", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "lost, doubled or out of order")
  @State
  public static class WhileItRuns {
    private final EventLoop loop = SpinningClock.loop();
    private final StringBuilder called = new StringBuilder();

    /** A thread. */
    @Actor
    public void caller() {
      loop.callSoonThreadsafe(() -> called.append('a'));
      loop.callSoonThreadsafe(() -> called.append('b'));
      loop.callSoonThreadsafe(() -> called.append('c'));
    }

    /** The loop. */
    @Actor
    public void loop() {
      SpinningClock.turns(loop, 2);
    }

    /** The loop, after. */
    @Arbiter
    public void arbiter(L_Result result) {
      SpinningClock.turns(loop, 1);
      result.r1 = called.toString();
      loop.close();
    }
  }

  /** Another thread may stop the loop, whether or not it runs yet; what comes after stays. */
  @JCStressTest
  @Outcome(id = "stopped, called", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Stop {
    private final EventLoop loop = SpinningClock.loop();
    private String after = "lost";

    /** A thread. */
    @Actor
    public void stopper() {
      loop.callSoonThreadsafe(loop::stop);
      loop.callSoonThreadsafe(() -> after = "called");
    }

    /** The loop, until it is stopped. */
    @Actor
    public void loop(LL_Result result) {
      loop.runForever();
      result.r1 = "stopped";
    }

    /** The loop, after. */
    @Arbiter
    public void arbiter(LL_Result result) {
      SpinningClock.turns(loop, 1);
      result.r2 = after;
      loop.close();
    }
  }

  /** A call is taken or refused; never called on a closed loop, and never an obscure failure. */
  @JCStressTest
  @Outcome(
      id = {"true, false", "false, false"},
      expect = ACCEPTABLE,
      desc = "dropped by the close, or refused")
  @Outcome(expect = FORBIDDEN)
  @State
  public static class Close {
    private final EventLoop loop = SpinningClock.loop();
    private boolean called;

    /** A thread. */
    @Actor
    public void caller(ZZ_Result result) {
      try {
        loop.callSoonThreadsafe(() -> called = true);
        result.r1 = true;
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
    public void arbiter(ZZ_Result result) {
      result.r2 = called;
    }
  }
}
