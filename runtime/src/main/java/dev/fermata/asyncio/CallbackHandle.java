package dev.fermata.asyncio;

import java.util.function.Consumer;

/** A scheduled callback of a future that is done. */
final class CallbackHandle extends Handle {

  private final Future<?> future;

  CallbackHandle(Future<?> future, Consumer<?> callback) {
    super(future.loop, callback);
    this.future = future;
  }

  @Override
  @SuppressWarnings("unchecked")
  void invoke(Object callback) {
    // addDoneCallback let in only consumers of this very future.
    ((Consumer<Future<?>>) callback).accept(future);
  }
}
