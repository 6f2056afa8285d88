package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * The registers of the step that is running on a loop; opaque to the code that passes it along.
 *
 * <p>One per loop, since a loop runs one step at a time. Frames hand it down the Java stack, so
 * that no await has to ask a thread-local which loop and task it belongs to.
 *
 * <p>{@link #frame} and {@link #awaited} are how a frame that suspends reports to the task that
 * steps it, past the frames between: they just return {@link CoroutineFrame#SUSPENDED}. Both are
 * null except from there to there.
 */
public final class Driver {

  /** In {@link #awaited}: nothing is waited for, the task wants its next turn. */
  static final Object NEXT_TURN = new Object();

  /** In {@link #awaited}: {@link #frame} has yet to begin; the Java stack was deep enough. */
  static final Object CALL = new Object();

  final EventLoop loop;

  /** Whether each await is to suspend; set once, see {@link LoopControl#everyAwaitSuspends}. */
  boolean everyAwaitSuspends;

  /** How many frames are being stepped on the Java stack, one on the other. */
  int depth;

  /** The innermost frame, when a step has suspended. */
  @Nullable CoroutineFrame<?> frame;

  /** What that frame waits for: a {@link Future}, {@link #NEXT_TURN} or {@link #CALL}. */
  @Nullable Object awaited;

  /** The task that is stepping. */
  @Nullable Task<?> task;

  /** The handle whose callback is running; of no meaning while {@link #task} is not null. */
  @Nullable Handle handle;

  /**
   * The context in force: a {@link Context}; or, until somebody needs that as an object, only the
   * values of the task or handle that is running: a {@link ContextMap}, or null for none.
   */
  @Nullable Object context;

  Driver(EventLoop loop) {
    this.loop = loop;
  }

  /**
   * Returns the depth at which to begin a step: so deep that frames are not stepped directly, if
   * each await is to suspend.
   */
  int depthOf(int depth) {
    return everyAwaitSuspends ? CoroutineFrame.MAX_DEPTH : depth;
  }

  // ---- contexts ----

  /** Puts the context of a task or handle in force, before it runs. */
  void enter(@Nullable Object context) {
    if (context instanceof Context object) {
      object.enter();
    }
    this.context = context;
  }

  /** Says that what was entered last has run. What is in force from here on is not looked at. */
  void leave() {
    if (context instanceof Context object) {
      object.leave();
    }
  }

  @Nullable ContextMap contextValues() {
    return Context.values(context);
  }

  /** Returns the context in force as an object, and has whatever is running keep it. */
  Context contextObject() {
    if (context instanceof Context object) {
      return object;
    }
    Context object = new Context((ContextMap) context);
    object.enter();
    context = object;
    if (task != null) {
      task.context = object;
    } else if (handle != null) {
      handle.setContext(object);
    }
    return object;
  }
}
