package dev.fermata.asyncio;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs callbacks and tasks, one at a time, in the thread that calls {@link #runForever} or {@link
 * #runUntilComplete}.
 *
 * <p>Each turn of the loop waits until something is ready or due, moves the timers that are due
 * behind what is ready, and runs what is ready then, in the order in which it was scheduled. What
 * that schedules runs in the next turn. The order is asyncio's, and the same in every run.
 *
 * <p>Most programs need only {@link Asyncio#run}, which makes a loop, runs a coroutine, and cleans
 * up. By hand it is:
 *
 * <pre>{@code
 * EventLoop loop = EventLoop.create();
 * try {
 *   loop.runUntilComplete(new SumsAsync().printSum(1, 2));
 * } finally {
 *   loop.close();
 * }
 * }</pre>
 *
 * <p><b>Threads.</b> A loop is not bound to a thread until it runs; loops in several threads are
 * independent of each other. While it runs, only {@link #callSoonThreadsafe}, {@link #isRunning},
 * {@link #isClosed} and {@link #time} may be called from other threads. In debug mode the
 * scheduling methods check that.
 *
 * <p><b>Interruption.</b> To interrupt the thread of a running loop stops the loop as {@link #stop}
 * does, and the thread's interrupt status is set when the run ends. Under {@link Asyncio#run} and
 * {@link Runner} it cancels the main task instead.
 *
 * <p><b>Debug mode</b>, see {@link #setDebug}, finds mistakes that cost too much to look for
 * always.
 *
 * <p>The counterpart of {@code asyncio.AbstractEventLoop}.
 */
public abstract class EventLoop implements AutoCloseable {

  /** The registers of the step that is running. */
  final Driver driver = new Driver(this);

  final TaskRegistry tasks = new TaskRegistry(this);
  final AsyncGenerators asyncgens = new AsyncGenerators(this);
  final UnretrievedExceptions unretrieved = new UnretrievedExceptions();
  final LoopDebug debug = new LoopDebug();

  /** What other threads wait for. */
  final Set<Outstanding> outstanding = ConcurrentHashMap.newKeySet();

  /** How many functions are under way in executors, for {@link LoopControl#beforeSleep}. */
  int workElsewhere;

  /** How many of Java's own futures are awaited, for {@link LoopControl#beforeSleep}. */
  int stagesAwaited;

  EventLoop() {}

  /**
   * Creates a loop. Counterpart of {@code new_event_loop}.
   *
   * @return a loop that polls a {@link java.nio.channels.Selector}
   */
  public static EventLoop create() {
    return new SelectorEventLoop(LoopClock.system());
  }

  /**
   * Creates a loop that runs as something else has it. For tools such as {@code fermata-testing}.
   *
   * @param control what governs the loop
   * @return the loop
   */
  public static EventLoop create(LoopControl control) {
    return new SelectorEventLoop(Objects.requireNonNull(control, "control"));
  }

  // ---- running ----

  /**
   * Runs until {@link #stop} is called.
   *
   * @throws IllegalStateException if this loop is closed or running, or another loop is running in
   *     this thread
   */
  public abstract void runForever();

  /**
   * Runs until a coroutine or future is done.
   *
   * @param <T> the type of the result
   * @param awaitable a future of this loop, or a coroutine, for which a task is made
   * @return its result; if it fails, the very exception is thrown
   * @throws IllegalStateException if this loop is closed or running, or another loop is running in
   *     this thread, or this loop is stopped before the result is there
   * @throws IllegalArgumentException if the future belongs to another loop
   */
  public abstract <T extends @Nullable Object> T runUntilComplete(Awaitable<T> awaitable);

  /**
   * Has the loop stop at the end of its current turn; if it does not run, of its next one.
   *
   * @throws IllegalStateException in debug mode, if the loop is running in another thread; from
   *     there it is {@code callSoonThreadsafe(loop::stop)}
   */
  public abstract void stop();

  /**
   * Closes this loop: drops all that is scheduled and shuts down the default executor without
   * waiting for it. What other threads hold of its tasks is cancelled. Tasks that are still pending
   * and exceptions that nobody has asked for are reported to the exception handler. To close a
   * closed loop has no effect.
   *
   * @throws IllegalStateException if this loop is running
   */
  @Override
  public abstract void close();

  /** {@return whether this loop is running; from any thread} */
  public abstract boolean isRunning();

  /** {@return whether this loop was closed; from any thread} */
  public abstract boolean isClosed();

  // ---- scheduling ----

  /**
   * Has a callback called at the next turn, after all that was scheduled before. As all callbacks,
   * it runs in a copy of the {@link Context} in which it is scheduled.
   *
   * @param callback what to call; what it throws goes to the exception handler
   * @return a handle to cancel it
   * @throws IllegalStateException if this loop is closed; in debug mode also if it is running in
   *     another thread
   */
  public final Handle callSoon(Runnable callback) {
    return scheduleSoon(callback, currentContext());
  }

  /**
   * As {@link #callSoon(Runnable)}, but in a context of one's own choice.
   *
   * @param callback what to call; what it throws goes to the exception handler
   * @param context the context to call it in; not copied
   * @return a handle to cancel it
   * @throws IllegalStateException as for {@link #callSoon(Runnable)}
   */
  public final Handle callSoon(Runnable callback, Context context) {
    return scheduleSoon(callback, Objects.requireNonNull(context, "context"));
  }

  /**
   * Like {@link #callSoon}, from any thread; wakes the loop if it sleeps.
   *
   * @param callback what to call, in the loop's thread
   * @return a handle to cancel it, in the loop's thread
   * @throws IllegalStateException if this loop is closed
   */
  public final Handle callSoonThreadsafe(Runnable callback) {
    return scheduleThreadsafe(callback, Context.currentValues());
  }

  /**
   * As {@link #callSoonThreadsafe(Runnable)}, but in a context of one's own choice.
   *
   * @param callback what to call, in the loop's thread
   * @param context the context to call it in; not copied, so the calling thread leaves it alone
   * @return a handle to cancel it, in the loop's thread
   * @throws IllegalStateException if this loop is closed
   */
  public final Handle callSoonThreadsafe(Runnable callback, Context context) {
    return scheduleThreadsafe(callback, Objects.requireNonNull(context, "context"));
  }

  /**
   * Has a callback called when a time has passed. Those due at the same time are called in the
   * order in which they were scheduled.
   *
   * @param delay how long from now; none or a negative one is due at the next turn
   * @param callback what to call; what it throws goes to the exception handler
   * @return a handle to cancel it
   * @throws IllegalStateException as for {@link #callSoon(Runnable)}
   */
  public final TimerHandle callLater(Duration delay, Runnable callback) {
    return callAt(deadline(time(), nanos(delay)), callback);
  }

  /**
   * As {@link #callLater(Duration, Runnable)}, but in a context of one's own choice.
   *
   * @param delay how long from now
   * @param callback what to call
   * @param context the context to call it in; not copied
   * @return a handle to cancel it
   * @throws IllegalStateException as for {@link #callSoon(Runnable)}
   */
  public final TimerHandle callLater(Duration delay, Runnable callback, Context context) {
    return callAt(deadline(time(), nanos(delay)), callback, context);
  }

  /**
   * Has a callback called at a time.
   *
   * @param when the time, on the clock of {@link #time()}
   * @param callback what to call; what it throws goes to the exception handler
   * @return a handle to cancel it
   * @throws IllegalStateException as for {@link #callSoon(Runnable)}
   */
  public final TimerHandle callAt(long when, Runnable callback) {
    return scheduleAt(when, callback, currentContext());
  }

  /**
   * As {@link #callAt(long, Runnable)}, but in a context of one's own choice.
   *
   * @param when the time, on the clock of {@link #time()}
   * @param callback what to call
   * @param context the context to call it in; not copied
   * @return a handle to cancel it
   * @throws IllegalStateException as for {@link #callSoon(Runnable)}
   */
  public final TimerHandle callAt(long when, Runnable callback, Context context) {
    return scheduleAt(when, callback, Objects.requireNonNull(context, "context"));
  }

  /**
   * {@return the time on this loop's clock, in nanoseconds since some moment; from any thread} The
   * clock never goes back.
   */
  public abstract long time();

  // ---- asynchronous generators ----

  /**
   * {@return a coroutine that closes the asynchronous generators of this loop that have begun and
   * are not done} What fails in that is reported to the exception handler. {@link Asyncio#run}
   * awaits it at the end.
   */
  public final Coroutine<Void> shutdownAsyncgens() {
    return asyncgens.shutdown();
  }

  // ---- futures and tasks ----

  /**
   * {@return a new future of this loop, pending}
   *
   * @param <T> the type of its result
   */
  public <T extends @Nullable Object> Future<T> createFuture() {
    return new Future<>(this);
  }

  /**
   * Schedules a coroutine.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @return the task that runs it
   * @throws IllegalStateException if this loop is closed, or the coroutine was awaited or scheduled
   *     before
   */
  public final <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
    return createTask(coroutine, TaskOptions.defaults());
  }

  /**
   * Schedules a coroutine.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @param name the name of the task; null for {@code Task-} and a number
   * @return the task that runs it
   * @throws IllegalStateException if this loop is closed, or the coroutine was awaited or scheduled
   *     before
   */
  public final <T extends @Nullable Object> Task<T> createTask(
      Coroutine<T> coroutine, @Nullable String name) {
    return createTask(coroutine, TaskOptions.defaults().name(name));
  }

  /**
   * Schedules a coroutine, or begins it at once if the options say so.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @param options how to make the task
   * @return the task that runs it
   * @throws IllegalStateException if this loop is closed, or the coroutine was awaited or scheduled
   *     before, or it is to begin at once in a context in which something is running, or the task
   *     factory returned another task
   */
  public abstract <T extends @Nullable Object> Task<T> createTask(
      Coroutine<T> coroutine, TaskOptions options);

  /**
   * Sets what makes the tasks of this loop.
   *
   * @param factory the factory, for instance {@code Asyncio::eagerTaskFactory}; null for the usual
   *     one
   */
  public abstract void setTaskFactory(@Nullable TaskFactory factory);

  /** {@return the factory that was set, or null if it is the usual one} */
  public abstract @Nullable TaskFactory getTaskFactory();

  // ---- executors ----

  /**
   * Runs a function in another thread.
   *
   * @param <T> the type of the result
   * @param executor who runs it; null for the default executor of this loop, a pool of daemon
   *     threads that is made when first needed
   * @param function what to run; if the future is cancelled before it begins, it does not run, and
   *     if later, it goes on and its result is dropped
   * @return the future of its result
   * @throws IllegalStateException if this loop is closed, or the default executor shut down
   */
  public abstract <T extends @Nullable Object> Future<T> runInExecutor(
      @Nullable Executor executor, Callable<T> function);

  /**
   * Sets the default executor; the loop will shut it down.
   *
   * @param executor the executor for {@link #runInExecutor} with null
   */
  public abstract void setDefaultExecutor(ExecutorService executor);

  /**
   * {@return this loop as an executor service: what is submitted to it, from any thread, is called
   * by the loop, as by {@link #callSoonThreadsafe(Runnable)}} For Java's own libraries, as in
   * {@code stage.thenAcceptAsync(this::show, loop.asExecutorService())}. To shut it down leaves the
   * loop alone; when the loop is closed, it is shut down.
   */
  public final ExecutorService asExecutorService() {
    return new LoopExecutorService(this);
  }

  /**
   * Shuts down the default executor and waits until what was given to it is done. From then on
   * {@link #runInExecutor} with null is an error.
   *
   * @return a coroutine that does so
   */
  public final Coroutine<Void> shutdownDefaultExecutor() {
    return shutdownDefaultExecutor(null);
  }

  /**
   * Like {@link #shutdownDefaultExecutor()}, but waits no longer than some time; after that a
   * warning is logged.
   *
   * @param timeout how long to wait at most; null for as long as it takes
   * @return a coroutine that does so
   */
  public abstract Coroutine<Void> shutdownDefaultExecutor(@Nullable Duration timeout);

  // ---- exceptions that nobody else can be told of ----

  /**
   * Sets who is told of what goes wrong where nobody waits: an exception in a callback, one that
   * nobody retrieved, a task pending when the loop is closed. The handler runs in the {@link
   * Context} of the callback or task in question.
   *
   * @param handler the handler; null for {@link #defaultExceptionHandler}
   */
  public abstract void setExceptionHandler(
      @Nullable BiConsumer<? super EventLoop, ? super ExceptionContext> handler);

  /** {@return the handler that was set, or null if it is the default} */
  public abstract @Nullable BiConsumer<? super EventLoop, ? super ExceptionContext>
      getExceptionHandler();

  /**
   * Tells the exception handler. If the handler itself throws, that is logged together with what it
   * was told.
   *
   * @param context what went wrong
   */
  public abstract void callExceptionHandler(ExceptionContext context);

  /**
   * Logs, with the {@link System.Logger} {@code dev.fermata.asyncio}, as an error. Handlers that do
   * not want a report may call this.
   *
   * @param context what went wrong
   */
  public abstract void defaultExceptionHandler(ExceptionContext context);

  // ---- debug mode ----

  /** {@return whether this loop is in debug mode} */
  public abstract boolean getDebug();

  /**
   * Sets debug mode. In it calls from wrong threads are errors, callbacks and steps of tasks that
   * take too long are logged, and reports say where futures, tasks and handles were created. A loop
   * is created in debug mode if the system property {@code fermata.debug} is {@code true}, or that
   * is not set and the environment variable {@code FERMATA_DEBUG} is set and not empty; either also
   * has coroutines reported that were never awaited, and loops that were never closed.
   *
   * <p>Where something was created is said by the user's own methods, the innermost first; those
   * that await come after those that they await. A coroutine function stands at the line of its
   * last {@code await}, or before its first at that of its declaration. What is generated and the
   * runtime's own is left out, unless the system property {@code fermata.generatedFrames} is {@code
   * true}. If debug mode is on, but not by the system property or the environment, then coroutines
   * that were called since the task was last resumed are shown as the generated methods that they
   * are.
   *
   * @param enabled whether this loop is to be in debug mode
   */
  public abstract void setDebug(boolean enabled);

  /** {@return from how long on a callback is logged as slow in debug mode; 100 ms at first} */
  public abstract Duration getSlowCallbackDuration();

  /**
   * Sets from how long on a callback is logged as slow in debug mode.
   *
   * @param duration the limit
   */
  public abstract void setSlowCallbackDuration(Duration duration);

  // ---- for the runtime ----

  abstract Handle scheduleSoon(Runnable callback, @Nullable Object context);

  abstract Handle scheduleThreadsafe(Runnable callback, @Nullable Object context);

  abstract TimerHandle scheduleAt(long when, Runnable callback, @Nullable Object context);

  /** Returns a copy of the context in force, as {@link Driver#context} has it. */
  abstract @Nullable ContextMap currentContext();

  /** Returns the context of what this loop itself does, between tasks and callbacks. */
  abstract @Nullable Context baseContext();

  /** In debug mode refuses calls from other threads than the one in which this loop runs. */
  abstract void checkThread(String method);

  abstract void checkNotClosed();

  /** Appends a task's step to what is ready. */
  abstract void schedule(Task<?> task);

  /** Appends a callback to what is ready. */
  abstract void schedule(Handle handle);

  /** Returns the tasks that are not done, in the order of their creation. */
  abstract Set<Task<?>> pendingTasks();

  /** Counts a timer that was cancelled while it is scheduled. */
  abstract void timerCancelled();

  /** Sets what an interrupt does instead of stopping the loop; null for that again. */
  abstract void setInterruptHandler(@Nullable Runnable handler);

  /** Returns the time that is some nanoseconds after another, or the end of time. */
  static long deadline(long time, long nanos) {
    long sum = time + nanos;
    return nanos > 0 && sum < time ? Long.MAX_VALUE : sum;
  }

  /** Returns a duration in nanoseconds, or the longest that there is. */
  static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
