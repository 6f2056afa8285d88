package dev.fermata.asyncio;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What calling a generator function returns: values that are computed one at a time, when they are
 * asked for.
 *
 * <p>A generator function is a method with a body, in an {@code @Async} type, that returns {@code
 * Generator<Y>}. Its body gives a value out with {@link #yield yield} and goes on from there when
 * the next one is wanted:
 *
 * <pre>{@code
 * default Generator<Integer> countdown(int from) {
 *   for (int n = from; n > 0; n--) {
 *     Generator.yield(n);
 *   }
 *   return Generator.completed();
 * }
 * }</pre>
 *
 * <p>Nothing of the body runs before the first value is asked for. A generator is an {@link
 * Iterator}, and an {@link Iterable} that can be gone through once, so it works in an enhanced
 * {@code for}, and {@link #stream} makes a stream of it. One that is left before its end should be
 * {@linkplain #close closed}, so that its {@code finally} blocks run; try-with-resources does that.
 *
 * <p>{@link #hasNext} runs the body up to its next {@code yield}, since there is no other way to
 * know; an exception of the body comes out of whichever method ran it, as the very object that was
 * thrown.
 *
 * <p>A generator is for one thread at a time. It needs no event loop. A {@link SendGenerator} also
 * receives values and has a result.
 *
 * <p>The counterpart of Python's generators ({@code collections.abc.Generator}).
 *
 * @param <Y> the type of the values
 */
@SuppressWarnings({
  // As Python's: an iterator that gives itself out.
  "IterableAndIterator",
  // Called in bodies, which are compiled anew.
  "DoNotCallSuggester",
  "NamedLikeContextualKeyword",
  "TypeParameterUnusedInFormals"
})
public sealed interface Generator<Y extends @Nullable Object>
    extends Iterator<Y>, Iterable<Y>, AutoCloseable permits SendGenerator {

  /**
   * Gives a value out of the generator whose body calls it, and waits there until the next is asked
   * for. It may stand wherever an expression may stand in a body. The counterpart of the {@code
   * yield} expression; Java allows that word only behind a dot.
   *
   * <p>Where the type of the value depends on what is wanted of it, as a lambda's does, it can be
   * said: {@code Generator.<Runnable, Void>yield(() -> work())}.
   *
   * @param value the value
   * @param <Y> its type
   * @param <S> the type of what is sent in
   * @return what {@link SendGenerator#send} brought; null if the next value was asked for without
   *     it
   * @throws IllegalStateException if it is called as an ordinary method, outside of a compiled body
   */
  static <Y extends @Nullable Object, S extends @Nullable Object> S yield(Y value) {
    throw new IllegalStateException(Messages.outsideBody("Generator.yield"));
  }

  /**
   * Gives out all values of another generator, and passes on to it what is sent and thrown. However
   * deep generators delegate to each other, the innermost is resumed in constant time. The
   * counterpart of {@code yield from}.
   *
   * <p>When this generator is closed, the other is first. Where the other fails, so does the call
   * of {@code yieldFrom}.
   *
   * @param source the other generator
   * @param <R> the type of its result
   * @return its result
   * @throws IllegalStateException if it is called as an ordinary method, outside of a compiled body
   */
  static <R extends @Nullable Object> R yieldFrom(SendGenerator<?, ?, R> source) {
    throw new IllegalStateException(Messages.outsideBody("Generator.yieldFrom"));
  }

  /**
   * Gives out all values of another generator, as {@link #yieldFrom(SendGenerator)}.
   *
   * @param source the other generator
   * @throws IllegalStateException if it is called as an ordinary method, outside of a compiled body
   */
  static void yieldFrom(Generator<?> source) {
    throw new IllegalStateException(Messages.outsideBody("Generator.yieldFrom"));
  }

  /**
   * Gives out all elements of a collection or the like.
   *
   * @param source the elements
   * @throws IllegalStateException if it is called as an ordinary method, outside of a compiled body
   */
  static void yieldFrom(Iterable<?> source) {
    throw new IllegalStateException(Messages.outsideBody("Generator.yieldFrom"));
  }

  /**
   * Gives out all that is left of an iterator. What is thrown into this generator meanwhile comes
   * out of the call, and nothing but null can be sent. When this generator is closed, so is an
   * iterator that is {@link AutoCloseable}.
   *
   * @param source the iterator
   * @throws IllegalStateException if it is called as an ordinary method, outside of a compiled body
   */
  static void yieldFrom(Iterator<?> source) {
    throw new IllegalStateException(Messages.outsideBody("Generator.yieldFrom"));
  }

  /**
   * {@return a generator without values: how a generator function says that it ends} The processor
   * knows it, and creates no object for a {@code return} of it.
   *
   * @param <Y> the type of the values that it would have
   */
  static <Y extends @Nullable Object> Generator<Y> completed() {
    return new CompletedGenerator<Y, Object, @Nullable Object>(null);
  }

  /**
   * {@return whether there is another value} Runs the body up to its next {@code yield}, unless
   * that was done before.
   */
  @Override
  boolean hasNext();

  /**
   * {@return the next value} The counterpart of {@code next}.
   *
   * @throws StopIterationException if there is none
   */
  @Override
  Y next();

  /** {@return this generator: it can be gone through once} */
  @Override
  default Iterator<Y> iterator() {
    return this;
  }

  /**
   * Throws an exception into the body, where it stands. The counterpart of {@code throw}. One that
   * has not begun, or is done, throws it itself.
   *
   * @param exception what the {@code yield} throws; any exception, checked ones too, comes out as
   *     it is if the body does not catch it, but for a {@link StopIterationException}, which would
   *     look like the end: it becomes the cause of an {@link IllegalStateException}
   * @return the next value, if the body catches the exception and goes on
   * @throws StopIterationException if the body catches the exception and ends
   */
  Y throwInto(Throwable exception);

  /**
   * Ends the generator where it stands: its {@code finally} blocks run. On one that has not begun,
   * or is done, this has no other effect than that no value will come. The counterpart of {@code
   * close}, but for the result of a body that catches the {@link GeneratorExit}, which is dropped.
   *
   * @throws IllegalStateException if the body yields instead of ending, or if it is running: it
   *     cannot close itself
   */
  @Override
  void close();

  /** {@return the values as a stream, which can be gone through once; closing it closes this} */
  default Stream<Y> stream() {
    Spliterator<Y> values = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED);
    return StreamSupport.stream(values, false).onClose(this::close);
  }
}
