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

  /** In {@link #ahead}: a value that is null. */
  private static final Object NULL = new Marker("NULL");

  /** How many frames are stepped one on the other, as {@link CoroutineFrame#MAX_DEPTH}. */
  static final int MAX_DEPTH = CoroutineFrame.MAX_DEPTH;

  /** The outermost of the frames that delegate to each other; null before this has begun. */
  private @Nullable YieldFrame<?, ?, ?> root;

  /** The frame that delegates to this one. */
  private @Nullable YieldFrame<?, ?, ?> caller;

  /** Of a root: the frame to step; null before this has begun, and once it is done. */
  private @Nullable YieldFrame<?, ?, ?> innermost;

  /** The value that {@link #hasNext} has run ahead to; null if it has not. */
  private @Nullable Object ahead;

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
    int depth = root.depth;
    if (depth >= MAX_DEPTH) {
      return CALL;
    }
    root.depth = depth + 1;
    Object value;
    try {
      value = callee.step(null, null);
    } catch (Throwable failure) {
      root.depth = depth;
      root.innermost = this;
      callee.finish();
      throw named(failure);
    }
    root.depth = depth;
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
   * Goes on to the next value, with nothing to send or to throw: what nearly all steps are, and so
   * kept apart and short.
   *
   * @return the value, or {@link #DONE}
   */
  private @Nullable Object advance() {
    YieldFrame<?, ?, ?> frame = innermost;
    if (frame == null || depth != 0) {
      return resume(null, null);
    }
    depth = 1;
    Object value;
    try {
      // The class of this is known wherever the caller knows its generator, so that the body can be
      // compiled into the loop that goes through its values; that of another frame is not.
      value = frame == this ? step(null, null) : frame.step(null, null);
    } catch (Throwable failure) {
      return settle(frame, null, failure, null);
    }
    if (value == DONE || value == CALL) {
      return settle(frame, value, null, null);
    }
    depth = 0;
    return value;
  }

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
    YieldFrame<?, ?, ?> root = this.root;
    if (root == null) {
      begin(thrown);
    } else if (root.depth != 0) {
      throw new IllegalStateException(
          this + " is running already: its own body asked it for a value");
    } else if (root != this) {
      separate(root);
    }
    YieldFrame<?, ?, ?> frame = Objects.requireNonNull(innermost);
    Object value = null;
    Throwable failure = null;
    depth = 1;
    try {
      value = frame.step(thrown != null ? null : sent, thrown);
    } catch (Throwable failed) {
      failure = failed;
    }
    return settle(frame, value, failure, thrown instanceof GeneratorExit exit ? exit : null);
  }

  private void begin(@Nullable Throwable thrown) {
    if (thrown != null) {
      finish();
      throw Throwables.sneak(thrown);
    }
    root = this;
    innermost = this;
  }

  /**
   * Takes what the step of a frame came to: if that is no value, steps its callers as they get
   * their results, until one yields or none is left.
   *
   * <p>When this generator is closed, each frame is, from the inside out: whether it ends quietly
   * or with the {@link GeneratorExit}, its caller gets that next; and one that yields instead fails
   * in the eyes of its caller. What a frame delegates to while it is closed is not closed itself.
   *
   * @param value what the step returned
   * @param failure what it failed with instead
   * @param exit what was thrown into the innermost frame to close this; null if this is not closed
   * @return the value, or {@link #DONE}
   */
  private @Nullable Object settle(
      YieldFrame<?, ?, ?> frame,
      @Nullable Object value,
      @Nullable Throwable failure,
      @Nullable GeneratorExit exit) {
    // Of the frames that are closed, the one whose turn it is; those inside it have been.
    YieldFrame<?, ?, ?> closing = frame;
    try {
      Throwable thrownBefore = null;
      while (true) {
        YieldFrame<?, ?, ?> next = frame.caller;
        boolean closed = exit != null && frame == closing;
        Object sent = null;
        Throwable thrown = null;
        if (failure != null) {
          if (failure != thrownBefore) {
            Traces.yielded(failure, frame);
          }
          thrown = closed && failure instanceof GeneratorExit ? exit : named(failure);
          frame.finish();
        } else if (value == DONE) {
          if (next != null) {
            sent = closed ? null : frame.takeResult();
            thrown = closed ? exit : null;
          }
          frame.finish();
        } else if (value == CALL) {
          next = Objects.requireNonNull(innermost);
          closed = false;
        } else if (exit == null || closing.caller == null) {
          return value;
        } else {
          next = closing.caller;
          thrown = ignoredExit(closing);
          closing.detach();
          closed = true;
        }
        if (next == null) {
          if (thrown != null) {
            Traces.leftGenerator(thrown, frame);
            throw Throwables.sneak(thrown);
          }
          return DONE;
        }
        frame = next;
        innermost = next;
        if (closed) {
          closing = next;
        }
        thrownBefore = thrown;
        depth = 1;
        try {
          value = frame.step(sent, thrown);
          failure = null;
        } catch (Throwable failed) {
          failure = failed;
        }
      }
    } finally {
      depth = 0;
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

  /** Returns the frame that delegates to this one; null if none does. */
  final @Nullable YieldFrame<?, ?, ?> caller() {
    return caller;
  }

  /** Returns the innermost of those that delegate to each other. */
  final Frame innermost() {
    return innermost == null ? this : innermost;
  }

  /** Makes this a root of its own, and of those that it delegates to. */
  private void detach() {
    YieldFrame<?, ?, ?> frame = Objects.requireNonNull(Objects.requireNonNull(root).innermost);
    innermost = frame;
    while (frame != this) {
      frame.root = this;
      frame = Objects.requireNonNull(frame.caller);
    }
    root = this;
    caller = null;
  }

  /**
   * Makes this a root though another delegates to it, since somebody asks it directly. The other
   * asks it too from here on, like anybody else.
   */
  private void separate(YieldFrame<?, ?, ?> root) {
    YieldFrame<?, ?, ?> link = new IteratorFrame(this);
    link.root = root;
    link.caller = caller;
    detach();
    root.innermost = link;
  }

  /** Marks this frame as done. */
  private void finish() {
    state = DONE_STATE;
    root = null;
    caller = null;
    innermost = null;
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
    if (value == null) {
      return resume(sent, thrown);
    }
    if (thrown != null) {
      ahead = null;
      return resume(null, thrown);
    }
    if (sent != null) {
      throw new IllegalStateException(
          "hasNext() has run "
              + this
              + " to its next value already, so nothing waits for what is sent: use next() and"
              + " send(..) without hasNext()");
    }
    ahead = null;
    return value == NULL ? null : value;
  }

  @Override
  public final boolean hasNext() {
    if (ahead != null) {
      return true;
    }
    Object value = advance();
    if (value == DONE) {
      return false;
    }
    ahead = value == null ? NULL : value;
    return true;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // a body yields values of its type
  public final Y next() {
    Object value = ahead;
    if (value == null) {
      return valueOf(advance());
    }
    ahead = null;
    return value == NULL ? null : (Y) value;
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
      result = null;
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
