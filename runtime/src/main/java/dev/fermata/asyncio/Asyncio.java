package dev.fermata.asyncio;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The functions of asyncio, to be imported statically.
 *
 * <p>Those that need a loop use the one that runs in the calling thread, so they are called from
 * coroutines and callbacks.
 */
@SuppressWarnings("DoNotCallSuggester") // await is to be called, in code that is compiled further
public final class Asyncio {

  private Asyncio() {}

  // ---- await ----

  /**
   * In a coroutine function: suspends until something is done.
   *
   * @param <T> the type of the result
   * @param awaitable a coroutine, future or task
   * @return its result; if it fails, the very exception is thrown, which may be a checked one that
   *     the coroutine function called declares
   * @throws IllegalStateException if called as an ordinary method; only code that the processor
   *     generates can wait
   */
  public static <T extends @Nullable Object> T await(Awaitable<T> awaitable) {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  // Where the argument has an error of its own, javac 25 goes by the second of the overloads: one
  // for loops would add a complaint of an Iterable to the user's error.

  /**
   * In a coroutine function: suspends until one of Java's own asynchronous results is there. If the
   * coroutine is cancelled meanwhile, so is the stage.
   *
   * @param <T> the type of the result
   * @param stage a {@code CompletableFuture} or the like
   * @return its result; if it fails, the very exception is thrown, without the {@code
   *     CompletionException} or {@code ExecutionException} around it
   * @throws IllegalStateException if called as an ordinary method; only code that the processor
   *     generates can wait
   */
  public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  /**
   * In the head of an enhanced {@code for}: goes through what has to be waited for. The counterpart
   * of {@code async for}.
   *
   * <pre>{@code
   * for (String line : await(lines)) { ... }
   * }</pre>
   *
   * @param <T> the type of the elements
   * @param elements what to go through
   * @return the elements
   * @throws IllegalStateException if called as an ordinary method
   */
  public static <T extends @Nullable Object> Iterable<T> await(AsyncIterable<T> elements) {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  /**
   * In the head of an enhanced {@code for}: goes through the values of a publisher, and ends the
   * subscription when the loop is left, in whatever way. The publisher is never asked for more than
   * there is room for, as by {@link #aiter(Flow.Publisher)}.
   *
   * @param <T> the type of the values
   * @param publisher who is subscribed to
   * @return the values
   * @throws IllegalStateException if called as an ordinary method
   */
  public static <T> Iterable<T> await(Flow.Publisher<T> publisher) {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  /**
   * {@return a coroutine whose body is a generator: it awaits what that yields, sends it the
   * values, throws into it the failures, and has its result} Counterpart of {@code
   * types.coroutine}.
   *
   * @param <R> the type of the result
   * @param generator a generator that has not begun
   */
  public static <R extends @Nullable Object> Coroutine<R> coroutine(
      SendGenerator<? extends Awaitable<?>, ?, R> generator) {
    return GeneratorCoroutine.of(Objects.requireNonNull(generator, "generator"));
  }

  /**
   * {@return a coroutine whose body is a generator, as {@link #coroutine(SendGenerator)}; it has no
   * result}
   *
   * @param generator a generator that has not begun
   */
  public static Coroutine<Void> coroutine(Generator<? extends Awaitable<?>> generator) {
    return GeneratorCoroutine.withoutResult(Objects.requireNonNull(generator, "generator"));
  }

  /**
   * As {@link #await(Awaitable)}, where a checked exception may come out that no declaration tells
   * of.
   *
   * @param <T> the type of the result
   * @param <E> the exception
   * @param awaitable a coroutine, future or task
   * @param exception what may come out
   * @return its result
   * @throws E as declared
   */
  public static <T extends @Nullable Object, E extends Throwable> T await(
      Awaitable<T> awaitable, Class<E> exception) throws E {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  /**
   * As {@link #await(Awaitable)}, where checked exceptions may come out that no declaration tells
   * of.
   *
   * @param <T> the type of the result
   * @param <E1> an exception
   * @param <E2> another
   * @param awaitable a coroutine, future or task
   * @param exception1 what may come out
   * @param exception2 what else may come out
   * @return its result
   * @throws E1 as declared
   * @throws E2 as declared
   */
  public static <T extends @Nullable Object, E1 extends Throwable, E2 extends Throwable> T await(
      Awaitable<T> awaitable, Class<E1> exception1, Class<E2> exception2) throws E1, E2 {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  /**
   * As {@link #await(Awaitable)}, where checked exceptions may come out that no declaration tells
   * of.
   *
   * @param <T> the type of the result
   * @param <E1> an exception
   * @param <E2> another
   * @param <E3> a third
   * @param awaitable a coroutine, future or task
   * @param exception1 what may come out
   * @param exception2 what else may come out
   * @param exception3 and what else
   * @return its result
   * @throws E1 as declared
   * @throws E2 as declared
   * @throws E3 as declared
   */
  public static <
          T extends @Nullable Object,
          E1 extends Throwable,
          E2 extends Throwable,
          E3 extends Throwable>
      T await(
          Awaitable<T> awaitable, Class<E1> exception1, Class<E2> exception2, Class<E3> exception3)
          throws E1, E2, E3 {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  /**
   * As {@link #await(CompletionStage)}, where a checked exception may come out.
   *
   * @param <T> the type of the result
   * @param <E> the exception
   * @param stage a {@code CompletableFuture} or the like
   * @param exception what may come out
   * @return its result
   * @throws E as declared
   */
  public static <T extends @Nullable Object, E extends Throwable> T await(
      CompletionStage<T> stage, Class<E> exception) throws E {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  /**
   * As {@link #await(CompletionStage)}, where checked exceptions may come out.
   *
   * @param <T> the type of the result
   * @param <E1> an exception
   * @param <E2> another
   * @param stage a {@code CompletableFuture} or the like
   * @param exception1 what may come out
   * @param exception2 what else may come out
   * @return its result
   * @throws E1 as declared
   * @throws E2 as declared
   */
  public static <T extends @Nullable Object, E1 extends Throwable, E2 extends Throwable> T await(
      CompletionStage<T> stage, Class<E1> exception1, Class<E2> exception2) throws E1, E2 {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  /**
   * As {@link #await(CompletionStage)}, where checked exceptions may come out.
   *
   * @param <T> the type of the result
   * @param <E1> an exception
   * @param <E2> another
   * @param <E3> a third
   * @param stage a {@code CompletableFuture} or the like
   * @param exception1 what may come out
   * @param exception2 what else may come out
   * @param exception3 and what else
   * @return its result
   * @throws E1 as declared
   * @throws E2 as declared
   * @throws E3 as declared
   */
  public static <
          T extends @Nullable Object,
          E1 extends Throwable,
          E2 extends Throwable,
          E3 extends Throwable>
      T await(
          CompletionStage<T> stage,
          Class<E1> exception1,
          Class<E2> exception2,
          Class<E3> exception3)
          throws E1, E2, E3 {
    throw new IllegalStateException(Messages.awaitOutsideCoroutine());
  }

  // ---- running programs ----

  /**
   * Runs a coroutine on a new loop, as the main program of asynchronous code: when it is done,
   * cancels the tasks that are left, waits for them and for the default executor, and closes the
   * loop. See {@link Runner} for what an interrupt and the end of the program do.
   *
   * @param <T> the type of the result
   * @param main the coroutine
   * @return its result; if it fails, the very exception is thrown
   * @throws IllegalStateException if a loop is running in this thread
   */
  public static <T extends @Nullable Object> T run(Coroutine<T> main) {
    return run(main, Runner.Options.defaults());
  }

  /**
   * As {@link #run(Coroutine)}.
   *
   * @param <T> the type of the result
   * @param main the coroutine
   * @param options how to run it
   * @return its result; if it fails, the very exception is thrown
   * @throws IllegalStateException if a loop is running in this thread
   */
  public static <T extends @Nullable Object> T run(Coroutine<T> main, Runner.Options options) {
    Runner.checkNotInLoop("Asyncio.run", main);
    try (Runner runner = new Runner(options)) {
      return runner.run(main);
    }
  }

  /**
   * As {@link #run(Coroutine)}, for what is no coroutine, such as {@code generator.anext()}: runs a
   * coroutine that awaits it.
   *
   * @param <T> the type of the result
   * @param main what to await
   * @return its result; if it fails, the very exception is thrown
   * @throws IllegalStateException if a loop is running in this thread
   */
  public static <T extends @Nullable Object> T run(Awaitable<T> main) {
    return run((Coroutine<T>) Tasks.frame(Objects.requireNonNull(main, "main")));
  }

  // ---- tasks ----

  /**
   * Schedules a coroutine on the running loop. Counterpart of {@code create_task}.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @return the task that runs it
   * @throws IllegalStateException if no loop is running in this thread, or the coroutine was
   *     awaited or scheduled before
   */
  public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
    return RunningLoop.get().createTask(coroutine);
  }

  /**
   * Schedules a coroutine on the running loop.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @param name the name of the task
   * @return the task that runs it
   * @throws IllegalStateException as for {@link #createTask(Coroutine)}
   */
  public static <T extends @Nullable Object> Task<T> createTask(
      Coroutine<T> coroutine, String name) {
    return RunningLoop.get().createTask(coroutine, name);
  }

  /**
   * Schedules a coroutine on the running loop, or begins it at once if the options say so.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @param options how to make the task
   * @return the task that runs it
   * @throws IllegalStateException as for {@link #createTask(Coroutine)}, or if it is to begin at
   *     once in a context in which something is running
   */
  public static <T extends @Nullable Object> Task<T> createTask(
      Coroutine<T> coroutine, TaskOptions options) {
    return RunningLoop.get().createTask(coroutine, options);
  }

  /**
   * A task factory that starts tasks eagerly: {@code
   * loop.setTaskFactory(Asyncio::eagerTaskFactory)}. Each coroutine then begins within the call
   * that makes its task, and one that never suspends is done when that call returns; it costs no
   * turn of the loop. Mind that this changes the order in which things happen. See {@link
   * TaskOptions#eagerStart()}. Where tasks start each other some hundreds deep, the innermost begin
   * at the next turn instead. Counterpart of {@code eager_task_factory}.
   *
   * @param loop the loop
   * @param coroutine what the task is to run
   * @param options how to make it
   * @return the task
   */
  public static Task<?> eagerTaskFactory(
      EventLoop loop, Coroutine<?> coroutine, TaskOptions options) {
    return Task.create(loop, coroutine, Tasks.eager(options));
  }

  /**
   * {@return a task factory that starts tasks eagerly, which another one makes} Counterpart of
   * {@code create_eager_task_factory}.
   *
   * @param factory makes the tasks; it is given options with {@link TaskOptions#eagerStart()} set,
   *     and hands them to {@link Task#create}
   */
  public static TaskFactory createEagerTaskFactory(TaskFactory factory) {
    Objects.requireNonNull(factory, "factory");
    return (loop, coroutine, options) -> factory.createTask(loop, coroutine, Tasks.eager(options));
  }

  /**
   * Returns a future as it is, and schedules a coroutine on the running loop. Counterpart of {@code
   * ensure_future}.
   *
   * @param <T> the type of the result
   * @param awaitable a coroutine, future or task
   * @return a future of its result
   */
  public static <T extends @Nullable Object> Future<T> ensureFuture(Awaitable<T> awaitable) {
    return Tasks.ensureFuture(awaitable, null);
  }

  /**
   * Returns a future of a loop as it is, and schedules a coroutine on that loop.
   *
   * @param <T> the type of the result
   * @param awaitable a coroutine, future or task
   * @param loop the loop
   * @return a future of its result
   * @throws IllegalArgumentException if the future belongs to another loop
   */
  public static <T extends @Nullable Object> Future<T> ensureFuture(
      Awaitable<T> awaitable, EventLoop loop) {
    return Tasks.ensureFuture(awaitable, Objects.requireNonNull(loop, "loop"));
  }

  /**
   * {@return a new context with the values that are in force here} Counterpart of {@code
   * contextvars.copy_context}.
   */
  public static Context copyContext() {
    return new Context(Context.currentValues());
  }

  /**
   * {@return the task that is running on the running loop, or null in a callback} Counterpart of
   * {@code current_task}.
   *
   * @throws IllegalStateException if no loop is running in this thread
   */
  public static @Nullable Task<?> currentTask() {
    return RunningLoop.get().driver.task;
  }

  /**
   * {@return the task that is running on a loop, or null if there is none}
   *
   * @param loop the loop
   */
  public static @Nullable Task<?> currentTask(EventLoop loop) {
    return loop.driver.task;
  }

  /**
   * {@return the tasks of the running loop that are not done, oldest first} Counterpart of {@code
   * all_tasks}.
   *
   * @throws IllegalStateException if no loop is running in this thread
   */
  public static Set<Task<?>> allTasks() {
    return allTasks(RunningLoop.get());
  }

  /**
   * {@return the tasks of a loop that are not done, oldest first}
   *
   * @param loop the loop; running in this thread or not at all
   * @throws IllegalStateException in debug mode, if the loop is running in another thread
   */
  public static Set<Task<?>> allTasks(EventLoop loop) {
    loop.checkThread("allTasks");
    return loop.pendingTasks();
  }

  // ---- waiting ----

  /**
   * Waits for some time. The time begins when the result is awaited. No time, or less, lets all
   * other callbacks that are ready run once.
   *
   * @param delay how long
   * @return what to await
   */
  public static Awaitable<Void> sleep(Duration delay) {
    long nanos = EventLoop.nanos(delay);
    return nanos <= 0 ? Yield.INSTANCE : new Sleep<>(nanos, null);
  }

  /**
   * Waits for some time, as {@link #sleep(Duration)}, and has a result.
   *
   * @param <T> the type of the result
   * @param delay how long
   * @param result the result
   * @return a coroutine that has that result when the time has passed
   */
  public static <T extends @Nullable Object> Coroutine<T> sleep(Duration delay, T result) {
    return new Sleep<>(EventLoop.nanos(delay), result);
  }

  /**
   * Runs coroutines and waits for futures, all at once. The result is the list of theirs in the
   * order given. If one fails or is cancelled, so does the future that is returned, with the very
   * exception, while the others go on. To cancel the future that is returned cancels all that are
   * not done.
   *
   * @param <T> the type of the results
   * @param awaitables coroutines, for which tasks are made, and futures, all of one loop
   * @return a future of all results
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T extends @Nullable Object> Future<List<T>> gather(
      Awaitable<? extends T>... awaitables) {
    return Gather.of(Arrays.asList(awaitables), false);
  }

  /**
   * As {@link #gather(Awaitable[])}.
   *
   * @param <T> the type of the results
   * @param awaitables coroutines, for which tasks are made, and futures, all of one loop
   * @return a future of all results
   */
  public static <T extends @Nullable Object> Future<List<T>> gather(
      Collection<? extends Awaitable<? extends T>> awaitables) {
    return Gather.of(awaitables, false);
  }

  /**
   * As {@link #gather(Collection)}; with {@code returnExceptions} it never fails: exceptions stand
   * in the list in place of the results.
   *
   * @param awaitables coroutines, for which tasks are made, and futures, all of one loop
   * @param returnExceptions whether exceptions are results
   * @return a future of all results and, if so, exceptions
   */
  public static Future<List<@Nullable Object>> gather(
      Collection<? extends Awaitable<?>> awaitables, boolean returnExceptions) {
    return Gather.of(awaitables, returnExceptions);
  }

  /**
   * Waits for something, but no longer than some time; then it is cancelled, and when it has ended,
   * a {@link TimeoutException} is thrown. If it refuses to be cancelled and has a result, that is
   * the result. Counterpart of {@code wait_for}.
   *
   * @param <T> the type of the result
   * @param awaitable a coroutine, future or task; {@link #shield} it if it is not to be cancelled
   * @param timeout how long to wait at most; null for as long as it takes
   * @return a coroutine that has its result
   */
  public static <T extends @Nullable Object> Coroutine<T> waitFor(
      Awaitable<T> awaitable, @Nullable Duration timeout) {
    return WaitFor.of(awaitable, timeout);
  }

  /**
   * Protects something from cancellation: to cancel the future that is returned, or a coroutine
   * that awaits it, does not cancel what is behind it. If that fails later on, the failure is
   * reported to the loop's exception handler.
   *
   * @param <T> the type of the result
   * @param awaitable a coroutine, for which a task is made, or a future
   * @return a future of its result
   */
  public static <T extends @Nullable Object> Future<T> shield(Awaitable<T> awaitable) {
    return Shield.of(awaitable);
  }

  // ---- waiting for several, and limits of time ----

  /**
   * Waits until all of several futures are done. It does not fail if they do, and does not cancel
   * them if it is cancelled itself.
   *
   * <p>In a type of your own call it as {@code Asyncio.wait}: by its simple name javac takes it for
   * {@link Object#wait()}.
   *
   * @param <F> the class of the futures
   * @param futures tasks or other futures; those given twice count once
   * @return a coroutine whose result says which are done
   * @throws IllegalArgumentException if there are none; it fails with the same if they belong to
   *     another loop
   */
  public static <F extends Future<?>> Coroutine<WaitResult<F>> wait(
      Collection<? extends F> futures) {
    return Wait.of(futures, null, ReturnWhen.ALL_COMPLETED);
  }

  /**
   * As {@link #wait(Collection)}, but no longer than some time. It is no failure if that passes.
   *
   * @param <F> the class of the futures
   * @param futures tasks or other futures
   * @param timeout how long to wait at most; null for as long as it takes
   * @return a coroutine whose result says which are done and which are not
   * @throws IllegalArgumentException as for {@link #wait(Collection)}
   */
  public static <F extends Future<?>> Coroutine<WaitResult<F>> wait(
      Collection<? extends F> futures, @Nullable Duration timeout) {
    return Wait.of(futures, timeout, ReturnWhen.ALL_COMPLETED);
  }

  /**
   * As {@link #wait(Collection)}, until one is done or has failed.
   *
   * @param <F> the class of the futures
   * @param futures tasks or other futures
   * @param returnWhen what to wait for
   * @return a coroutine whose result says which are done and which are not
   * @throws IllegalArgumentException as for {@link #wait(Collection)}
   */
  public static <F extends Future<?>> Coroutine<WaitResult<F>> wait(
      Collection<? extends F> futures, ReturnWhen returnWhen) {
    return Wait.of(futures, null, returnWhen);
  }

  /**
   * As {@link #wait(Collection)}, until one is done or has failed, but no longer than some time.
   *
   * @param <F> the class of the futures
   * @param futures tasks or other futures
   * @param timeout how long to wait at most; null for as long as it takes
   * @param returnWhen what to wait for
   * @return a coroutine whose result says which are done and which are not
   * @throws IllegalArgumentException as for {@link #wait(Collection)}
   */
  public static <F extends Future<?>> Coroutine<WaitResult<F>> wait(
      Collection<? extends F> futures, @Nullable Duration timeout, ReturnWhen returnWhen) {
    return Wait.of(futures, timeout, returnWhen);
  }

  /**
   * Runs coroutines and waits for futures, all at once, and has their results in the order in which
   * they are there. Counterpart of {@code as_completed}.
   *
   * @param <T> the type of the results
   * @param awaitables coroutines, for which tasks are made, and futures, all of the current loop;
   *     those given twice count once
   * @return what to iterate over
   * @throws IllegalStateException if there is no current loop
   * @throws IllegalArgumentException if a future belongs to another loop
   */
  public static <T extends @Nullable Object> AsCompleted<T> asCompleted(
      Collection<? extends Awaitable<? extends T>> awaitables) {
    return new AsCompleted<>(awaitables, null);
  }

  /**
   * As {@link #asCompleted(Collection)}. What is not done in time stands as a {@link
   * TimeoutException} at the end, and goes on.
   *
   * @param <T> the type of the results
   * @param awaitables coroutines, for which tasks are made, and futures
   * @param timeout how long to wait at most, from now; null for as long as it takes
   * @return what to iterate over
   * @throws IllegalStateException if there is no current loop
   * @throws IllegalArgumentException if a future belongs to another loop
   */
  public static <T extends @Nullable Object> AsCompleted<T> asCompleted(
      Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration timeout) {
    return new AsCompleted<>(awaitables, timeout);
  }

  /**
   * Limits the time of a piece of work.
   *
   * <pre>{@code
   * await(timeout(Duration.ofSeconds(10)).with(limit -> ..));
   * }</pre>
   *
   * @param delay how long it may take from now on; null for as long as it takes, until {@link
   *     Timeout#reschedule} says otherwise
   * @return the limit, to be entered once
   * @throws IllegalStateException if no loop is running in this thread
   */
  public static Timeout timeout(@Nullable Duration delay) {
    EventLoop loop = RunningLoop.get();
    return delay == null
        ? new Timeout()
        : new Timeout(EventLoop.deadline(loop.time(), EventLoop.nanos(delay)));
  }

  /**
   * Limits the time of a piece of work. Counterpart of {@code timeout_at}.
   *
   * @param when until when it may take, in nanoseconds of {@link EventLoop#time()}; null for as
   *     long as it takes, until {@link Timeout#reschedule} says otherwise
   * @return the limit, to be entered once
   */
  public static Timeout timeoutAt(@Nullable Long when) {
    return when == null ? new Timeout() : new Timeout(when);
  }

  // ---- threads, and Java's own futures ----

  /**
   * Runs a function that blocks in another thread, one of the loop's default executor, in a copy of
   * the current {@link Context}. Counterpart of {@code to_thread}.
   *
   * <p>The default executor is a pool with a bounded number of threads. To have each function run
   * in a virtual thread of its own, say so once: {@code
   * getRunningLoop().setDefaultExecutor(newVirtualThreadExecutor())}.
   *
   * @param <T> the type of the result
   * @param function what to run
   * @return a coroutine that has its result
   */
  public static <T extends @Nullable Object> Coroutine<T> toThread(Callable<T> function) {
    return new ToThread<>(function);
  }

  /**
   * {@return an executor that starts a virtual thread for each function} For {@link
   * EventLoop#setDefaultExecutor} and {@link EventLoop#runInExecutor}.
   *
   * @throws UnsupportedOperationException before JDK 21
   */
  public static ExecutorService newVirtualThreadExecutor() {
    return VirtualThreads.newExecutor();
  }

  /**
   * Schedules a coroutine on a loop that runs in another thread; from any thread. Counterpart of
   * {@code run_coroutine_threadsafe}.
   *
   * @param <T> the type of the result
   * @param coroutine what to run
   * @param loop where to run it
   * @return a future of its result for other threads; to cancel it cancels the task, and if the
   *     loop is closed before the task is done, it is cancelled
   * @throws IllegalStateException if the loop is closed
   */
  public static <T extends @Nullable Object> CompletableFuture<T> runCoroutineThreadsafe(
      Coroutine<T> coroutine, EventLoop loop) {
    return Submitted.of(coroutine, loop);
  }

  /**
   * Makes a future of the current loop from one of Java's own. To cancel it cancels the stage.
   * Counterpart of {@code wrap_future}.
   *
   * @param <T> the type of the result
   * @param stage a {@code CompletableFuture} or the like, completed in any thread
   * @return a future that ends as the stage does
   */
  public static <T extends @Nullable Object> Future<T> wrapFuture(CompletionStage<T> stage) {
    return wrapFuture(stage, RunningLoop.getOrSet());
  }

  /**
   * Makes a future of a loop from one of Java's own; see {@link #wrapFuture(CompletionStage)}.
   *
   * @param <T> the type of the result
   * @param stage a {@code CompletableFuture} or the like, completed in any thread
   * @param loop the loop
   * @return a future that ends as the stage does
   */
  public static <T extends @Nullable Object> Future<T> wrapFuture(
      CompletionStage<T> stage, EventLoop loop) {
    return Interop.wrap(Objects.requireNonNull(stage, "stage"), loop);
  }

  /**
   * As {@link #wrapFuture(CompletionStage)}.
   *
   * @param <T> the type of the result
   * @param future completed in any thread
   * @return a future that ends as the other does
   */
  public static <T extends @Nullable Object> Future<T> wrapFuture(CompletableFuture<T> future) {
    return wrapFuture(future, RunningLoop.getOrSet());
  }

  /**
   * As {@link #wrapFuture(CompletionStage, EventLoop)}.
   *
   * @param <T> the type of the result
   * @param future completed in any thread
   * @param loop the loop
   * @return a future that ends as the other does
   */
  public static <T extends @Nullable Object> Future<T> wrapFuture(
      CompletableFuture<T> future, EventLoop loop) {
    return Interop.wrap(Objects.requireNonNull(future, "future"), loop);
  }

  /**
   * Makes a future of the current loop from one that an {@code ExecutorService} has returned. Since
   * such a future does not tell when it is done, a thread waits for it; where there is a choice,
   * use {@link EventLoop#runInExecutor} instead. To cancel the result cancels the future, with an
   * interrupt.
   *
   * @param <T> the type of the result
   * @param future completed in any thread
   * @return a future that ends as the other does
   */
  public static <T extends @Nullable Object> Future<T> wrapFuture(
      java.util.concurrent.Future<T> future) {
    return wrapFuture(future, RunningLoop.getOrSet());
  }

  /**
   * As {@link #wrapFuture(java.util.concurrent.Future)}, for a given loop.
   *
   * @param <T> the type of the result
   * @param future completed in any thread
   * @param loop the loop
   * @return a future that ends as the other does
   */
  public static <T extends @Nullable Object> Future<T> wrapFuture(
      java.util.concurrent.Future<T> future, EventLoop loop) {
    return Interop.wrapBlocking(Objects.requireNonNull(future, "future"), loop);
  }

  /**
   * Subscribes to a publisher and waits for its first value; then, or if the coroutine is cancelled
   * before, unsubscribes. The publisher is asked for one value only.
   *
   * @param <T> the type of the values
   * @param publisher who is subscribed to when the coroutine is awaited
   * @return a coroutine that has the first value; it fails with the publisher's error, or with a
   *     {@link java.util.NoSuchElementException} if the publisher ends without a value
   */
  public static <T> Coroutine<T> firstValue(Flow.Publisher<? extends T> publisher) {
    return new PublisherValue<>(publisher, true);
  }

  /**
   * Subscribes to a publisher, waits until it ends, and has the last of its values; if the
   * coroutine is cancelled before, unsubscribes.
   *
   * @param <T> the type of the values
   * @param publisher who is subscribed to when the coroutine is awaited
   * @return a coroutine that has the last value; it fails as that of {@link #firstValue} does
   */
  public static <T> Coroutine<T> lastValue(Flow.Publisher<? extends T> publisher) {
    return new PublisherValue<>(publisher, false);
  }

  /**
   * {@return an asynchronous iterator over a publisher's values, with room for 16 of them}
   *
   * @param <T> the type of the values
   * @param publisher who is subscribed to when the first value is asked for
   */
  public static <T> PublisherIterator<T> aiter(Flow.Publisher<? extends T> publisher) {
    return aiter(publisher, 16);
  }

  /**
   * {@return an asynchronous iterator over a publisher's values}
   *
   * @param <T> the type of the values
   * @param publisher who is subscribed to when the first value is asked for
   * @param capacity how many values there is room for: what the publisher is asked for ahead of
   *     their being taken
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public static <T> PublisherIterator<T> aiter(
      Flow.Publisher<? extends T> publisher, int capacity) {
    return new PublisherIterator<>(publisher, capacity);
  }

  // ---- who waits for whom ----

  /**
   * {@return where the current task stands and who waits for it, or null in a callback} Counterpart
   * of {@code capture_call_graph}.
   *
   * @throws IllegalStateException if no loop is running in this thread
   */
  public static @Nullable FutureCallGraph captureCallGraph() {
    Task<?> task = currentTask();
    return task == null ? null : captureCallGraph(task);
  }

  /**
   * {@return where a future or task stands and who waits for it} Of a task that is running only the
   * coroutines from where it was resumed outwards are known.
   *
   * @param future a future of the running loop, or of one that does not run
   */
  public static FutureCallGraph captureCallGraph(Future<?> future) {
    return captureCallGraph(future, Integer.MAX_VALUE);
  }

  /**
   * {@return where a future or task stands and who waits for it}
   *
   * @param future a future of the running loop, or of one that does not run
   * @param limit how many positions to return of each call stack at most: the innermost, or if
   *     negative the outermost
   * @throws IllegalStateException in debug mode, if the loop is running in another thread
   */
  public static FutureCallGraph captureCallGraph(Future<?> future, int limit) {
    future.loop.checkThread("captureCallGraph");
    return CallGraphs.capture(future, limit);
  }

  /**
   * {@return what {@link #captureCallGraph(Future)} returns, as text} Counterpart of {@code
   * format_call_graph}.
   *
   * @param future a future of the running loop, or of one that does not run
   */
  public static String formatCallGraph(Future<?> future) {
    return CallGraphs.format(captureCallGraph(future));
  }

  /**
   * Prints what {@link #formatCallGraph} returns. Counterpart of {@code print_call_graph}.
   *
   * @param future a future of the running loop, or of one that does not run
   * @param out where to print
   */
  public static void printCallGraph(Future<?> future, PrintStream out) {
    out.print(formatCallGraph(future));
  }

  // ---- loops ----

  /**
   * {@return the loop that runs in this thread} Counterpart of {@code get_running_loop}.
   *
   * @throws IllegalStateException if there is none
   */
  public static EventLoop getRunningLoop() {
    return RunningLoop.get();
  }

  /**
   * {@return the loop that runs in this thread, or else the one that was set for it} Counterpart of
   * {@code get_event_loop}.
   *
   * @throws IllegalStateException if there is neither
   */
  public static EventLoop getEventLoop() {
    return RunningLoop.getOrSet();
  }

  /**
   * Sets the loop that {@link #getEventLoop} returns in this thread while none is running.
   * Counterpart of {@code set_event_loop}.
   *
   * @param loop the loop; null for none
   */
  public static void setEventLoop(@Nullable EventLoop loop) {
    RunningLoop.set(loop);
  }

  /** {@return a new loop, as {@link EventLoop#create} makes it} */
  public static EventLoop newEventLoop() {
    return EventLoop.create();
  }

  // ---- questions ----

  /**
   * {@return whether something is a coroutine}
   *
   * @param object anything
   */
  public static boolean iscoroutine(@Nullable Object object) {
    return object instanceof Coroutine;
  }

  /**
   * {@return whether a method returns coroutines}
   *
   * @param method a method
   */
  public static boolean iscoroutinefunction(Method method) {
    return Coroutine.class.isAssignableFrom(method.getReturnType());
  }

  /**
   * {@return whether something is a future of Fermata's}
   *
   * @param object anything
   */
  public static boolean isfuture(@Nullable Object object) {
    return object instanceof Future;
  }
}
