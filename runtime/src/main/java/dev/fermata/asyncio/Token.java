package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the value that a context variable had before {@link ContextVar#set}. To close it brings
 * that back:
 *
 * <pre>{@code
 * try (var token = USER.set("root")) {
 *   ...                               // here it is root
 * }
 * }</pre>
 *
 * <p>It need not be closed: a value may as well stay as long as its context.
 *
 * <p>The counterpart of {@code contextvars.Token}.
 *
 * @param <T> the type of the value
 */
public final class Token<T extends @Nullable Object> implements AutoCloseable {

  /** Stands for the old value where there was none. */
  public static final Object MISSING =
      new Object() {
        @Override
        public String toString() {
          return "<Token.MISSING>";
        }
      };

  private final Context context;
  private final ContextVar<T> var;
  private final @Nullable Object oldValue;
  private boolean used;

  Token(Context context, ContextVar<T> var, @Nullable Object oldValue) {
    this.context = context;
    this.var = var;
    this.oldValue = oldValue;
  }

  /** {@return the variable that was set} */
  public ContextVar<T> var() {
    return var;
  }

  /** {@return the value that the variable had before, or {@link #MISSING} if it had none} */
  public @Nullable Object oldValue() {
    return oldValue;
  }

  /**
   * Brings back the value from before, as {@link ContextVar#reset} does.
   *
   * @throws IllegalStateException if this token has been used before
   * @throws IllegalArgumentException if the current context is not the one of the {@code set}
   */
  @Override
  public void close() {
    use(var);
  }

  @SuppressWarnings("ReferenceEquality") // not another context with equal values
  void use(ContextVar<T> var) {
    if (used) {
      throw new IllegalStateException(
          this + " has already been used once: each set(..) returns a token for one reset");
    }
    if (this.var != var) {
      throw new IllegalArgumentException(
          this + " was created by a different ContextVar than " + var);
    }
    if (context != Context.current()) {
      throw new IllegalArgumentException(
          this
              + " was created in a different Context: reset a variable in the task, callback or run"
              + " that has set it");
    }
    used = true;
    context.values =
        oldValue == MISSING
            ? ContextMap.without(context.values, var)
            : ContextMap.with(context.values, var, oldValue);
  }

  @Override
  public String toString() {
    return "<Token" + (used ? " used" : "") + " var=" + var + ">";
  }
}
