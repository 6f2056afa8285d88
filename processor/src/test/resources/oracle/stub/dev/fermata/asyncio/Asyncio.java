package dev.fermata.asyncio;

import java.time.Duration;
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

  public static Awaitable<Void> sleep(Duration delay) {
    return () -> null;
  }

  @SuppressWarnings("unchecked")
  static <E extends Throwable> E same(Throwable e) throws E {
    throw (E) e;
  }
}
