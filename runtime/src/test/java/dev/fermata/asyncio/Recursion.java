package dev.fermata.asyncio;

import dev.fermata.asyncio.codegen.AsyncFrame;
import org.jspecify.annotations.Nullable;

/** A coroutine that awaits itself to some depth, as the processor would generate it. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
final class Recursion extends AsyncFrame<Integer> {

  private final int depth;
  private @Nullable Awaitable<?> bottom;

  /**
   * Creates one.
   *
   * @param bottom what the innermost awaits
   */
  Recursion(int depth, Awaitable<?> bottom) {
    this.depth = depth;
    this.bottom = bottom;
  }

  @Override
  @SuppressWarnings("fallthrough")
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (thrown != null) {
      throw thrown;
    }
    Awaitable<?> bottom = this.bottom;
    switch (state) {
      case 0:
        {
          if (depth == 0) {
            state = 1;
            sent = await(driver, bottom);
            if (sent == SUSPENDED) {
              return SUSPENDED;
            }
          } else {
            state = 2;
            this.bottom = null;
            sent = await(driver, new Recursion(depth - 1, bottom));
            if (sent == SUSPENDED) {
              return SUSPENDED;
            }
            return (int) sent + 1;
          }
        }
      case 1:
        {
          return 0;
        }
      case 2:
        {
          return (int) sent + 1;
        }
      default:
        throw illegalState();
    }
  }

  @Override
  protected void clear() {
    bottom = null;
  }

  @Override
  protected StackTraceElement location() {
    return location(Recursion.class, "down", "Recursion.java", 10, 11, 12);
  }
}
