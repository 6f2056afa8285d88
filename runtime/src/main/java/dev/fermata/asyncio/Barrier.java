package dev.fermata.asyncio;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets tasks go on only when a number of them have come to the same point; then it can be used
 * again, by the same or others.
 *
 * <pre>{@code
 * int place = await(barrier.waitFor());
 * if (place == 0) {
 *   // One of them does what is to be done once.
 * }
 * }</pre>
 *
 * <p>It is for the tasks of one loop and not for several threads.
 *
 * <p>The counterpart of {@code asyncio.Barrier}. Its {@code wait} is {@link #waitFor} here, because
 * every object has a final method {@code wait} of its own.
 */
public final class Barrier implements AsyncContextManager<Integer> {

  /*
   *              the last one comes            the last one has left
   *   FILLING ------------------------> DRAINING ---------------------> FILLING
   *      |  reset(), if somebody waits                     likewise
   *      '----------------------------> RESETTING --------------------> FILLING
   *   any --abort()--> BROKEN --reset()--> RESETTING, or FILLING if nobody is inside
   *
   * Who comes while it drains or is being reset waits for the next FILLING.
   */
  private enum State {
    FILLING,
    DRAINING,
    RESETTING,
    BROKEN
  }

  /** All changes of state are signalled here. */
  private final Condition changed = new Condition();

  private final int parties;
  private State state = State.FILLING;

  /** How many are inside: have come in this round, and have not left. */
  private int count;

  /**
   * Creates one.
   *
   * @param parties how many have to come before all go on
   * @throws IllegalArgumentException if that is less than one
   */
  public Barrier(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException("parties must be > 0, was " + parties);
    }
    this.parties = parties;
  }

  /** {@return how many have to come before all go on} */
  public int parties() {
    return parties;
  }

  /** {@return how many wait at this barrier} Counterpart of {@code n_waiting}. */
  public int nWaiting() {
    return state == State.FILLING ? count : 0;
  }

  /** {@return whether it was aborted, and not reset since} */
  public boolean broken() {
    return state == State.BROKEN;
  }

  /**
   * Waits until enough have come. Who is cancelled while waiting does not count any more.
   * Counterpart of {@code wait}.
   *
   * @return a coroutine that is done then; its result is a number from 0 up, another one for each,
   *     in the order in which they came. It fails with a {@link BrokenBarrierException} if the
   *     barrier is broken, or is reset meanwhile
   */
  public Coroutine<Integer> waitFor() {
    return new WaitFrame(this);
  }

  /**
   * Makes it as new. Those who wait get a {@link BrokenBarrierException}; those who have only not
   * left yet are let go.
   *
   * @return a coroutine that does so
   */
  public Coroutine<Void> reset() {
    return changed.with(
        held -> {
          if (count == 0) {
            state = State.FILLING;
          } else {
            state = State.RESETTING;
          }
          changed.signalAll();
          return Coroutine.completed();
        });
  }

  /**
   * Breaks it. Those who wait, and all who come before it is reset, get a {@link
   * BrokenBarrierException}.
   *
   * @return a coroutine that does so
   */
  public Coroutine<Void> abort() {
    return changed.with(
        held -> {
          state = State.BROKEN;
          changed.signalAll();
          return Coroutine.completed();
        });
  }

  /** As {@link #waitFor}. */
  @Override
  public Coroutine<Integer> aenter() {
    return waitFor();
  }

  /** Does nothing. */
  @Override
  public Coroutine<Void> aexit(@Nullable Throwable thrown) {
    return Coroutine.completed();
  }

  private boolean isOpen() {
    return state != State.DRAINING && state != State.RESETTING;
  }

  private boolean isReleased() {
    return state != State.FILLING;
  }

  /** Leaves; the last one opens the barrier for the next round. */
  private void leave() {
    count--;
    if (count == 0) {
      if (!isOpen()) {
        state = State.FILLING;
      }
      changed.signalAll();
    }
  }

  @Override
  public String toString() {
    String name = state.name().toLowerCase(Locale.ROOT);
    return "<Barrier ["
        + (broken() ? name : name + ", waiters:" + nWaiting() + "/" + parties)
        + "]>";
  }

  /** The coroutine of {@link #waitFor}. It holds the lock wherever it does not wait. */
  private static final class WaitFrame extends CoroutineFrame<Integer> {
    private static final int ACQUIRING = 1;

    /** Waiting for the round before this one to end. */
    private static final int OUTSIDE = 2;

    /** Waiting for the others of this round. */
    private static final int INSIDE = 3;

    private final Barrier barrier;
    private int index;

    WaitFrame(Barrier barrier) {
      this.barrier = barrier;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (state == CREATED && thrown == null) {
        state = ACQUIRING;
        if (await(driver, barrier.changed.acquire()) == SUSPENDED) {
          return SUSPENDED;
        }
      } else if (state < OUTSIDE && thrown != null) {
        throw thrown;
      }
      Object value;
      try {
        value = advance(driver, thrown);
      } catch (Throwable failure) {
        barrier.changed.release();
        throw failure;
      }
      if (value != SUSPENDED) {
        barrier.changed.release();
      }
      return value;
    }

    private @Nullable Object advance(Driver driver, @Nullable Throwable thrown) throws Throwable {
      if (state == ACQUIRING) {
        state = OUTSIDE;
        if (await(driver, barrier.changed.waitFor(barrier::isOpen)) == SUSPENDED) {
          return SUSPENDED;
        }
      }
      if (state == OUTSIDE) {
        if (thrown != null) {
          throw thrown;
        }
        if (barrier.broken()) {
          throw new BrokenBarrierException("Barrier aborted: " + barrier);
        }
        index = barrier.count++;
        state = INSIDE;
      } else {
        return end(thrown);
      }
      try {
        if (index + 1 == barrier.parties) {
          barrier.state = State.DRAINING;
          barrier.changed.signalAll();
        } else if (await(driver, barrier.changed.waitFor(barrier::isReleased)) == SUSPENDED) {
          return SUSPENDED;
        }
      } catch (Throwable failure) {
        return end(failure);
      }
      return end(null);
    }

    private Object end(@Nullable Throwable thrown) throws Throwable {
      State seen = barrier.state;
      barrier.leave();
      if (thrown != null) {
        throw thrown;
      }
      if (seen == State.BROKEN || seen == State.RESETTING) {
        throw new BrokenBarrierException("Abort or reset of barrier: " + barrier);
      }
      return index;
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(Barrier.class.getName(), "waitFor", null, -1);
    }
  }
}
