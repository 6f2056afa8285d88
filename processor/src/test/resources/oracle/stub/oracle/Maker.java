package oracle;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Strand;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Awaitables that are done. */
final class Maker {
  Maker(String policy) {}

  <X> Awaitable<X> value(X x) {
    return () -> x;
  }

  <X> Awaitable<X> failure(Throwable failure) {
    return () -> {
      throw failure;
    };
  }

  <X> Coroutine<X> coroutine(X x) {
    return Coroutine.of(x);
  }

  <X> Coroutine<X> failedCoroutine(Throwable failure) {
    return Coroutine.failed(failure);
  }

  <X> CompletionStage<X> stage(X x) {
    return CompletableFuture.completedFuture(x);
  }

  <X> CompletionStage<X> failedStage(Throwable failure) {
    return CompletableFuture.failedFuture(failure);
  }

  String world() {
    return "stub";
  }

  /** Ends what the last run has left suspended. */
  static void discard() {
    Strand.discard();
  }

  static Object runToEnd(Runner.Start start) throws Throwable {
    return Asyncio.await(start.start());
  }
}
