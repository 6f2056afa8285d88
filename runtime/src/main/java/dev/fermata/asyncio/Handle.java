package dev.fermata.asyncio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A callback that is scheduled; returned by {@link EventLoop#callSoon} and {@link
 * EventLoop#callSoonThreadsafe}. To be used on the loop's thread.
 *
 * <p>The counterpart of {@code asyncio.Handle}.
 */
public sealed class Handle permits TimerHandle, CallbackHandle {

  final EventLoop loop;

  /** What to call; null once cancelled. */
  private @Nullable Object callback;

  /** The context to run in, as {@link Driver#context} has it; in debug mode a {@link Traced}. */
  private @Nullable Object context;

  /** What only handles have that were made in debug mode. */
  private static final class Traced {
    @Nullable Object context;
    final StackTraceElement[] scheduledAt = SourceTrace.here();

    /** How this handle described itself before it was cancelled. */
    @Nullable String description;

    Traced(@Nullable Object context) {
      this.context = context;
    }
  }

  Handle(EventLoop loop, Object callback, @Nullable Object context) {
    this.loop = loop;
    this.callback = callback;
    this.context = loop.getDebug() ? new Traced(context) : context;
  }

  /**
   * Has the callback not called, if it was not yet; to do so again has no effect.
   *
   * @throws IllegalStateException in debug mode, if the loop is running in another thread
   */
  public void cancel() {
    loop.checkThread("Handle.cancel");
    if (callback != null) {
      if (context instanceof Traced traced) {
        traced.description = Messages.describe(callback);
      }
      callback = null;
    }
  }

  /** {@return whether it was cancelled} */
  public final boolean cancelled() {
    return callback == null;
  }

  /** {@return the context that the callback runs in} Counterpart of {@code get_context}. */
  public final Context getContext() {
    Object context = context();
    if (context instanceof Context object) {
      return object;
    }
    Driver driver = loop.driver;
    if (driver.handle == this && driver.task == null && !(driver.context instanceof Context)) {
      return driver.contextObject();
    }
    Context object = new Context((ContextMap) context);
    setContext(object);
    return object;
  }

  private @Nullable Object context() {
    return context instanceof Traced traced ? traced.context : context;
  }

  final void setContext(Context object) {
    if (context instanceof Traced traced) {
      traced.context = object;
    } else {
      context = object;
    }
  }

  /** Calls the callback, unless it was cancelled; what it throws goes to the exception handler. */
  final void run() {
    Object callback = this.callback;
    if (callback == null) {
      return;
    }
    Driver driver = loop.driver;
    Throwable exception;
    driver.handle = this;
    try {
      driver.enter(context());
      try {
        invoke(callback);
        return;
      } finally {
        driver.leave();
        driver.handle = null;
      }
    } catch (Throwable thrown) {
      exception = thrown;
    }
    report(driver, callback, exception);
  }

  private void report(Driver driver, Object callback, Throwable exception) {
    driver.context = loop.baseContext();
    Traces.reported(exception, callback);
    ExceptionContext report =
        ExceptionContext.of("Exception in callback " + Messages.describe(callback))
            .with("exception", exception)
            .with("handle", this);
    StackTraceElement[] scheduledAt = scheduledAt();
    if (scheduledAt != null) {
      report = report.with("sourceTraceback", List.of(scheduledAt));
    }
    loop.callExceptionHandler(report);
  }

  void invoke(Object callback) throws Throwable {
    ((Runnable) callback).run();
  }

  final @Nullable Object callback() {
    return callback;
  }

  /** Returns where this was scheduled, innermost first; null if that was not in debug mode. */
  final StackTraceElement @Nullable [] scheduledAt() {
    return context instanceof Traced traced ? traced.scheduledAt : null;
  }

  /** Returns more to say of this handle in {@link #toString}. */
  String detail() {
    return "";
  }

  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder("<").append(getClass().getSimpleName());
    if (callback == null) {
      text.append(" cancelled");
    }
    text.append(detail());
    if (callback != null) {
      text.append(' ').append(Messages.describe(callback));
    }
    if (context instanceof Traced traced) {
      if (traced.description != null) {
        text.append(' ').append(traced.description);
      }
      if (traced.scheduledAt.length > 0) {
        text.append(" created at ").append(LoopDebug.place(traced.scheduledAt));
      }
    }
    return text.append('>').toString();
  }
}
