package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link AsyncContextManager#with}. */
final class WithFrame<T extends @Nullable Object, R extends @Nullable Object>
    extends CoroutineFrame<R> {

  private static final int ENTERING = 1;
  private static final int INSIDE = 2;
  private static final int LEAVING = 3;

  private @Nullable AsyncContextManager<T> manager;
  private AsyncContextManager.@Nullable Body<? super T, R> body;

  /** How the work has ended, while leaving. */
  private @Nullable Object result;

  private @Nullable Throwable failure;

  WithFrame(AsyncContextManager<T> manager, AsyncContextManager.Body<? super T, R> body) {
    this.manager = manager;
    this.body = Objects.requireNonNull(body, "body");
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    AsyncContextManager<T> manager = Objects.requireNonNull(this.manager);
    switch (state) {
      case CREATED -> {
        if (thrown != null) {
          throw thrown;
        }
        state = ENTERING;
        sent = await(driver, manager.aenter());
        return sent == SUSPENDED ? SUSPENDED : begin(driver, sent);
      }
      case ENTERING -> {
        if (thrown != null) {
          throw thrown;
        }
        return begin(driver, sent);
      }
      case INSIDE -> {
        return leave(driver, sent, thrown);
      }
      case LEAVING -> {
        if (thrown != null) {
          throw thrown;
        }
        return end();
      }
      default -> throw illegalState();
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // null only if T allows it
  private @Nullable Object begin(Driver driver, @Nullable Object value) throws Throwable {
    state = INSIDE;
    Object sent;
    try {
      AsyncContextManager.Body<? super T, R> body = Objects.requireNonNull(this.body);
      this.body = null;
      sent = await(driver, body.run((T) value));
    } catch (Throwable thrown) {
      return leave(driver, null, thrown);
    }
    return sent == SUSPENDED ? SUSPENDED : leave(driver, sent, null);
  }

  private @Nullable Object leave(
      Driver driver, @Nullable Object result, @Nullable Throwable failure) throws Throwable {
    state = LEAVING;
    this.result = result;
    this.failure = failure;
    Awaitable<Void> leaving = AsyncContextManager.leave(Objects.requireNonNull(manager), failure);
    return await(driver, leaving) == SUSPENDED ? SUSPENDED : end();
  }

  private @Nullable Object end() throws Throwable {
    if (failure != null) {
      throw failure;
    }
    return result;
  }

  @Override
  protected void clear() {
    manager = null;
    body = null;
    result = null;
    failure = null;
  }

  @Override
  protected StackTraceElement location() {
    return new StackTraceElement(AsyncContextManager.class.getName(), "with", null, -1);
  }
}
