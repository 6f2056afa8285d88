package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Something to be entered and left around a piece of work, where entering or leaving may have to
 * wait: a lock, a timeout, a group of tasks.
 *
 * <p>{@link #with} does all of it. In a coroutine function:
 *
 * <pre>{@code
 * String page = await(timeout(Duration.ofSeconds(5)).with(t -> {
 *   Connection connection = await(connect(host));
 *   return Coroutine.of(await(connection.read()));
 * }));
 * }</pre>
 *
 * By hand, it means to await {@link #aenter}, do the work, and {@link #leave} with what the work
 * has thrown, or null:
 *
 * <pre>{@code
 * await(manager.aenter());
 * Throwable failure = null;
 * try {
 *   ...
 * } catch (Throwable e) {
 *   failure = e;
 * }
 * await(AsyncContextManager.leave(manager, failure));
 * if (failure != null) {
 *   throw failure;
 * }
 * }</pre>
 *
 * <p>It extends {@link AutoCloseable} to stand in a {@code try} with resources; that is for code
 * which is compiled to do the above, and not for any other.
 *
 * <p>The counterpart of Python's asynchronous context managers, with one difference: {@code aexit}
 * cannot swallow an exception, because then code could be reached that javac knows to be
 * unreachable.
 *
 * @param <T> what entering has as its result
 */
public interface AsyncContextManager<T extends @Nullable Object> extends AutoCloseable {

  /**
   * Enters. Counterpart of {@code __aenter__}.
   *
   * @return what to await before the work; its result is for the work to use
   */
  Awaitable<T> aenter();

  /**
   * Leaves. Counterpart of {@code __aexit__}.
   *
   * @param thrown what the work has thrown; null if it came to its end
   * @return what to await after the work. If it fails, that is thrown instead of what the work has
   *     thrown; otherwise that is thrown on, if there is something
   */
  Awaitable<Void> aexit(@Nullable Throwable thrown);

  /**
   * Leaves a manager, and keeps what the work has thrown if that fails too: it is then one of the
   * {@linkplain Throwable#getSuppressed suppressed} exceptions of the failure, as it is the {@code
   * __context__} of Python's. Not so a {@link CancelledError} without suppressed exceptions of its
   * own, and what the failure tells of already, as its cause or as one of a {@link
   * BaseExceptionGroup group}.
   *
   * @param manager what was entered
   * @param thrown what the work has thrown; null if it came to its end
   * @return what to await, in place of what {@link #aexit} returns
   */
  static Awaitable<Void> leave(AsyncContextManager<?> manager, @Nullable Throwable thrown) {
    return thrown == null ? manager.aexit(null) : new LeaveFrame(manager, thrown);
  }

  /**
   * Enters, does some work, and leaves, whatever becomes of the work. The counterpart of {@code
   * async with}.
   *
   * @param <R> the type of the result
   * @param body is called with the result of {@link #aenter}, and returns the work
   * @return a coroutine that has the result of the work
   */
  default <R extends @Nullable Object> Coroutine<R> with(Body<? super T, R> body) {
    return new WithFrame<T, R>(this, body);
  }

  /**
   * Never to be called: leaving may have to wait, and this method cannot.
   *
   * @throws IllegalStateException always
   */
  @Override
  default void close() {
    throw new IllegalStateException(Messages.closedWithoutAwait(this));
  }

  /**
   * The work in an {@link AsyncContextManager}, usually a lambda that awaits.
   *
   * @param <T> the type of what the manager has to offer
   * @param <R> the type of the result
   */
  @FunctionalInterface
  interface Body<T extends @Nullable Object, R extends @Nullable Object> {

    /**
     * Returns the work.
     *
     * @param value what the manager has to offer
     * @return a coroutine of the result
     * @throws Exception what is wrong before the work begins
     */
    Coroutine<R> run(T value) throws Exception;
  }
}
