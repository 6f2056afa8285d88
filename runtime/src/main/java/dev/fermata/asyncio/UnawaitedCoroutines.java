package dev.fermata.asyncio;

import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reports coroutines that were garbage collected before anybody awaited them. Used only if the
 * system property {@code fermata.debug} is set.
 */
final class UnawaitedCoroutines {

  static final Cleaner CLEANER = Cleaner.create();

  private UnawaitedCoroutines() {}

  /** What is known of a coroutine that has not begun; must not refer to it. */
  static final class Entry implements Runnable {
    private final String function;
    private final StackTraceElement[] created = SourceTrace.here();
    private final @Nullable EventLoop loop = RunningLoop.running();
    private final AtomicBoolean forgotten = new AtomicBoolean();

    /** Whether the loop tells of this when it is closed. */
    private final boolean kept;

    private Entry(String function) {
      this.function = function;
      this.kept = loop != null && loop.debug.made(this);
    }

    /** Says that the coroutine was awaited, scheduled or closed. */
    void forget() {
      forgotten.set(true);
      if (kept) {
        Objects.requireNonNull(loop).debug.begun(this);
      }
    }

    ExceptionContext report() {
      return ExceptionContext.of(
              "coroutine "
                  + function
                  + " was never awaited: calling a coroutine function only creates the"
                  + " coroutine. Await it, schedule it with createTask(..), or close() it")
          .with("sourceTraceback", List.of(created));
    }

    /** Reports; called by the cleaner's thread once the coroutine is collected. */
    @Override
    public void run() {
      if (forgotten.get() || kept) {
        return;
      }
      ExceptionContext context = report();
      if (loop != null && !loop.isClosed()) {
        try {
          loop.callSoonThreadsafe(() -> loop.callExceptionHandler(context));
          return;
        } catch (IllegalStateException e) {
          // Closed meanwhile; log.
        }
      }
      ExceptionReports.log(context);
    }
  }

  static Entry watch(CoroutineFrame<?> frame, String function) {
    Entry entry = new Entry(function);
    CLEANER.register(frame, entry);
    return entry;
  }
}
