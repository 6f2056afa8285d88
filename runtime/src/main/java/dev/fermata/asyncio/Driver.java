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

  /** How many frames are being stepped on the Java stack, one on the other. */
  int depth;

  /** The innermost frame, when a step has suspended. */
  @Nullable CoroutineFrame<?> frame;

  /** What that frame waits for: a {@link Future}, {@link #NEXT_TURN} or {@link #CALL}. */
  @Nullable Object awaited;

  /** The task that is stepping. */
  @Nullable Task<?> task;

  Driver(EventLoop loop) {
    this.loop = loop;
  }
}
