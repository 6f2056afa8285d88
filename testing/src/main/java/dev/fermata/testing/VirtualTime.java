package dev.fermata.testing;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.EventLoop;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A loop in virtual time: whenever it has nothing to do, its clock jumps to the next timer. So
 * {@code sleep(Duration.ofHours(1))} costs nothing, timeouts are exact, and everything happens in
 * the same order in every run.
 *
 * <pre>{@code
 * VirtualTime.run(new ClientTestAsync().retries());
 * }</pre>
 *
 * or, to ask for the time and to look at several runs on one loop:
 *
 * <pre>{@code
 * try (VirtualTime time = new VirtualTime()) {
 *   time.runUntilComplete(client.fetch());
 *   assertEquals(Duration.ofSeconds(7), time.now());
 * }
 * }</pre>
 *
 * <p><b>When the clock stands still.</b> Only what the loop itself waits for is virtual. While a
 * function runs in an executor ({@code toThread}, {@code runInExecutor}), or one of Java's own
 * futures is awaited, the clock does not move, and the loop really waits. Other threads that are
 * going to call the loop, by {@code callSoonThreadsafe} or {@code runCoroutineThreadsafe}, are not
 * known to it: {@link #hold} the clock for them.
 *
 * <p><b>What fails.</b>
 *
 * <ul>
 *   <li>A loop that is stuck: nothing is ready, nothing is due, nothing runs elsewhere. A {@link
 *       StuckError} says at once which tasks wait, and where.
 *   <li>More time than allowed, virtual or real: a {@link TimeLimitError} says the same.
 *   <li>At {@link #close}: tasks that are left, exceptions that nobody asked for, callbacks that
 *       failed, and with {@code -Dfermata.debug=true} coroutines that were never awaited. A {@link
 *       LeftoversError} lists them.
 * </ul>
 *
 * <p><b>Order.</b> {@link Options#seed} and {@link Options#shuffle} put what is ready at the same
 * time into an order drawn at random, to find tests and programs that depend on one; what fails
 * then tells the seed by an {@link OrderSeed} among its suppressed exceptions. {@link
 * Options#everyAwaitSuspends} makes every {@code await} suspend, also where it usually does not.
 *
 * <p>All methods but {@link #now}, {@link #hold} and {@link Hold#close} are to be called by one
 * thread.
 */
public final class VirtualTime implements AutoCloseable {

  private final Options options;
  private final OptionalLong seed;
  private final VirtualControl control;
  private final EventLoop loop;
  private final Leftovers leftovers;
  private boolean failed;
  private boolean closed;

  /** Creates a loop in virtual time, with {@link Options#defaults}. */
  public VirtualTime() {
    this(Options.defaults());
  }

  /**
   * Creates a loop in virtual time.
   *
   * @param options how it is to be
   */
  public VirtualTime(Options options) {
    this.options = options;
    this.seed = options.drawSeed();
    this.control = new VirtualControl(options, seed);
    this.loop = EventLoop.create(control);
    this.control.governs(loop);
    this.leftovers = new Leftovers(loop, control);
  }

  /**
   * Runs a coroutine in virtual time, on a loop of its own, with {@link Options#defaults}.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @return its result; if it fails, the very exception is thrown
   * @throws StuckError if nothing can wake what waits
   * @throws TimeLimitError if it takes longer than allowed
   * @throws LeftoversError if something is left at the end
   */
  public static <T extends @Nullable Object> T run(Coroutine<T> coroutine) {
    return run(Options.defaults(), coroutine);
  }

  /**
   * Runs a coroutine in virtual time, on a loop of its own.
   *
   * @param <T> the type of the result
   * @param options how the loop is to be
   * @param coroutine what to run
   * @return its result; if it fails, the very exception is thrown
   * @throws StuckError if nothing can wake what waits
   * @throws TimeLimitError if it takes longer than allowed
   * @throws LeftoversError if something is left at the end
   */
  public static <T extends @Nullable Object> T run(Options options, Coroutine<T> coroutine) {
    try (VirtualTime time = new VirtualTime(options)) {
      return time.runUntilComplete(coroutine);
    }
  }

  /**
   * Runs a coroutine or future of this loop until it is done. May be called several times, one
   * after the other; time goes on.
   *
   * @param <T> the type of the result
   * @param awaitable what to run
   * @return its result; if it fails, the very exception is thrown
   * @throws StuckError if nothing can wake what waits
   * @throws TimeLimitError if it takes longer than allowed
   */
  public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> awaitable) {
    try {
      return guard(() -> loop.runUntilComplete(awaitable));
    } catch (Throwable e) {
      throw sneak(e);
    }
  }

  /**
   * Does something that runs the loop, within the limits of time; the loop is meanwhile the one
   * that is set for this thread.
   */
  <T extends @Nullable Object> T guard(Limits.Work<T> work) throws Throwable {
    Asyncio.setEventLoop(loop);
    try (Limits limits = new Limits(options, control, loop)) {
      return limits.call(work);
    } catch (Throwable failure) {
      failed = true;
      throw withSeed(failure);
    } finally {
      Asyncio.setEventLoop(null);
    }
  }

  /** {@return the loop} */
  public EventLoop loop() {
    return loop;
  }

  /** {@return how much time has passed on the loop's clock since it was made; from any thread} */
  public Duration now() {
    return Duration.ofNanos(control.now());
  }

  /**
   * Has the clock stand still, and the loop really wait, until the result is closed: for other
   * threads that are going to call the loop.
   *
   * <pre>{@code
   * VirtualTime.Hold hold = time.hold();
   * listener.onMessage(message -> {          // in another thread
   *   loop.callSoonThreadsafe(() -> queue.putNowait(message));
   *   hold.close();
   * });
   * }</pre>
   *
   * @return what to close, from any thread; what was handed to the loop before that comes first
   */
  public Hold hold() {
    return control.hold();
  }

  /** Has the clock stand still; see {@link VirtualTime#hold}. */
  public interface Hold extends AutoCloseable {

    /** Lets the clock go on; to call this again has no effect. */
    @Override
    void close();
  }

  /** {@return what the order of that which is ready is drawn from; empty for that of arrival} */
  public OptionalLong seed() {
    return seed;
  }

  /**
   * Ends: lets what is ready run on, without any time passing; cancels the tasks that are left, and
   * closes the loop. To close it again has no effect.
   *
   * @throws LeftoversError if something has failed that nobody was told of, or, unless a run has
   *     failed already, there were tasks left
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Asyncio.setEventLoop(loop);
    try (Limits limits = new Limits(options, control, loop)) {
      leftovers.close(limits, !failed);
    } catch (LeftoversError error) {
      throw withSeed(error);
    } finally {
      Asyncio.setEventLoop(null);
    }
  }

  private <E extends Throwable> E withSeed(E failure) {
    seed.ifPresent(
        number -> {
          for (Throwable each : failure.getSuppressed()) {
            if (each instanceof OrderSeed) {
              return;
            }
          }
          failure.addSuppressed(new OrderSeed(number));
        });
    return failure;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException sneak(Throwable throwable) throws E {
    // The cast is not checked: E is erased to Throwable.
    throw (E) throwable;
  }

  @Override
  public String toString() {
    return "<VirtualTime now="
        + now()
        + (seed.isPresent() ? " seed=" + seed.getAsLong() : "")
        + ">";
  }
}
