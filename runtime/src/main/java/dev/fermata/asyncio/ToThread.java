package dev.fermata.asyncio;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@code toThread}: the function runs elsewhere, in a copy of the context. */
final class ToThread<T extends @Nullable Object> extends CoroutineFrame<T> {

  private @Nullable Callable<T> function;

  ToThread(Callable<T> function) {
    this.function = Objects.requireNonNull(function, "function");
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    if (state != 0) {
      return sent;
    }
    Callable<T> function = Objects.requireNonNull(this.function);
    Context context = new Context(driver.contextValues());
    state = 1;
    return await(driver, driver.loop.runInExecutor(null, () -> context.run(function)));
  }

  @Override
  protected void clear() {
    function = null;
  }

  @Override
  protected StackTraceElement location() {
    return new StackTraceElement(Asyncio.class.getName(), "toThread", null, -1);
  }
}
