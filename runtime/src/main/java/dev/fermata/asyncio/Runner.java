package dev.fermata.asyncio;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a loop, runs coroutines on it one after the other, and cleans up: {@link #close} cancels
 * the tasks that are left, waits for them and for the default executor, and closes the loop.
 *
 * <pre>{@code
 * try (Runner runner = new Runner()) {
 *   runner.run(new SumsAsync().printSum(1, 2));
 *   runner.run(new SumsAsync().printSum(3, 4));
 * }
 * }</pre>
 *
 * <p><b>Ctrl-C.</b> Python cancels the main task when the user presses Ctrl-C, and {@code run}
 * raises {@code KeyboardInterrupt}. A Java program cannot ask for signals, but it is told that it
 * is to end, by Ctrl-C, {@code kill} or {@link System#exit}. Then the coroutine that {@link #run}
 * is running is cancelled; if the loop does not turn within a second, because the coroutine blocks
 * its thread, that is interrupted. {@code finally} and {@code catch (CancelledError e)} in
 * coroutines run, {@code run} throws {@link CancelledError} unless the coroutine returns something
 * after all, {@link #close} cleans up, and what follows in the program's {@code main} runs too:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *   try {
 *     Asyncio.run(new ServerAsync().serve());
 *   } catch (CancelledError e) {
 *     System.err.println("stopped");
 *   }
 * }
 * }</pre>
 *
 * The program ends when {@code main} has returned, or calls {@link System#exit} (the status of the
 * program is settled by then, and stays). The end is put off for {@link Options#shutdownGrace} in
 * all and not longer, whatever is still running; what {@code main} runs next is not cancelled once
 * more, but cut off then. In a thread that no {@code main} method runs in, which may be one of a
 * pool and never end, it is put off until this runner is closed: there, last words belong into the
 * coroutine. A second Ctrl-C, with which Python stops at once what the first one did not, changes
 * nothing: a Java program that is ending is not told of it.
 *
 * <p><b>Interruption.</b> If the thread is interrupted while a coroutine runs, the coroutine is
 * cancelled; if it is interrupted again, the loop is stopped. When {@link #close} returns, the
 * thread's interrupt status is set.
 *
 * <p>To be used by one thread. The counterpart of {@code asyncio.Runner}.
 */
public final class Runner implements AutoCloseable {

  /**
   * How to run.
   *
   * @param debug whether the loop is in debug mode; null to leave that to the loop
   * @param loopFactory makes the loop; null for {@link EventLoop#create}, and then the loop is also
   *     set as the one of the thread
   * @param shutdownGrace for how long the end of the program is put off at most, for the coroutine
   *     to clean up and {@code main} to return; zero to let the program end without telling the
   *     coroutine
   */
  public record Options(
      @Nullable Boolean debug,
      @Nullable Supplier<? extends EventLoop> loopFactory,
      Duration shutdownGrace) {

    private static final Options DEFAULTS = new Options(null, null, Duration.ofSeconds(10));

    /** {@return the usual options: debug mode as the loop has it, ten seconds to clean up} */
    public static Options defaults() {
      return DEFAULTS;
    }

    /**
     * {@return the same options with another debug mode}
     *
     * @param debug whether the loop is in debug mode
     */
    public Options debug(boolean debug) {
      return new Options(debug, loopFactory, shutdownGrace);
    }

    /**
     * {@return the same options with another maker of loops}
     *
     * @param loopFactory makes the loop
     */
    public Options loopFactory(Supplier<? extends EventLoop> loopFactory) {
      return new Options(debug, loopFactory, shutdownGrace);
    }

    /**
     * {@return the same options with another time to clean up}
     *
     * @param shutdownGrace for how long the end of the program is put off; zero for not at all
     */
    public Options shutdownGrace(Duration shutdownGrace) {
      return new Options(debug, loopFactory, shutdownGrace);
    }
  }

  /** As CPython's: longer than anything that ends at all. */
  private static final Duration EXECUTOR_GRACE = Duration.ofMinutes(5);

  private final Options options;
  private @Nullable EventLoop loop;
  private @Nullable ShutdownHook shutdownHook;

  /** The context of all runs without one of their own, so that each sees what those before set. */
  private @Nullable Context context;

  private boolean closed;

  /** How often the thread was interrupted in the current run. */
  private int interrupts;

  private boolean interrupted;

  /** Creates a runner; its loop is made when it is first needed. */
  public Runner() {
    this(Options.defaults());
  }

  /**
   * Creates a runner; its loop is made when it is first needed.
   *
   * @param options how to run
   */
  public Runner(Options options) {
    this.options = options;
  }

  /**
   * {@return the loop} Counterpart of {@code get_loop}.
   *
   * @throws IllegalStateException if this runner is closed
   */
  public EventLoop getLoop() {
    if (closed) {
      throw new IllegalStateException(
          "Runner is closed: its loop is gone. Make another runner, or run all coroutines before"
              + " close()");
    }
    if (loop == null) {
      Supplier<? extends EventLoop> factory = options.loopFactory();
      if (factory == null) {
        loop = EventLoop.create();
        RunningLoop.set(loop);
      } else {
        loop = Objects.requireNonNull(factory.get(), "the loop factory returned null");
      }
      if (options.debug() != null) {
        loop.setDebug(options.debug());
      }
      context = Asyncio.copyContext();
      shutdownHook = ShutdownHook.install(loop, options.shutdownGrace());
    }
    return loop;
  }

  /**
   * Runs a coroutine until it is done. All runs share one {@link Context}: a copy of that in which
   * the loop was made.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @return its result; if it fails, the very exception is thrown
   * @throws CancelledError if it was cancelled: by an interrupt, the end of the program, or by
   *     itself
   * @throws IllegalStateException if a loop is running in this thread, or this runner is closed
   */
  public <T extends @Nullable Object> T run(Coroutine<T> coroutine) {
    checkNotInLoop("Runner.run", coroutine);
    getLoop();
    return run(coroutine, Objects.requireNonNull(context));
  }

  /**
   * As {@link #run(Coroutine)}, for what is no coroutine, such as {@code generator.anext()} or a
   * future of {@link #getLoop}: runs a coroutine that awaits it.
   *
   * @param <T> the type of the result
   * @param awaitable what to await
   * @return its result; if it fails, the very exception is thrown
   * @throws CancelledError as for {@link #run(Coroutine)}
   * @throws IllegalStateException as for {@link #run(Coroutine)}
   */
  public <T extends @Nullable Object> T run(Awaitable<T> awaitable) {
    return run((Coroutine<T>) Tasks.frame(Objects.requireNonNull(awaitable, "awaitable")));
  }

  /**
   * Runs a coroutine until it is done, in a context of one's own choice.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @param context the context to run it in; not copied
   * @return its result; if it fails, the very exception is thrown
   * @throws CancelledError as for {@link #run(Coroutine)}
   * @throws IllegalStateException as for {@link #run(Coroutine)}
   */
  public <T extends @Nullable Object> T run(Coroutine<T> coroutine, Context context) {
    checkNotInLoop("Runner.run", coroutine);
    EventLoop loop = getLoop();
    Task<T> task = loop.createTask(coroutine, TaskOptions.defaults().context(context));
    task.beQuiet();
    interrupts = 0;
    loop.setInterruptHandler(
        () -> {
          interrupted = true;
          if (++interrupts == 1 && !task.done()) {
            task.cancel();
          } else {
            loop.stop();
          }
        });
    ShutdownHook hook = Objects.requireNonNull(shutdownHook);
    hook.setMain(task);
    try {
      return loop.runUntilComplete(task);
    } finally {
      hook.setMain(null);
      loop.setInterruptHandler(null);
    }
  }

  /**
   * Cancels the tasks that are left and waits for them, shuts down the default executor, and closes
   * the loop. To close a closed runner has no effect.
   */
  @Override
  public void close() {
    EventLoop loop = this.loop;
    if (closed || loop == null) {
      return;
    }
    try {
      cancelAllTasks(loop);
      loop.runUntilComplete(loop.shutdownAsyncgens());
      loop.runUntilComplete(loop.shutdownDefaultExecutor(EXECUTOR_GRACE));
    } finally {
      closed = true;
      if (options.loopFactory() == null) {
        RunningLoop.set(null);
      }
      loop.close();
      this.loop = null;
      Objects.requireNonNull(shutdownHook).closed();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void cancelAllTasks(EventLoop loop) {
    Set<Task<?>> left = loop.pendingTasks();
    if (left.isEmpty()) {
      return;
    }
    left.forEach(Task::cancel);
    loop.runUntilComplete(Gather.of(left, true));
    for (Task<?> task : left) {
      Outcome failure = task.failure();
      if (failure != null && !failure.isCancelled()) {
        loop.callExceptionHandler(
            ExceptionContext.of("unhandled exception during shutdown of the loop's tasks")
                .with("exception", failure.thrown())
                .with("task", task));
      }
    }
  }

  /** Fails early, before a coroutine is scheduled that could not run. */
  static void checkNotInLoop(String method, Coroutine<?> coroutine) {
    Objects.requireNonNull(coroutine, "a coroutine was expected, got null");
    if (RunningLoop.running() != null) {
      coroutine.close();
      throw new IllegalStateException(
          method
              + " cannot be called from a running event loop: in a coroutine await the other"
              + " coroutine, in a callback make a task of it with createTask(..)");
    }
  }
}
