package dev.fermata.asyncio;

import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** As the real one, on a thread of its own: a yield blocks until the next value is asked for. */
public interface Generator<Y> extends Iterator<Y>, Iterable<Y>, AutoCloseable {
  @SuppressWarnings("unchecked")
  static <Y, S> S yield(Y value) {
    return (S) Strand.current().give(value);
  }

  @SuppressWarnings("unchecked")
  static <R> R yieldFrom(SendGenerator<?, ?, R> source) {
    return (R) Strand.giveAll((Strand) source);
  }

  static void yieldFrom(Generator<?> source) {
    Strand.giveAll((Strand) source);
  }

  static void yieldFrom(Iterable<?> source) {
    source.forEach(Strand.current()::give);
  }

  static void yieldFrom(Iterator<?> source) {
    source.forEachRemaining(Strand.current()::give);
  }

  static <Y> Generator<Y> completed() {
    return new Strand<>(null, null);
  }

  @Override
  default Iterator<Y> iterator() {
    return this;
  }

  Y throwInto(Throwable exception);

  @Override
  void close();

  default Stream<Y> stream() {
    return StreamSupport.stream(spliterator(), false).onClose(this::close);
  }
}
