package dev.fermata.asyncio;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous generators of one loop that have begun and are not done: those that nobody uses
 * any more are closed, and the rest when the loop is shut down.
 */
final class AsyncGenerators {

  private static final Cleaner CLEANER = Cleaner.create();

  /**
   * A generator that has begun and is not done. While a task runs it, or waits in its body, it is
   * that task which keeps it: should the task be lost, the generator is too.
   */
  static final class Open extends WeakReference<AsyncYieldFrame<?>> {
    private final AsyncGenerators owner;

    /** The generator's machine, while no task runs it. */
    @Nullable AsyncYieldFrame<?> kept;

    Open(AsyncGenerators owner, AsyncYieldFrame<?> frame) {
      super(frame);
      this.owner = owner;
      this.kept = frame;
    }

    void end() {
      kept = null;
      owner.open.remove(this);
    }

    /** Closes a generator that nobody refers to; called by the cleaner's thread. */
    private void abandoned() {
      Interop.callSoonUnlessClosed(
          owner.loop,
          () -> {
            AsyncYieldFrame<?> frame = kept;
            if (frame == null) {
              end();
            } else {
              owner.loop.createTask(closing(frame));
            }
          });
    }
  }

  private final EventLoop loop;
  private final Set<Open> open = new LinkedHashSet<>();
  private boolean shutDown;

  AsyncGenerators(EventLoop loop) {
    this.loop = loop;
  }

  /** Takes note of a generator whose first value is asked for. */
  void begin(AsyncGeneratorObject<?> generator) {
    AsyncYieldFrame<?> frame = generator.frame();
    if (shutDown) {
      loop.callExceptionHandler(
          ExceptionContext.of(
              "asynchronous generator "
                  + frame
                  + " was begun after shutdownAsyncgens(): nobody will close it"));
    }
    Open entry = new Open(this, frame);
    open.add(entry);
    frame.open = entry;
    CLEANER.register(generator, entry::abandoned);
  }

  private static Coroutine<?> closing(AsyncYieldFrame<?> frame) {
    return (Coroutine<?>) new AsyncGeneratorObject<>(frame).aclose();
  }

  /** {@return a coroutine that closes all that are open, beside each other} */
  Coroutine<Void> shutdown() {
    return new Shutdown();
  }

  private final class Shutdown extends CoroutineFrame<Void> {

    private final List<AsyncYieldFrame<?>> frames = new ArrayList<>();

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      Object outcomes = sent;
      if (state == CREATED) {
        shutDown = true;
        List<Coroutine<?>> closing = new ArrayList<>();
        for (Open entry : open) {
          AsyncYieldFrame<?> frame = entry.get();
          if (frame != null) {
            frames.add(frame);
            closing.add(closing(frame));
          }
        }
        state = 1;
        outcomes = await(driver, Gather.of(closing, true));
        if (outcomes == SUSPENDED) {
          return SUSPENDED;
        }
      }
      report((List<?>) Objects.requireNonNull(outcomes));
      return null;
    }

    /** A generator that ends with a cancellation has been closed, as any other. */
    private void report(List<?> outcomes) {
      for (int i = 0; i < frames.size(); i++) {
        if (outcomes.get(i) instanceof Throwable failure && !(failure instanceof CancelledError)) {
          loop.callExceptionHandler(
              ExceptionContext.of(
                      "an error occurred while asynchronous generator "
                          + frames.get(i)
                          + " was closed")
                  .with("exception", failure));
        }
      }
    }
  }
}
