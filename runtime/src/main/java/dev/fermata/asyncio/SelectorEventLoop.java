package dev.fermata.asyncio;

import dev.fermata.asyncio.internal.net.Poller;
import dev.fermata.asyncio.internal.queue.CrossThreadQueue;
import dev.fermata.asyncio.internal.queue.ReadyQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The loop. To understand it read {@link #runOnce}: one turn, in CPython's order.
 *
 * <p>What is ready stands in one queue: {@link Handle}s, and {@link Task}s, which are their own
 * handles so that resuming one allocates nothing.
 */
final class SelectorEventLoop extends EventLoop {

  /** The longest sleep; some systems do not take longer ones. */
  private static final long LONGEST_SLEEP = Duration.ofDays(1).toNanos();

  private static final AtomicLong COUNT = new AtomicLong();

  /** Tells loops apart in messages. */
  private final long number = COUNT.incrementAndGet();

  private final LoopClock clock;
  private final Poller poller = new Poller();
  private final ReadyQueue<Object> ready = new ReadyQueue<>();
  private final Timers timers = new Timers();
  private final CrossThreadQueue<Handle> fromOtherThreads = new CrossThreadQueue<>(poller::wakeUp);
  private final LoopExecutor executor = new LoopExecutor(this);
  private final Consumer<Handle> toReady = ready::add;
  private final ExceptionReports reports = new ExceptionReports();

  /** The thread that runs this loop; null if none does. */
  private volatile @Nullable Thread thread;

  private volatile boolean closed;
  private boolean stopping;
  private @Nullable Runnable interruptHandler;
  private boolean interrupted;
  private @Nullable TaskFactory taskFactory;

  /** The context of the thread that runs this loop; null if none does. */
  private @Nullable Context baseContext;

  private volatile boolean debugging = LoopDebug.WATCH_COROUTINES;
  private long slowNanos = Duration.ofMillis(100).toNanos();

  private final @Nullable UnclosedLoop unclosed =
      LoopDebug.WATCH_COROUTINES ? UnclosedLoop.watch(this, poller) : null;

  /** What the order of that which is ready is drawn from; null for the order of arrival. */
  private final @Nullable Random order;

  SelectorEventLoop(LoopClock clock) {
    this.clock = clock;
    this.order = null;
  }

  SelectorEventLoop(LoopControl control) {
    this.clock = new ControlledClock(control, this, poller);
    this.order = control.order();
    driver.everyAwaitSuspends = control.everyAwaitSuspends();
    debug.keepUnawaited();
  }

  // ---- one turn ----

  private void runOnce(Thread thread) {
    if (thread.isInterrupted()) {
      interrupt();
    }
    fromOtherThreads.drainTo(toReady);
    timers.dropCancelled();

    if (ready.isEmpty() && !stopping) {
      sleep();
      fromOtherThreads.drainTo(toReady);
    } else {
      poller.poll(0);
    }

    if (!timers.isEmpty()) {
      timers.drainDue(clock.now(), toReady);
    }

    if (!unretrieved.isEmpty()) {
      unretrieved.takeCollected().forEach(report -> report.tell(this));
    }

    if (order != null) {
      ready.shuffle(order, callback -> callback instanceof Handle);
    }

    // What these schedule is for the next turn, after another poll.
    for (int todo = ready.size(); todo > 0; todo--) {
      Object callback = ready.remove();
      if (debugging) {
        runTimed(callback);
      } else {
        run(callback);
      }
    }
    driver.context = baseContext;
  }

  private static void run(Object callback) {
    if (callback instanceof Task<?> task) {
      task.step();
    } else {
      ((Handle) callback).run();
    }
  }

  /** Waits for the next timer, another thread or the poller. */
  private void sleep() {
    long nanos = -1;
    if (!timers.isEmpty()) {
      nanos = Math.min(timers.firstTime() - clock.now(), LONGEST_SLEEP);
      if (nanos <= 0) {
        poller.poll(0);
        return;
      }
    }
    nanos = clock.beforeSleep(nanos);
    if (nanos == 0) {
      poller.poll(0);
      return;
    }
    poller.open();
    if (fromOtherThreads.fallAsleep()) {
      poller.poll(nanos);
      fromOtherThreads.awake();
    }
  }

  private void runTimed(Object callback) {
    // Once it has run, a task stands elsewhere.
    StackTraceElement from = callback instanceof Task<?> task ? LoopDebug.resumes(task) : null;
    long start = clock.now();
    run(callback);
    long nanos = clock.now() - start;
    if (nanos >= slowNanos) {
      ExceptionReports.warn(
          "Executing "
              + callback
              + " took "
              + Messages.seconds(nanos)
              + " seconds"
              + (from == null ? "" : ", resumed at " + from)
              + ": meanwhile nothing else could run on this loop. Move blocking work to another thread with"
              + " toThread(..), or split up long computations");
    }
  }

  private void interrupt() {
    // Take it away: a selector does not sleep in an interrupted thread.
    if (Thread.interrupted()) {
      if (interruptHandler != null) {
        interruptHandler.run();
      } else {
        interrupted = true;
        stopping = true;
      }
    }
  }

  // ---- running ----

  @Override
  public void runForever() {
    checkCanRun("runForever");
    Thread thread = Thread.currentThread();
    baseContext = Context.current();
    driver.context = baseContext;
    this.thread = thread;
    RunningLoop.setRunning(this);
    try {
      do {
        runOnce(thread);
      } while (!stopping);
    } finally {
      stopping = false;
      this.thread = null;
      RunningLoop.setRunning(null);
      baseContext = null;
      driver.context = null;
      if (interrupted) {
        interrupted = false;
        thread.interrupt();
      }
    }
  }

  @Override
  public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> awaitable) {
    checkCanRun("runUntilComplete");
    Future<T> future = Tasks.ensureFuture(awaitable, this);
    boolean isNew = future != awaitable;
    if (isNew && future instanceof Task<T> task) {
      // If it does not end, that is an exception below.
      task.beQuiet();
    }
    Consumer<Future<T>> stop = new StopWhenDone<>(this);
    future.addDoneCallback(stop);
    try {
      runForever();
    } finally {
      future.removeDoneCallback(stop);
    }
    if (!future.done()) {
      throw new IllegalStateException(
          "Event loop stopped before Future completed: "
              + future
              + (Thread.currentThread().isInterrupted()
                  ? ". The loop's thread was interrupted"
                  : ". Something called loop.stop()"));
    }
    return future.result();
  }

  /** The callback that ends {@link #runUntilComplete}. */
  private record StopWhenDone<T extends @Nullable Object>(EventLoop loop)
      implements Consumer<Future<T>> {
    @Override
    public void accept(Future<T> future) {
      loop.stop();
    }

    @Override
    public String toString() {
      return "end of runUntilComplete";
    }
  }

  private void checkCanRun(String method) {
    checkNotClosed();
    Thread runner = thread;
    if (runner != null) {
      throw new IllegalStateException(
          method
              + ": This event loop is already running in "
              + runner
              + (runner == Thread.currentThread()
                  ? ". In a coroutine await instead; in a callback make a task with createTask(..)"
                  : ". From another thread use runCoroutineThreadsafe(..)"));
    }
    EventLoop running = RunningLoop.running();
    if (running != null) {
      throw new IllegalStateException(
          method
              + ": Cannot run the event loop while another loop is running: "
              + running
              + " runs in this thread. Run it in a thread of its own");
    }
  }

  @Override
  public void stop() {
    checkThread("stop");
    stopping = true;
  }

  @Override
  public void close() {
    Thread runner = thread;
    if (runner != null) {
      throw new IllegalStateException(
          "Cannot close a running event loop: it runs in "
              + runner
              + ". Call stop(), from another thread callSoonThreadsafe(loop::stop), and close it when"
              + " the run has ended");
    }
    if (closed) {
      return;
    }
    for (Task<?> task : pendingTasks()) {
      if (!task.isQuiet()) {
        callExceptionHandler(debug.destroyedPending(task));
      }
    }
    tasks.tellOfLost();
    debug.unawaited().forEach(this::callExceptionHandler);
    unretrieved.takeAll().forEach(report -> report.tell(this));
    closed = true;
    if (unclosed != null) {
      unclosed.closed();
    }
    fromOtherThreads.close();
    // In this order: what comes late is refused by the queue.
    for (Outstanding owed : List.copyOf(outstanding)) {
      owed.loopClosed();
    }
    outstanding.clear();
    ready.clear();
    tasks.clear();
    timers.clear();
    executor.close();
    poller.close();
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  void setInterruptHandler(@Nullable Runnable handler) {
    interruptHandler = handler;
  }

  // ---- scheduling ----

  @Override
  Handle scheduleSoon(Runnable callback, @Nullable Object context) {
    Objects.requireNonNull(callback, "callback");
    Handle handle = new Handle(this, callback, context);
    schedule(handle);
    return handle;
  }

  @Override
  Handle scheduleThreadsafe(Runnable callback, @Nullable Object context) {
    Objects.requireNonNull(callback, "callback");
    checkNotClosed();
    Handle handle = new Handle(this, callback, context);
    if (Thread.currentThread() == thread) {
      ready.add(handle);
    } else if (!fromOtherThreads.add(handle)) {
      throw closed();
    }
    return handle;
  }

  @Override
  TimerHandle scheduleAt(long when, Runnable callback, @Nullable Object context) {
    Objects.requireNonNull(callback, "callback");
    checkThread("callLater or callAt");
    checkNotClosed();
    TimerHandle handle = new TimerHandle(this, callback, when, context);
    timers.add(handle);
    return handle;
  }

  @Override
  @Nullable ContextMap currentContext() {
    return thread != null ? driver.contextValues() : Context.currentValues();
  }

  @Override
  @Nullable Context baseContext() {
    return baseContext;
  }

  @Override
  public long time() {
    return clock.now();
  }

  @Override
  void schedule(Task<?> task) {
    checkOpen();
    ready.add(task);
  }

  @Override
  void schedule(Handle handle) {
    checkOpen();
    ready.add(handle);
  }

  /** Refuses if closed; and keeps the order with other threads' calls while nothing runs. */
  private void checkOpen() {
    if (thread == null) {
      checkNotClosed();
      fromOtherThreads.drainTo(toReady);
    } else if (debugging) {
      checkThread("callSoon");
    }
  }

  @Override
  void timerCancelled() {
    timers.cancelled();
  }

  @Override
  void checkNotClosed() {
    if (closed) {
      throw closed();
    }
  }

  private IllegalStateException closed() {
    return new IllegalStateException(
        "Event loop is closed: " + this + ". Create another with EventLoop.create()");
  }

  @Override
  void checkThread(String method) {
    if (debugging) {
      Thread runner = thread;
      Thread caller = Thread.currentThread();
      if (runner != null && runner != caller) {
        throw new IllegalStateException(
            "Non-thread-safe operation invoked on an event loop other than the current one: "
                + method
                + " was called in "
                + caller
                + ", but the loop runs in "
                + runner
                + ". From other threads use callSoonThreadsafe(..) or runCoroutineThreadsafe(..)");
      }
    }
  }

  // ---- tasks and executors ----

  @Override
  Set<Task<?>> pendingTasks() {
    List<Task<?>> pending = new ArrayList<>();
    tasks.addTo(pending);
    ready.forEach(
        callback -> {
          if (callback instanceof Task<?> task && !task.isRegistered()) {
            pending.add(task);
          }
        });
    Task<?> running = driver.task;
    if (running != null && !running.isRegistered() && !running.done()) {
      pending.add(running);
    }
    pending.sort(Task.BY_CREATION);
    return new LinkedHashSet<>(pending);
  }

  @Override
  public <T extends @Nullable Object> Task<T> createTask(
      Coroutine<T> coroutine, TaskOptions options) {
    TaskFactory factory = taskFactory;
    if (factory == null) {
      return Task.create(this, coroutine, options);
    }
    checkThread("createTask");
    checkNotClosed();
    Task<?> task = factory.createTask(this, coroutine, options);
    return Tasks.checkMade(task, this, coroutine);
  }

  @Override
  public void setTaskFactory(@Nullable TaskFactory factory) {
    checkThread("setTaskFactory");
    taskFactory = factory;
  }

  @Override
  public @Nullable TaskFactory getTaskFactory() {
    return taskFactory;
  }

  @Override
  public <T extends @Nullable Object> Future<T> runInExecutor(
      @Nullable Executor executor, Callable<T> function) {
    checkThread("runInExecutor");
    checkNotClosed();
    return this.executor.submit(executor, function);
  }

  @Override
  public void setDefaultExecutor(ExecutorService executor) {
    checkThread("setDefaultExecutor");
    this.executor.setDefault(executor);
  }

  @Override
  public Coroutine<Void> shutdownDefaultExecutor(@Nullable Duration timeout) {
    return new ExecutorShutdown(executor, timeout);
  }

  // ---- reports ----

  @Override
  public void setExceptionHandler(
      @Nullable BiConsumer<? super EventLoop, ? super ExceptionContext> handler) {
    checkThread("setExceptionHandler");
    reports.handler = handler;
  }

  @Override
  public @Nullable BiConsumer<? super EventLoop, ? super ExceptionContext> getExceptionHandler() {
    return reports.handler;
  }

  @Override
  public void callExceptionHandler(ExceptionContext context) {
    reports.report(this, context);
  }

  @Override
  public void defaultExceptionHandler(ExceptionContext context) {
    ExceptionReports.log(this, context);
  }

  @Override
  public boolean getDebug() {
    return debugging;
  }

  @Override
  public void setDebug(boolean enabled) {
    debugging = enabled;
  }

  @Override
  public Duration getSlowCallbackDuration() {
    return Duration.ofNanos(slowNanos);
  }

  @Override
  public void setSlowCallbackDuration(Duration duration) {
    slowNanos = nanos(duration);
  }

  @Override
  public String toString() {
    return "<SelectorEventLoop-"
        + number
        + " running="
        + isRunning()
        + " closed="
        + closed
        + " debug="
        + debugging
        + ">";
  }
}
