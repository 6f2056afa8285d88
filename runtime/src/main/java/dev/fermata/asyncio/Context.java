package dev.fermata.asyncio;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The values that context variables have in one task, callback or {@link #run}; see {@link
 * ContextVar}.
 *
 * <p>To copy one takes the same short time however many values there are. Iteration yields the
 * variables that have a value, in no particular order; two contexts are equal if the same variables
 * have equal values.
 *
 * <p>To be used by one thread at a time; another thread is given a copy. The counterpart of {@code
 * contextvars.Context}.
 */
public final class Context implements Iterable<ContextVar<?>> {

  @Nullable ContextMap values;

  /** Whether something is running in this context. */
  private boolean entered;

  /** Creates an empty context. */
  public Context() {}

  Context(@Nullable ContextMap values) {
    this.values = values;
  }

  // ---- for everybody ----

  /**
   * Calls a function in this context. What the function sets stays in it, and is not seen outside.
   *
   * @param <T> the type of the result
   * @param function what to call
   * @return its result; if it throws, so does this method, the very object
   * @throws IllegalStateException if something is running in this context already
   */
  public <T extends @Nullable Object> T run(Callable<T> function) {
    RunningLoop here = RunningLoop.here();
    EventLoop loop = here.running;
    // Made an object first: only the owner of a context may be given one later.
    Context outer = current(here);
    enter();
    set(here, loop, this);
    try {
      return function.call();
    } catch (Throwable exception) {
      throw Throwables.sneak(exception);
    } finally {
      set(here, loop, outer);
      leave();
    }
  }

  /**
   * As {@link #run(Callable)}, without result.
   *
   * @param function what to call
   * @throws IllegalStateException if something is running in this context already
   */
  @SuppressWarnings("NullAway") // the null is not used
  public void run(Runnable function) {
    run(
        () -> {
          function.run();
          return null;
        });
  }

  /** {@return a new context with the same values} */
  public Context copy() {
    return new Context(values);
  }

  /**
   * {@return the value of a variable, or null if it has none here; its default is not asked for}
   *
   * @param <T> the type of the value
   * @param var the variable
   */
  @SuppressWarnings("NullAway") // as its documentation says
  public <T> @Nullable T get(ContextVar<T> var) {
    return this.<@Nullable T>get((ContextVar<@Nullable T>) var, null);
  }

  /**
   * {@return the value of a variable, or else the one given}
   *
   * @param <T> the type of the value
   * @param var the variable
   * @param otherwise what to return if it has no value here
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // a context holds only what set put into it
  public <T extends @Nullable Object> T get(ContextVar<T> var, T otherwise) {
    Object value = ContextMap.get(values, var);
    return value == Token.MISSING ? otherwise : (T) value;
  }

  /**
   * {@return whether a variable has a value here}
   *
   * @param var the variable
   */
  public boolean contains(ContextVar<?> var) {
    return ContextMap.get(values, var) != Token.MISSING;
  }

  /** {@return how many variables have a value here} */
  public int size() {
    return ContextMap.size(values);
  }

  /** {@return the variables that have a value now, with their values} */
  public Map<ContextVar<?>, @Nullable Object> items() {
    Map<ContextVar<?>, @Nullable Object> items = new HashMap<>();
    ContextMap.forEach(values, items::put);
    return Collections.unmodifiableMap(items);
  }

  @Override
  public Iterator<ContextVar<?>> iterator() {
    return items().keySet().iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Context context
        && (values == context.values || items().equals(context.items()));
  }

  @Override
  public int hashCode() {
    return items().hashCode();
  }

  @Override
  public String toString() {
    return "<Context size=" + size() + (entered ? " entered>" : ">");
  }

  // ---- for the runtime ----

  /** Marks this context as the one in which something runs. */
  void enter() {
    if (entered) {
      throw new IllegalStateException(
          "cannot enter context: "
              + this
              + " is already entered: something runs in it. Use a copy()");
    }
    entered = true;
  }

  void leave() {
    entered = false;
  }

  boolean isEntered() {
    return entered;
  }

  /** Returns the values of what a {@link Driver}, task or handle has for a context. */
  static @Nullable ContextMap values(@Nullable Object context) {
    return context instanceof Context object ? object.values : (ContextMap) context;
  }

  /**
   * Returns the values in force in this thread. While a loop runs they are where its driver keeps
   * them, otherwise in the thread's own context.
   */
  static @Nullable ContextMap currentValues() {
    RunningLoop here = RunningLoop.here();
    EventLoop loop = here.running;
    if (loop != null) {
      return loop.driver.contextValues();
    }
    Context context = here.context;
    return context == null ? null : context.values;
  }

  /** Returns the context in force in this thread; makes it an object if it has been values only. */
  static Context current() {
    return current(RunningLoop.here());
  }

  static Context current(RunningLoop here) {
    EventLoop loop = here.running;
    if (loop != null) {
      return loop.driver.contextObject();
    }
    Context context = here.context;
    if (context == null) {
      context = new Context();
      context.enter();
      here.context = context;
    }
    return context;
  }

  private static void set(RunningLoop here, @Nullable EventLoop loop, Context context) {
    if (loop != null) {
      loop.driver.context = context;
    } else {
      here.context = context;
    }
  }
}
