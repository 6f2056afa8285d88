package dev.fermata.asyncio;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A variable with a value for each task: what a thread-local is for threads.
 *
 * <pre>{@code
 * static final ContextVar<String> USER = new ContextVar<>("user");
 *
 * default Coroutine<Void> handle(Request request) {
 *   USER.set(request.user());
 *   await(query());                  // sees the user, as do the tasks that it makes
 *   return Coroutine.completed();
 * }
 * }</pre>
 *
 * <p>Values live in a {@link Context}. Each task has its own: a copy of that in which it was made.
 * Callbacks run in a copy of that in which they were scheduled. So what a task sets is seen by it,
 * by the coroutines that it awaits, and by the tasks and callbacks that these make from then on; by
 * nobody else. Outside of loops each thread has a context of its own, at first an empty one.
 *
 * <p>Make variables constants: a context keeps each variable that has a value in it.
 *
 * <p>May be used from any thread. The counterpart of {@code contextvars.ContextVar}.
 *
 * @param <T> the type of the value
 */
public final class ContextVar<T extends @Nullable Object> {

  private static final AtomicLong COUNT = new AtomicLong();

  /**
   * Unique, and well spread in the upper bits: the multiplier is odd, so no two counts have the
   * same product, and close to the golden ratio.
   */
  final long hash = COUNT.incrementAndGet() * 0x9E3779B97F4A7C15L;

  private final String name;
  private final @Nullable Object defaultValue;

  /**
   * Creates a variable without default.
   *
   * @param name its name, for reports
   */
  public ContextVar(String name) {
    this.name = Objects.requireNonNull(name, "name");
    this.defaultValue = Token.MISSING;
  }

  /**
   * Creates a variable.
   *
   * @param name its name, for reports
   * @param defaultValue what {@link #get()} returns where the variable has no value
   */
  public ContextVar(String name, T defaultValue) {
    this.name = Objects.requireNonNull(name, "name");
    this.defaultValue = defaultValue;
  }

  /** {@return the name} */
  public String name() {
    return name;
  }

  /**
   * {@return the value in the current context, or else the default}
   *
   * @throws NoSuchElementException if there is neither
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // a context holds only what set put into it
  public T get() {
    Object value = ContextMap.get(Context.currentValues(), this);
    if (value == Token.MISSING) {
      value = defaultValue;
      if (value == Token.MISSING) {
        throw new NoSuchElementException(
            this
                + " has no value in the current context and no default: set(..) it before, in the"
                + " same task or in one that it comes from, or use get(default)");
      }
    }
    return (T) value;
  }

  /**
   * {@return the value in the current context, or else the one given}
   *
   * @param otherwise what to return if there is no value
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // a context holds only what set put into it
  public T get(T otherwise) {
    Object value = ContextMap.get(Context.currentValues(), this);
    return value == Token.MISSING ? otherwise : (T) value;
  }

  /**
   * Sets the value in the current context.
   *
   * @param value the value
   * @return what {@link #reset} takes to bring back the value from before; closing it does the same
   */
  public Token<T> set(T value) {
    Context context = Context.current();
    Object old = ContextMap.get(context.values, this);
    context.values = ContextMap.with(context.values, this, value);
    return new Token<>(context, this, old);
  }

  /**
   * Brings back the value that this variable had before a {@link #set}, or has it have none again.
   *
   * @param token what that set returned
   * @throws IllegalStateException if the token has been used before
   * @throws IllegalArgumentException if the token is of another variable or another context
   */
  public void reset(Token<T> token) {
    token.use(this);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("<ContextVar name='").append(name).append('\'');
    if (defaultValue != Token.MISSING) {
      text.append(" default=").append(Reprs.of(this, defaultValue));
    }
    return text.append('>').toString();
  }
}
