package dev.fermata.asyncio;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

public final class Asyncio {
  public static <T> T await(Awaitable<? extends T> awaitable) {
    throw new IllegalStateException();
  }

  public static <T> T await(CompletionStage<? extends T> stage) {
    throw new IllegalStateException();
  }

  public static Awaitable<Void> sleep(Duration duration) {
    return Coroutine.completed();
  }

  public static <T> Coroutine<List<T>> gather(List<? extends Awaitable<T>> awaitables) {
    return Coroutine.of(List.of());
  }

  public static <T> Future<T> createTask(Coroutine<T> coroutine) {
    return new Future<>();
  }

  private Asyncio() {}
}
