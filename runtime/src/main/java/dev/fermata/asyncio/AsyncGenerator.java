package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * What calling an asynchronous generator function returns: values that are computed one at a time,
 * when they are asked for, and that may have to be waited for.
 *
 * <p>An asynchronous generator function is a method with a body, in an {@code @Async} type, that
 * returns {@code AsyncGenerator<Y>}. Its body may both await and {@link #yield yield}:
 *
 * <pre>{@code
 * default AsyncGenerator<Integer> ticker(Duration pause, int count) {
 *   for (int n = 0; n < count; n++) {
 *     AsyncGenerator.yield(n);
 *     await(sleep(pause));
 *   }
 *   return AsyncGenerator.completed();
 * }
 * }</pre>
 *
 * <p>In a coroutine function {@code for (int n : await(ticker(pause, 10)))} goes through the
 * values. A loop that is left before the end does not close the generator, as in Python: await
 * {@link #aclose} where its {@code finally} blocks must run at a certain time. One that nobody
 * refers to any more is closed by its loop, and so is one that is left over in {@link
 * EventLoop#shutdownAsyncgens}.
 *
 * <p>What the methods return does nothing until it is awaited, and can be awaited once. While one
 * value is waited for, no other can be asked for. A generator belongs to the loop on which its
 * first value is asked for.
 *
 * <p>The counterpart of Python's asynchronous generators ({@code collections.abc.AsyncGenerator}).
 *
 * @param <Y> the type of the values
 */
@SuppressWarnings({
  // Called in bodies, which are compiled anew.
  "DoNotCallSuggester",
  "NamedLikeContextualKeyword",
  "TypeParameterUnusedInFormals"
})
public sealed interface AsyncGenerator<Y extends @Nullable Object> extends AsyncIterator<Y>
    permits AsyncGeneratorObject {

  /**
   * Gives a value out of the generator whose body calls it, and waits there until the next is asked
   * for. It may stand wherever an expression may stand in a body. The counterpart of the {@code
   * yield} expression; Java allows that word only behind a dot.
   *
   * @param value the value
   * @param <Y> its type
   * @param <S> the type of what is sent in
   * @return what {@link #asend} brought; null if the next value was asked for without it
   * @throws IllegalStateException if it is called as an ordinary method, outside of a compiled body
   */
  static <Y extends @Nullable Object, S extends @Nullable Object> S yield(Y value) {
    throw new IllegalStateException(Messages.outsideBody("AsyncGenerator.yield"));
  }

  /**
   * {@return a generator without values: how an asynchronous generator function says that it ends}
   * The processor knows it, and creates no object for a {@code return} of it.
   *
   * @param <Y> the type of the values that it would have
   */
  static <Y extends @Nullable Object> AsyncGenerator<Y> completed() {
    return new AsyncGeneratorObject<>(new CompletedAsyncGenerator<Y>());
  }

  /**
   * Asks for the next value. The counterpart of {@code __anext__}.
   *
   * @return what to await; it fails with {@link StopAsyncIterationException} if there is none, and
   *     with {@link IllegalStateException} if another value is being waited for
   */
  @Override
  Awaitable<Y> anext();

  /**
   * Asks for the next value, with something to send to the {@code yield} that waits. The
   * counterpart of {@code asend}.
   *
   * @param value what the {@code yield} evaluates to
   * @return what to await, as {@link #anext}; it fails with {@link IllegalArgumentException} if the
   *     body has not begun, so that no {@code yield} waits for the value, and that is not null
   */
  Awaitable<Y> asend(@Nullable Object value);

  /**
   * Throws an exception into the body, where it waits. The counterpart of {@code athrow}.
   *
   * @param exception what the {@code yield} throws
   * @return what to await for the next value, if the body catches the exception and goes on; null
   *     if the generator was done before
   */
  Awaitable<Y> athrow(Throwable exception);

  /**
   * Ends the generator where it stands: its {@code finally} blocks run. The counterpart of {@code
   * aclose}.
   *
   * @return what to await; it fails with {@link IllegalStateException} if the body yields instead
   *     of ending, or is waiting for something else than at a {@code yield}
   */
  @Override
  Awaitable<Void> aclose();

  /** {@return this} */
  @Override
  default AsyncGenerator<Y> aiter() {
    return this;
  }
}
