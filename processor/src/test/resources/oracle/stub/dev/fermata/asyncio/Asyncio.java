package dev.fermata.asyncio;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The functions that cases call, where nothing ever waits. */
public final class Asyncio {
  private Asyncio() {}

  public static <T> T await(Awaitable<T> x) {
    try {
      return x.get();
    } catch (Throwable e) {
      throw Asyncio.<RuntimeException>same(e);
    }
  }

  public static <T, E1 extends Throwable> T await(Awaitable<T> x, Class<E1> e1) throws E1 {
    return await(x);
  }

  public static <T, E1 extends Throwable, E2 extends Throwable> T await(
      Awaitable<T> x, Class<E1> e1, Class<E2> e2) throws E1, E2 {
    return await(x);
  }

  public static <T, E1 extends Throwable, E2 extends Throwable, E3 extends Throwable> T await(
      Awaitable<T> x, Class<E1> e1, Class<E2> e2, Class<E3> e3) throws E1, E2, E3 {
    return await(x);
  }

  public static <T> T await(CompletionStage<T> x) {
    try {
      return x.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw Asyncio.<RuntimeException>same(e.getCause());
    }
  }

  public static <T, E1 extends Throwable> T await(CompletionStage<T> x, Class<E1> e1) throws E1 {
    return await(x);
  }

  public static <T, E1 extends Throwable, E2 extends Throwable> T await(
      CompletionStage<T> x, Class<E1> e1, Class<E2> e2) throws E1, E2 {
    return await(x);
  }

  public static <T, E1 extends Throwable, E2 extends Throwable, E3 extends Throwable> T await(
      CompletionStage<T> x, Class<E1> e1, Class<E2> e2, Class<E3> e3) throws E1, E2, E3 {
    return await(x);
  }

  public static <T> Iterable<T> await(AsyncIterable<T> elements) {
    return () -> {
      AsyncIterator<T> iterator = elements.aiter();
      return new Iterator<T>() {
        private boolean known;
        private boolean done;
        private T next;

        @Override
        public boolean hasNext() {
          if (!known) {
            known = true;
            try {
              next = await(iterator.anext());
            } catch (StopAsyncIterationException end) {
              done = true;
            }
          }
          return !done;
        }

        @Override
        public T next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          known = false;
          return next;
        }
      };
    };
  }

  public static <R> Coroutine<R> coroutine(
      SendGenerator<? extends Awaitable<?>, ?, R> generator) {
    return () -> {
      Strand<?, ?, ?> strand = (Strand<?, ?, ?>) generator;
      Object sent = null;
      Throwable thrown = null;
      while (true) {
        Object awaitable = strand.resume(sent, thrown);
        if (awaitable == Strand.DONE) {
          return Asyncio.<R>unchecked(strand.takeResult());
        }
        sent = null;
        thrown = null;
        try {
          sent = await((Awaitable<?>) awaitable);
        } catch (Throwable failure) {
          thrown = failure;
        }
      }
    };
  }

  public static Coroutine<Void> coroutine(Generator<? extends Awaitable<?>> generator) {
    @SuppressWarnings("unchecked")
    SendGenerator<? extends Awaitable<?>, ?, Object> same =
        (SendGenerator<? extends Awaitable<?>, ?, Object>) generator;
    Coroutine<Object> coroutine = coroutine(same);
    return () -> {
      await(coroutine);
      return null;
    };
  }

  @SuppressWarnings("unchecked")
  private static <R> R unchecked(Object value) {
    return (R) value;
  }

  public static Awaitable<Void> sleep(Duration delay) {
    return () -> null;
  }

  @SuppressWarnings("unchecked")
  static <E extends Throwable> E same(Throwable e) throws E {
    throw (E) e;
  }
}
