package dev.fermata.asyncio;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that runs on a loop, as a future of its result. Made by {@link
 * Asyncio#createTask(Coroutine)} and {@link EventLoop#createTask(Coroutine)}.
 *
 * <p>The coroutine begins at the loop's next turn, runs until it awaits something that is not done,
 * and goes on at the turn after that is done. What is still pending when the loop is closed is
 * reported.
 *
 * <p>Nobody has to hold a task: it is kept by what will wake it, be that the loop, a timer, another
 * thread, or the future that it waits for. If that future is out of everybody's reach, so that it
 * cannot be completed any more, and the task is too, then both are garbage collected, and the
 * loop's exception handler is told: {@code Task was destroyed but it is pending!} The report has
 * the task's description under {@code lostTask}, under {@code taskStack} where it stood, and in
 * debug mode under {@code sourceTraceback} where it was created. Unlike in Python it does not have
 * the task itself, and the coroutine's {@code finally} blocks do not run: Java does not give back
 * what it has collected.
 *
 * <p>The counterpart of {@code asyncio.Task}.
 *
 * @param <T> the type of the result
 */
public final class Task<T extends @Nullable Object> extends Future<T> {

  /*
   * While a task is not done it is in one of three states, as in CPython:
   *
   *   waiting    waiter != null and not done; the task is among the waiter's callbacks
   *   scheduled  waiter is null or done; the task is in the loop's ready queue
   *   running    waiter is null; the task is driver.task
   *
   *   scheduled --step--> running --suspends on a future--> waiting --that is done--> scheduled
   *                          |-----suspends for a turn-------------------------------> scheduled
   *                          '-----returns, fails, is cancelled--> done
   *
   * A task that starts eagerly is running at first.
   *
   * Fields are few, because programs have many tasks. What a task needs that suspends, is named or
   * cancelled is in its TaskEntry; through that the loop knows of it, without keeping it alive.
   * Before, it is in the ready queue or running.
   */

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** In bits: the next step is to throw a CancelledError, whatever has been waited for. */
  private static final int MUST_CANCEL = 1;

  /** In bits: whoever made this task deals with it being pending at the end. */
  private static final int QUIET = 2;

  /** The bits from here up are the number of this task. */
  private static final int NUMBER = 2;

  /** In the order of their creation. */
  static final Comparator<Task<?>> BY_CREATION =
      (one, other) -> Integer.compare(one.bits >>> NUMBER, other.bits >>> NUMBER);

  private final CoroutineFrame<T> coro;

  /** The innermost frame: the one to step. Null once done. */
  private @Nullable CoroutineFrame<?> frame;

  /** What is waited for; done already if the next step is scheduled. */
  private @Nullable Future<?> waiter;

  /** The context to run in, as {@link Driver#context} has it. */
  @Nullable Object context;

  /** What the loop knows of this; null while it has not suspended, nor been named or cancelled. */
  private @Nullable TaskEntry entry;

  private int bits = COUNT.incrementAndGet() << NUMBER;

  private Task(EventLoop loop, CoroutineFrame<T> coro, TaskOptions options) {
    super(loop);
    coro.begin(CoroutineFrame.ROOT);
    this.coro = coro;
    this.frame = coro;
    this.context = options.context() != null ? options.context() : loop.currentContext();
    if (options.name() != null) {
      rare().name = options.name();
    }
  }

  /**
   * Makes a task, past the loop's task factory: for task factories. Everybody else uses {@link
   * Asyncio#createTask(Coroutine)}. Counterpart of asyncio's constructor of {@code Task}.
   *
   * @param <T> the type of the result
   * @param loop the loop
   * @param coroutine what to run
   * @param options how to make it; not to start eagerly if they do not say
   * @return the task
   * @throws IllegalStateException if the loop is closed, or the coroutine was awaited or scheduled
   *     before, or is to start eagerly in a context in which something is running; in debug mode
   *     also if the loop is running in another thread
   */
  public static <T extends @Nullable Object> Task<T> create(
      EventLoop loop, Coroutine<T> coroutine, TaskOptions options) {
    Objects.requireNonNull(coroutine, "a coroutine was expected, got null");
    loop.checkThread("Task.create");
    loop.checkNotClosed();
    Task<T> task = new Task<>(loop, (CoroutineFrame<T>) coroutine, options);
    if (Boolean.TRUE.equals(options.eagerStart())
        && loop.isRunning()
        && (loop.driver.depth < CoroutineFrame.MAX_DEPTH || loop.driver.everyAwaitSuspends)) {
      task.startEagerly();
    } else {
      loop.schedule(task);
    }
    return task;
  }

  // ---- names ----

  /**
   * {@return the name given, or {@code Task-} and a number} Numbers are given in the order of
   * creation, and begin again after a thousand million tasks. Counterpart of {@code get_name}.
   */
  public String getName() {
    TaskEntry.Rare rare = rareOrNull();
    return rare != null && rare.name != null ? rare.name : defaultName(bits >>> NUMBER);
  }

  /**
   * Sets the name. Counterpart of {@code set_name}.
   *
   * @param name the name, for reports
   */
  public void setName(String name) {
    loop.checkThread("Task.setName");
    rare().name = Objects.requireNonNull(name, "name");
  }

  /** {@return the context that this task runs in} Counterpart of {@code get_context}. */
  public Context getContext() {
    if (context instanceof Context object) {
      return object;
    }
    Driver driver = loop.driver;
    if (driver.task == this && !(driver.context instanceof Context)) {
      return driver.contextObject();
    }
    Context object = new Context((ContextMap) context);
    context = object;
    return object;
  }

  /** {@return the coroutine that this task runs} Counterpart of {@code get_coro}. */
  public Coroutine<T> getCoro() {
    return coro;
  }

  static String defaultName(int number) {
    return "Task-" + number;
  }

  private TaskEntry entry() {
    if (entry == null) {
      entry = loop.tasks.register(this, coro, bits >>> NUMBER);
      if (done()) {
        entry.settle();
      } else if (isQuiet()) {
        entry.beQuiet();
      }
    }
    return entry;
  }

  /** Returns whether the loop's registry has this, and its queue need not be looked at. */
  boolean isRegistered() {
    return entry != null;
  }

  private TaskEntry.Rare rare() {
    return entry().rare();
  }

  private TaskEntry.@Nullable Rare rareOrNull() {
    return entry == null ? null : entry.rareOrNull();
  }

  // ---- cancellation ----

  /**
   * Asks this task to cancel itself: at the loop's next turn a {@link CancelledError} is thrown
   * into the coroutine, where it awaits. It may clean up, or even refuse; so when this method
   * returns, the task is not cancelled yet.
   *
   * @param message the message of the error
   * @return false if the task is done already; nothing happens then
   * @throws IllegalStateException in debug mode, if the loop is running in another thread
   */
  @Override
  public boolean cancel(@Nullable String message) {
    loop.checkThread("Task.cancel");
    if (done()) {
      markRetrieved();
      return false;
    }
    TaskEntry.Rare rare = rare();
    rare.cancelRequests++;
    if (waiter != null && waiter.cancel(message)) {
      // The waiter stays: it may be a task that refuses, and be cancelled again later.
      return true;
    }
    // The next step is scheduled already, or running.
    bits |= MUST_CANCEL;
    rare.cancelMessage = message;
    return true;
  }

  /** {@return how many requests to cancel there were, less those taken back} */
  public int cancelling() {
    TaskEntry.Rare rare = rareOrNull();
    return rare == null ? 0 : rare.cancelRequests;
  }

  /**
   * Takes back one request to cancel; for those who asked, and have dealt with the {@link
   * CancelledError} that came of it. When none is left and the error has not been thrown yet, it
   * will not be.
   *
   * @return how many requests are left
   * @throws IllegalStateException in debug mode, if the loop is running in another thread
   */
  public int uncancel() {
    loop.checkThread("Task.uncancel");
    TaskEntry.Rare rare = rareOrNull();
    if (rare == null || rare.cancelRequests == 0) {
      return 0;
    }
    if (--rare.cancelRequests == 0) {
      bits &= ~MUST_CANCEL;
    }
    return rare.cancelRequests;
  }

  /** Returns what the coroutine was, or would have been, cancelled with. */
  @Nullable String cancelMessage() {
    TaskEntry.Rare rare = rareOrNull();
    return rare == null ? null : rare.cancelMessage;
  }

  // ---- what a task does not allow ----

  /**
   * Not supported: the coroutine alone decides about the result.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public void setResult(T result) {
    throw new UnsupportedOperationException(
        "Task does not support setResult: its coroutine returns the result. For a result that you"
            + " set yourself use loop.createFuture()");
  }

  /**
   * Not supported: the coroutine alone decides about the result.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public void setException(Throwable exception) {
    throw new UnsupportedOperationException(
        "Task does not support setException: its coroutine throws the exception. For a result that"
            + " you set yourself use loop.createFuture(); to stop a task, cancel it");
  }

  // ---- stepping ----

  /** Runs the coroutine to its next suspension or its end; called by the loop. */
  void step() {
    assert !done() : "a task that is done is in no queue";
    Object sent = null;
    Throwable thrown = null;
    Future<?> waiter = this.waiter;
    if (waiter != null) {
      this.waiter = null;
      Outcome failure = waiter.failure();
      if (failure != null) {
        thrown = Traces.awaited(failure.thrown(), waiter, this);
      } else {
        sent = waiter.value();
      }
    }
    if ((bits & MUST_CANCEL) != 0) {
      bits &= ~MUST_CANCEL;
      if (!(thrown instanceof CancelledError)) {
        thrown = Traces.cancelled(new CancelledError(cancelMessage()), this);
      }
    }
    Driver driver = loop.driver;
    try {
      driver.enter(context);
    } catch (IllegalStateException e) {
      // The coroutine must not run in any other context, and nobody else could tell of this.
      end(null, e);
      return;
    }
    driver.task = this;
    try {
      drive(driver, Objects.requireNonNull(frame), sent, thrown, driver.depthOf(0));
    } finally {
      driver.task = null;
      driver.leave();
    }
  }

  /**
   * Runs the coroutine to its first suspension or its end, in the middle of whatever is running.
   */
  private void startEagerly() {
    Driver driver = loop.driver;
    Task<?> outerTask = driver.task;
    Object outerContext = driver.context;
    int outerDepth = driver.depth;
    if (outerTask != null) {
      // It is not the running one for a while, and in no queue.
      outerTask.entry();
    }
    try {
      driver.enter(context);
    } catch (IllegalStateException e) {
      settle();
      coro.finish();
      throw e;
    }
    driver.task = this;
    try {
      drive(driver, Objects.requireNonNull(frame), null, null, driver.depthOf(outerDepth + 1));
    } finally {
      driver.leave();
      driver.task = outerTask;
      driver.context = outerContext;
      driver.depth = outerDepth;
    }
  }

  /**
   * Steps a frame, and its callers as they get their results, until one suspends or none is left.
   *
   * @param depth how many frames are being stepped on the Java stack already
   */
  private void drive(
      Driver driver,
      CoroutineFrame<?> frame,
      @Nullable Object sent,
      @Nullable Throwable thrown,
      int depth) {
    int passed = 0;
    while (true) {
      CoroutineFrame<?> caller;
      driver.depth = depth;
      // For getStack and traces while this runs.
      this.frame = frame;
      try {
        Object value = frame.step(driver, thrown != null ? null : sent, thrown);
        if (value == CoroutineFrame.SUSPENDED) {
          frame = driver.frame;
          Object awaited = driver.awaited;
          driver.frame = null;
          driver.awaited = null;
          if (frame == null || awaited == null) {
            throw new IllegalStateException(
                "the coroutine of " + this + " suspended without awaiting anything");
          }
          sent = null;
          thrown = null;
          if (awaited != Driver.CALL || driver.everyAwaitSuspends) {
            this.frame = frame;
            suspend(awaited);
            return;
          }
          continue;
        }
        sent = value;
        thrown = null;
        caller = frame.caller;
        frame.finish();
      } catch (Throwable failure) {
        if (failure != thrown) {
          Traces.left(failure, this, frame, false);
          passed = 0;
        }
        passed++;
        thrown = failure;
        caller = frame == null ? CoroutineFrame.ROOT : frame.caller;
        if (frame != null) {
          frame.finish();
        }
      }
      if (caller == CoroutineFrame.ROOT) {
        if (thrown != null) {
          Traces.counted(thrown, passed);
        }
        end(sent, thrown);
        return;
      }
      frame = Objects.requireNonNull(caller);
    }
  }

  private void suspend(Object awaited) {
    if (awaited == Driver.NEXT_TURN || awaited == Driver.CALL) {
      loop.schedule(this);
      return;
    }
    Future<?> future = (Future<?>) awaited;
    if (future.loop != loop) {
      throwNext(
          this
              + " got "
              + future
              + " attached to a different loop: it belongs to "
              + future.loop
              + ", the task to "
              + loop
              + ". A future can be awaited only on its own loop; for the"
              + " result of a coroutine on another loop use runCoroutineThreadsafe(..)");
    } else if (future == this) {
      throwNext(
          "Task cannot await on itself: "
              + this
              + ". It would wait for ever; return the value"
              + " from the coroutine instead");
    } else if (future.done()) {
      // Only if each await is to suspend.
      waiter = future;
      loop.schedule(this);
    } else {
      future.addWaiter(this);
      waiter = future;
      entry().suspended(Objects.requireNonNull(frame));
      if ((bits & MUST_CANCEL) != 0) {
        cancel(future);
      }
    }
  }

  /** Passes a cancellation on to what is waited for from now on. */
  private void cancel(Future<?> future) {
    try {
      if (future.cancel(cancelMessage())) {
        bits &= ~MUST_CANCEL;
      }
    } catch (Throwable failure) {
      // Tasks wait for each other in a circle, say. As this one waits already, its coroutine must
      // not go on with that.
      loop.callExceptionHandler(
          ExceptionContext.of("a cancellation could not be passed on")
              .with("exception", failure)
              .with("task", this));
    }
  }

  /** Has the next step throw, as if something that failed had been awaited. */
  private void throwNext(String message) {
    Future<?> failed = new Future<>(loop);
    failed.complete(Outcome.failed(new IllegalStateException(message), null));
    waiter = failed;
    loop.schedule(this);
  }

  private void settle() {
    if (entry != null) {
      entry.settle();
    }
  }

  private void end(@Nullable Object value, @Nullable Throwable thrown) {
    frame = null;
    settle();
    if (thrown == null) {
      if ((bits & MUST_CANCEL) != 0) {
        // Cancelled by its own coroutine, just before that returned.
        bits &= ~MUST_CANCEL;
        super.cancel(cancelMessage());
      } else {
        finish(value);
      }
    } else if (thrown instanceof CancelledError error) {
      finishCancelled(error);
    } else {
      fail(thrown);
    }
  }

  /** Says that whoever made this task reports it if it does not end. */
  void beQuiet() {
    bits |= QUIET;
    if (entry != null) {
      entry.beQuiet();
    }
  }

  boolean isQuiet() {
    return (bits & QUIET) != 0;
  }

  // ---- where it stands ----

  /**
   * {@return where the coroutine is suspended, as positions in the source of the coroutine
   * functions: the outermost first, each awaiting the next} If the task failed, these are the
   * positions in its exception's stack trace instead; otherwise a task that is done has none. Of a
   * task that is running these are the frames from where it was resumed outwards; the others stand
   * on the thread's own stack. Counterpart of {@code get_stack}.
   */
  public List<StackTraceElement> getStack() {
    return getStack(Integer.MAX_VALUE);
  }

  /**
   * {@return where the coroutine is suspended, see {@link #getStack()}}
   *
   * @param limit how many positions to return at most: the innermost of a suspended coroutine, the
   *     outermost of an exception
   */
  public List<StackTraceElement> getStack(int limit) {
    loop.checkThread("Task.getStack");
    return TaskStack.of(this, failure(), limit);
  }

  /**
   * Prints where the coroutine is suspended, or how it failed, to {@link System#err}. Counterpart
   * of {@code print_stack}.
   */
  public void printStack() {
    printStack(System.err);
  }

  /**
   * Prints where the coroutine is suspended, or how it failed.
   *
   * @param out where to print
   */
  public void printStack(PrintStream out) {
    printStack(out, Integer.MAX_VALUE);
  }

  /**
   * Prints where the coroutine is suspended, or how it failed.
   *
   * @param out where to print
   * @param limit how many positions to print at most, see {@link #getStack(int)}
   */
  public void printStack(PrintStream out, int limit) {
    loop.checkThread("Task.printStack");
    TaskStack.print(this, failure(), out, limit);
  }

  /**
   * Returns the innermost frame that this has resumed or will resume, or that began on an empty
   * stack; null if this is done.
   */
  @Nullable CoroutineFrame<?> frame() {
    return frame;
  }

  /** Returns its number in the order of creation. */
  int number() {
    return bits >>> NUMBER;
  }

  /** Returns what this waits for; null if it is running or its next step is scheduled. */
  @Nullable Future<?> waiter() {
    return waiter;
  }

  @Override
  String describeForReport() {
    return "Task " + getName() + " (" + coro.functionName() + ")";
  }

  @Override
  String describe() {
    String state = !done() && cancelling() > 0 ? "cancelling" : stateName();
    StringBuilder text = new StringBuilder("<Task ").append(state);
    text.append(" name='").append(getName()).append("' coro=<").append(coro.description());
    text.append('>');
    if (waiter != null) {
      text.append(" wait_for=").append(waiter == this ? "itself" : describeWaiter(waiter));
    }
    describeState(text);
    return text.append('>').toString();
  }

  /** A waiter in brief: chains of tasks waiting for tasks can be long, or rings. */
  private static String describeWaiter(Future<?> waiter) {
    return waiter instanceof Task<?> task
        ? "<Task " + task.stateName() + " name='" + task.getName() + "'>"
        : "<Future " + waiter.stateName() + ">";
  }
}
