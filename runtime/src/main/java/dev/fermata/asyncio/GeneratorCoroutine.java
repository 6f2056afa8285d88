package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A coroutine whose body is a generator of what is to be awaited. */
final class GeneratorCoroutine<R extends @Nullable Object> extends CoroutineFrame<R> {

  private final YieldFrame<?, ?, ?> generator;
  private final boolean hasResult;

  private GeneratorCoroutine(YieldFrame<?, ?, ?> generator, boolean hasResult) {
    super(generator);
    this.generator = generator;
    this.hasResult = hasResult;
  }

  static <R extends @Nullable Object> Coroutine<R> of(
      SendGenerator<? extends Awaitable<?>, ?, R> generator) {
    return new GeneratorCoroutine<>((YieldFrame<?, ?, R>) generator, true);
  }

  /** What such a generator returns is dropped: its type does not tell of it. */
  static Coroutine<Void> withoutResult(Generator<? extends Awaitable<?>> generator) {
    return new GeneratorCoroutine<>((YieldFrame<?, ?, ?>) generator, false);
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
        Object result = generator.takeResult();
        return hasResult ? result : null;
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
