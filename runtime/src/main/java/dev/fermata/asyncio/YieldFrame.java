package dev.fermata.asyncio;

import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A generator as a state machine. Not for users: generated classes extend it.
 *
 * <h2>How frames run</h2>
 *
 * Whoever asks for a value steps a frame, which returns the value that it yields, or {@link #DONE}.
 * A frame that delegates to another with {@code yieldFrom} steps that one directly, on the same
 * Java stack, and hands its first value down. From then on the outermost frame, the {@link #root},
 * steps the innermost one itself, and its {@link #caller} when it is done: whatever the depth, a
 * value costs the same.
 *
 * <p>Past {@link #MAX_DEPTH} frames on the Java stack the other is not stepped but left to the
 * root, which begins it on an empty stack. So the depth of delegation is bounded by the heap alone.
 *
 * <h2>States</h2>
 *
 * <pre>
 *   state   root     caller
 *   0       null     null       created      -&gt; begun by who asks for a value, or delegates to it
 *   any     itself   null       the outermost: begun, and asked for values
 *   any     another  a frame    delegated to by the caller
 *   -1      null     null       done: returned, failed or closed
 * </pre>
 *
 * @param <Y> the type of the values that come out
 * @param <S> the type of the values that go in
 * @param <R> the type of the result
 */
public abstract non-sealed class YieldFrame<
        Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
    extends Frame implements SendGenerator<Y, S, R> {

  /** What {@link #step} returns in place of a value when the body has ended. */
  protected static final Object DONE = new Marker("DONE");

  /** What {@link #step} returns when the innermost frame has yet to begin. */
  private static final Object CALL = new Marker("CALL");

  /** In {@link #ahead}: {@link #hasNext} has not run ahead. */
  private static final Object NOTHING = new Marker("NOTHING");

  /** How many frames are stepped one on the other, as {@link CoroutineFrame#MAX_DEPTH}. */
  static final int MAX_DEPTH = CoroutineFrame.MAX_DEPTH;

  /** The outermost of the frames that delegate to each other; null before this has begun. */
  private @Nullable YieldFrame<?, ?, ?> root;

  /** The frame that delegates to this one. */
  private @Nullable YieldFrame<?, ?, ?> caller;

  /** Of a root: the frame to step. */
  private @Nullable YieldFrame<?, ?, ?> innermost;

  /** The value that {@link #hasNext} has run ahead to; {@link #DONE} once nothing is left. */
  private @Nullable Object ahead = NOTHING;

  /** The result, from the end of the body until it is handed on. */
  private @Nullable Object result;

  /** Of a root: how many frames stand on the Java stack; 0 while it waits at a yield. */
  private int depth;

  /** Creates a generator that has not begun. */
  protected YieldFrame() {}

  /**
   * Runs from where the machine stands to its next yield, or to its end.
   *
   * @param sent the value of the yield or delegation that it was suspended in
   * @param thrown what that throws; null if it has a value
   * @return the value that it yields, or {@link #DONE}
   * @throws Throwable what the body fails with
   */
  protected abstract @Nullable Object step(@Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable;

  /** {@return what a machine throws when it is stepped in a state that it does not have} */
  protected final IllegalStateException illegalState() {
    return new IllegalStateException(
        this + " is in state " + state + ", which it does not have: it was changed from outside");
  }

  /**
   * Ends the body.
   *
   * @param result its result
   * @return {@link #DONE}
   */
  protected final Object done(@Nullable Object result) {
    this.result = result;
    return DONE;
  }

  /**
   * Delegates to another generator.
   *
   * @param source the other
   * @return a value that it yields, which is to be returned from {@link #step}; or {@link #DONE} if
   *     it has ended, and its result can be {@linkplain #result taken}
   * @throws Throwable what it fails with
   */
  protected final @Nullable Object yieldFrom(Generator<?> source) throws Throwable {
    YieldFrame<?, ?, ?> frame = (YieldFrame<?, ?, ?>) Objects.requireNonNull(source, "source");
    return delegate(
        frame.root == null && frame.state == CREATED ? frame : new IteratorFrame(frame));
  }

  /**
   * Delegates to the elements of a collection or the like.
   *
   * @param source the elements
   * @return as {@link #yieldFrom(Generator)}
   * @throws Throwable what the iterator fails with
   */
  protected final @Nullable Object yieldFrom(Iterable<?> source) throws Throwable {
    return source instanceof Generator<?> generator
        ? yieldFrom(generator)
        : delegate(new IteratorFrame(source.iterator()));
  }

  /**
   * Delegates to what is left of an iterator.
   *
   * @param source the iterator
   * @return as {@link #yieldFrom(Generator)}
   * @throws Throwable what the iterator fails with
   */
  protected final @Nullable Object yieldFrom(Iterator<?> source) throws Throwable {
    return source instanceof Generator<?> generator
        ? yieldFrom(generator)
        : delegate(new IteratorFrame(Objects.requireNonNull(source, "source")));
  }

  private @Nullable Object delegate(YieldFrame<?, ?, ?> callee) throws Throwable {
    YieldFrame<?, ?, ?> root = Objects.requireNonNull(this.root);
    callee.root = root;
    callee.caller = this;
    root.innermost = callee;
    if (root.depth >= MAX_DEPTH) {
      return CALL;
    }
    root.depth++;
    Object value;
    try {
      value = callee.step(null, null);
    } catch (Throwable failure) {
      root.depth--;
      root.innermost = this;
      callee.finish();
      throw named(failure);
    }
    root.depth--;
    if (value == DONE) {
      root.innermost = this;
      result = callee.takeResult();
      callee.finish();
    }
    return value;
  }

  /**
   * {@return the result of the generator to which {@code yieldFrom} has just delegated, if that has
   * ended}
   */
  protected final @Nullable Object takeResult() {
    Object taken = result;
    result = null;
    return taken;
  }

  // ---- driving ----

  /**
   * Goes on to the next value.
   *
   * @return the value, or {@link #DONE}
   */
  private @Nullable Object resume(@Nullable Object sent, @Nullable Throwable thrown) {
    if (state == DONE_STATE) {
      if (thrown != null) {
        throw Throwables.sneak(thrown);
      }
      return DONE;
    }
    if (root != this) {
      begin(thrown);
    } else if (depth != 0) {
      throw new IllegalStateException(
          this + " is running already: its own body asked it for a value");
    }
    try {
      return drive(Objects.requireNonNull(innermost), sent, thrown);
    } catch (Throwable failure) {
      throw Throwables.sneak(failure);
    } finally {
      depth = 0;
    }
  }

  private void begin(@Nullable Throwable thrown) {
    if (root != null) {
      throw new IllegalStateException(
          caller + " delegates to " + this + " and has its values: ask that one");
    }
    if (thrown != null) {
      finish();
      throw Throwables.sneak(thrown);
    }
    root = this;
    innermost = this;
  }

  /**
   * Steps a frame, and its callers as they get their results, until one yields or none is left.
   *
   * <p>When this generator is closed, each frame is, from the inside out: whether it ends quietly
   * or with the {@link GeneratorExit}, its caller gets that next; and one that yields instead fails
   * in the eyes of its caller.
   */
  private @Nullable Object drive(
      YieldFrame<?, ?, ?> frame, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    GeneratorExit exit = thrown instanceof GeneratorExit closing ? closing : null;
    while (true) {
      depth = 1;
      YieldFrame<?, ?, ?> caller;
      try {
        Object value = frame.step(thrown != null ? null : sent, thrown);
        if (value == CALL) {
          frame = Objects.requireNonNull(innermost);
          sent = null;
          thrown = null;
          continue;
        }
        caller = frame.caller;
        if (value != DONE) {
          if (exit == null || caller == null) {
            return value;
          }
          frame.detach();
          thrown = ignoredExit(frame);
        } else {
          thrown = null;
          if (caller != null) {
            sent = frame.takeResult();
            thrown = exit;
          }
          frame.finish();
        }
      } catch (Throwable failure) {
        thrown = failure instanceof GeneratorExit && exit != null ? exit : named(failure);
        caller = frame.caller;
        frame.finish();
      }
      if (caller == null) {
        if (thrown != null) {
          throw thrown;
        }
        return DONE;
      }
      frame = caller;
      innermost = frame;
    }
  }

  /** A body that lets a {@link StopIterationException} pass must not look as if it had ended. */
  private Throwable named(Throwable failure) {
    return failure instanceof StopIterationException
        ? new IllegalStateException("a generator raised StopIterationException", failure)
        : failure;
  }

  private static IllegalStateException ignoredExit(YieldFrame<?, ?, ?> frame) {
    return new IllegalStateException(
        frame
            + " ignored GeneratorExit: it yielded a value when it was closed. Let its finally"
            + " blocks and catch clauses end without a yield");
  }

  /** Returns the innermost of those that delegate to each other. */
  final Frame innermost() {
    return innermost == null ? this : innermost;
  }

  /** Makes this a root of its own. */
  private void detach() {
    root = this;
    innermost = this;
    caller = null;
  }

  /** Marks this frame as done. */
  private void finish() {
    state = DONE_STATE;
    root = null;
    caller = null;
    innermost = null;
    ahead = DONE;
    clear();
  }

  // ---- asking for values ----

  /**
   * {@return the next value, or {@link #DONE}}
   *
   * @param sent what the yield evaluates to
   * @param thrown what it throws; null if it has a value
   */
  final @Nullable Object pull(@Nullable Object sent, @Nullable Throwable thrown) {
    Object value = ahead;
    if (value == NOTHING || value == DONE || thrown != null) {
      if (value != DONE) {
        ahead = NOTHING;
      }
      return resume(sent, thrown);
    }
    if (sent != null) {
      throw new IllegalStateException(
          "hasNext() has run "
              + this
              + " to its next value already, so nothing waits for what is sent: use next() and"
              + " send(..) without hasNext()");
    }
    ahead = NOTHING;
    return value;
  }

  @Override
  public final boolean hasNext() {
    if (ahead == NOTHING) {
      ahead = resume(null, null);
    }
    return ahead != DONE;
  }

  @Override
  public final Y next() {
    return valueOf(pull(null, null));
  }

  @Override
  public final Y send(S value) {
    if (value != null && state == CREATED && root == null) {
      throw new IllegalArgumentException(
          "nothing but null can be sent to "
              + this
              + ", which has not begun: no yield waits for a value yet. Ask for the first one with"
              + " next()");
    }
    return valueOf(pull(value, null));
  }

  @Override
  public final Y throwInto(Throwable exception) {
    return valueOf(pull(null, Objects.requireNonNull(exception, "exception")));
  }

  @Override
  public final void close() {
    if (state == CREATED && root == null) {
      finish();
    } else if (state != DONE_STATE) {
      Object value;
      try {
        value = pull(null, new GeneratorExit());
      } catch (GeneratorExit closed) {
        return;
      }
      if (value != DONE) {
        throw ignoredExit(this);
      }
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a body yields values of its type
  private Y valueOf(@Nullable Object value) {
    if (value == DONE) {
      throw new StopIterationException(takeResult());
    }
    return (Y) value;
  }

  @Override
  public String toString() {
    String status;
    if (state == DONE_STATE) {
      status = "done";
    } else if (state == CREATED && root == null) {
      status = "created";
    } else {
      status = (root != null && root.depth != 0 ? "running" : "suspended") + atPlace();
    }
    return "<generator " + functionName() + " " + status + ">";
  }
}
