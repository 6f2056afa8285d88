package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A coroutine whose body is a generator of what is to be awaited. */
final class GeneratorCoroutine<R extends @Nullable Object> extends CoroutineFrame<R> {

  private final YieldFrame<?, ?, R> generator;

  GeneratorCoroutine(SendGenerator<? extends Awaitable<?>, ?, R> generator) {
    this((YieldFrame<?, ?, R>) generator);
  }

  private GeneratorCoroutine(YieldFrame<?, ?, R> generator) {
    super(generator);
    this.generator = generator;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    @Nullable Object value = sent;
    @Nullable Throwable failure = thrown;
    state = 1;
    while (true) {
      Object awaitable = generator.pull(value, failure);
      if (awaitable == YieldFrame.DONE) {
        return generator.takeResult();
      }
      value = null;
      failure = null;
      try {
        value = await(driver, (Awaitable<?>) Objects.requireNonNull(awaitable, "what was yielded"));
      } catch (Throwable failed) {
        failure = failed;
      }
      if (value == SUSPENDED) {
        return value;
      }
    }
  }

  @Override
  Frame shown() {
    return generator.innermost();
  }

  @Override
  protected @Nullable StackTraceElement location() {
    return shown().location();
  }
}
