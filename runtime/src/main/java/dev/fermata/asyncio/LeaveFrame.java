package dev.fermata.asyncio;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves an asynchronous context manager after its work has failed. */
final class LeaveFrame extends CoroutineFrame<Void> {

  private @Nullable AsyncContextManager<?> manager;
  private final Throwable thrown;

  LeaveFrame(AsyncContextManager<?> manager, Throwable thrown) {
    this.manager = manager;
    this.thrown = thrown;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable failure)
      throws Throwable {
    try {
      if (failure != null) {
        throw failure;
      }
      if (manager == null) {
        return null;
      }
      Awaitable<Void> leaving = manager.aexit(thrown);
      manager = null;
      state = 1;
      return await(driver, leaving) == SUSPENDED ? SUSPENDED : null;
    } catch (Throwable failed) {
      boolean mere = thrown instanceof CancelledError && thrown.getSuppressed().length == 0;
      if (!mere && !tellsOf(failed, thrown, identitySet())) {
        failed.addSuppressed(thrown);
      }
      throw failed;
    }
  }

  private static Set<Throwable> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Whether the exception is the other, or was made of it. */
  private static boolean tellsOf(
      @Nullable Throwable exception, Throwable other, Set<Throwable> seen) {
    if (exception == null || !seen.add(exception)) {
      return false;
    }
    return exception == other
        || tellsOf(exception.getCause(), other, seen)
        || Arrays.stream(exception.getSuppressed()).anyMatch(each -> tellsOf(each, other, seen))
        || (exception instanceof BaseExceptionGroup group
            && group.exceptions().stream().anyMatch(each -> tellsOf(each, other, seen)));
  }

  @Override
  protected void clear() {
    manager = null;
  }

  @Override
  protected StackTraceElement location() {
    return new StackTraceElement(AsyncContextManager.class.getName(), "leave", null, -1);
  }
}
