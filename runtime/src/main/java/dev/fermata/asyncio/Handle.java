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

  /** Where it was scheduled; in debug mode only. */
  private final StackTraceElement @Nullable [] scheduledAt;

  Handle(EventLoop loop, Object callback) {
    this.loop = loop;
    this.callback = callback;
    this.scheduledAt = loop.getDebug() ? LoopDebug.here() : null;
  }

  /** Has the callback not called, if it was not yet; to do so again has no effect. */
  public void cancel() {
    callback = null;
  }

  /** {@return whether it was cancelled} */
  public final boolean cancelled() {
    return callback == null;
  }

  /** Calls the callback, unless it was cancelled; what it throws goes to the exception handler. */
  final void run() {
    Object callback = this.callback;
    if (callback == null) {
      return;
    }
    try {
      invoke(callback);
    } catch (Throwable exception) {
      ExceptionContext context =
          ExceptionContext.of("Exception in callback " + Messages.describe(callback))
              .with("exception", exception)
              .with("handle", this);
      if (scheduledAt != null) {
        context = context.with("sourceTraceback", List.of(scheduledAt));
      }
      loop.callExceptionHandler(context);
    }
  }

  void invoke(Object callback) throws Throwable {
    ((Runnable) callback).run();
  }

  final StackTraceElement @Nullable [] scheduledAt() {
    return scheduledAt;
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
    if (scheduledAt != null && scheduledAt.length > 0) {
      text.append(" created at ").append(LoopDebug.place(scheduledAt));
    }
    return text.append('>').toString();
  }
}
