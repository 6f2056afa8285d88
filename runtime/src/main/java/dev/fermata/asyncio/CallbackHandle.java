package dev.fermata.asyncio;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A scheduled callback of a future that is done. */
final class CallbackHandle extends Handle {

  private final Future<?> future;

  CallbackHandle(Future<?> future, Consumer<?> callback, @Nullable Object context) {
    super(future.loop, callback, context);
    this.future = future;
  }

  @Override
  @SuppressWarnings("unchecked")
  void invoke(Object callback) {
    // addDoneCallback let in only consumers of this very future.
    ((Consumer<Future<?>>) callback).accept(future);
  }
}
