package oracle;

import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Driver;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Future;
import dev.fermata.asyncio.codegen.AsyncFrame;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Awaitables that are done, or will be after a trip or two through the loop, as the policy says. */
final class Maker {
  private static EventLoop loop;

  private final String policy;
  private final Random random;
  private int made;

  /** As one of never, always, alternating, random:seed. */
  Maker(String policy) {
    int seed = policy.indexOf(':');
    this.policy = seed < 0 ? policy : policy.substring(0, seed);
    this.random = new Random(seed < 0 ? 0 : Long.parseLong(policy.substring(seed + 1)));
  }

  <X> Awaitable<X> value(X x) {
    int trips = next();
    return trips == 0 && made % 2 == 0 ? Coroutine.of(x) : future(trips, x, null);
  }

  <X> Awaitable<X> failure(Throwable failure) {
    return future(next(), null, failure);
  }

  <X> Coroutine<X> coroutine(X x) {
    return new Waiting<>(future(next(), x, null));
  }

  <X> Coroutine<X> failedCoroutine(Throwable failure) {
    return new Waiting<>(future(next(), null, failure));
  }

  <X> CompletionStage<X> stage(X x) {
    return stage(x, null);
  }

  <X> CompletionStage<X> failedStage(Throwable failure) {
    return stage(null, failure);
  }

  private <X> Future<X> future(int trips, X x, Throwable failure) {
    Future<X> future = loop.createFuture();
    after(
        trips,
        () -> {
          if (failure == null) {
            future.setResult(x);
          } else {
            future.setException(failure);
          }
        });
    return future;
  }

  private <X> CompletionStage<X> stage(X x, Throwable failure) {
    CompletableFuture<X> stage = new CompletableFuture<>();
    after(
        next(),
        () -> {
          if (failure == null) {
            stage.complete(x);
          } else {
            stage.completeExceptionally(failure);
          }
        });
    return stage;
  }

  private static void after(int trips, Runnable then) {
    if (trips == 0) {
      then.run();
    } else {
      loop.callSoon(() -> after(trips - 1, then));
    }
  }

  private int next() {
    int trips = trips();
    made++;
    return trips;
  }

  /** How often the loop goes round before the next awaitable is done. */
  private int trips() {
    switch (policy) {
      case "never":
        return 0;
      case "always":
        return 1 + made % 2;
      case "alternating":
        return made % 2;
      case "random":
        return random.nextInt(3);
      default:
        throw new IllegalArgumentException(policy);
    }
  }

  String world() {
    return "real";
  }

  /** What the last run has left suspended is garbage. */
  static void discard() {}

  static Object runToEnd(Runner.Start start) throws Throwable {
    loop = EventLoop.create();
    try {
      return loop.runUntilComplete(start.start());
    } finally {
      loop.close();
    }
  }

  /** A coroutine written by hand, so that what checks the processor does not need it. */
  private static final class Waiting<X> extends AsyncFrame<X> {
    private final Awaitable<X> awaited;

    Waiting(Awaitable<X> awaited) {
      this.awaited = awaited;
    }

    @Override
    protected Object step(Driver driver, Object sent, Throwable thrown) throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      switch (state) {
        case 0:
          state = 1;
          return await(driver, awaited);
        case 1:
          return sent;
        default:
          throw illegalState();
      }
    }
  }
}
