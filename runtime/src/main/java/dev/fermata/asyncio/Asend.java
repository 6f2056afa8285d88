package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is awaited for the next value of an asynchronous generator. It runs the generator's body,
 * and awaits in its place: to whoever awaits this, it looks like a coroutine.
 */
final class Asend<Y extends @Nullable Object> extends CoroutineFrame<Y> {

  /** What was asked for; as users know it. */
  enum Kind {
    NEXT("anext()"),
    SEND("asend(..)"),
    THROW("athrow(..)"),
    CLOSE("aclose()");

    final String call;

    Kind(String call) {
      this.call = call;
    }
  }

  private final Kind kind;
  private final AsyncYieldFrame<Y> frame;

  /** Who has asked: while it is, the generator is in use. Null once done. */
  private @Nullable AsyncGeneratorObject<Y> generator;

  /** What is sent or thrown. */
  private @Nullable Object brought;

  Asend(AsyncGeneratorObject<Y> generator, Kind kind, @Nullable Object brought) {
    super(generator.frame());
    this.generator = generator;
    this.frame = generator.frame();
    this.kind = kind;
    this.brought = brought;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (state == CREATED) {
      if (thrown != null) {
        throw thrown;
      }
      return begin(driver);
    }
    return outcome(frame, driver, sent, thrown);
  }

  private @Nullable Object begin(Driver driver) throws Throwable {
    frame.checkIdle(kind);
    boolean closing = kind == Kind.CLOSE || kind == Kind.THROW;
    if (frame.isDone()) {
      return closing ? null : end();
    }
    if (!frame.hasBegun()) {
      if (closing) {
        frame.finish();
        if (kind == Kind.THROW) {
          throw (Throwable) Objects.requireNonNull(brought);
        }
        return null;
      }
      if (brought != null) {
        throw new IllegalArgumentException(
            "nothing but null can be sent to "
                + frame
                + ", which has not begun: no yield waits for a value yet. Ask for the first one"
                + " with anext()");
      }
      driver.loop.asyncgens.begin(Objects.requireNonNull(generator));
    }
    Object value = brought;
    brought = null;
    state = 1;
    return switch (kind) {
      case NEXT, SEND -> outcome(frame, driver, value, null);
      case THROW -> outcome(frame, driver, null, (Throwable) Objects.requireNonNull(value));
      case CLOSE -> outcome(frame, driver, null, new GeneratorExit());
    };
  }

  private @Nullable Object outcome(
      AsyncYieldFrame<Y> frame, Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    Object value;
    try {
      value = frame.run(this, driver, sent, thrown);
    } catch (GeneratorExit closed) {
      if (kind == Kind.CLOSE) {
        return null;
      }
      throw closed;
    }
    if (value == SUSPENDED) {
      return value;
    } else if (value == AsyncYieldFrame.DONE) {
      return kind == Kind.CLOSE ? null : end();
    } else if (kind == Kind.CLOSE) {
      throw new IllegalStateException(
          frame
              + " ignored GeneratorExit: it yielded a value when it was closed. Let its finally"
              + " blocks and catch clauses end without a yield");
    }
    return value;
  }

  private static Object end() {
    throw StopAsyncIterationException.INSTANCE;
  }

  @Override
  protected void clear() {
    frame.leave(this);
    generator = null;
    brought = null;
  }

  @Override
  Frame shown() {
    return frame;
  }

  @Override
  protected @Nullable StackTraceElement location() {
    return frame.location();
  }
}
