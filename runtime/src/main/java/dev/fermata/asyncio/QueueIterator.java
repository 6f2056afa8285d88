package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/** The items of a queue, until it is shut down and empty. */
final class QueueIterator<T extends @Nullable Object> implements AsyncIterator<T> {

  private final Queue<? extends T> queue;

  QueueIterator(Queue<? extends T> queue) {
    this.queue = queue;
  }

  @Override
  public Coroutine<T> anext() {
    return new Next<>(queue.get());
  }

  /** The coroutine of {@link #anext}: as that of {@link Queue#get}, but for how the end is told. */
  private static final class Next<T extends @Nullable Object> extends CoroutineFrame<T> {
    private final Coroutine<? extends T> get;

    Next(Coroutine<? extends T> get) {
      this.get = get;
    }

    @Override
    protected @Nullable Object step(
        Driver driver, @Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
      try {
        if (thrown != null) {
          throw thrown;
        }
        if (state != CREATED) {
          return sent;
        }
        state = 1;
        return await(driver, get);
      } catch (QueueShutDownException end) {
        throw StopAsyncIterationException.INSTANCE;
      }
    }

    @Override
    protected StackTraceElement location() {
      return new StackTraceElement(QueueIterator.class.getName(), "anext", null, -1);
    }
  }
}
