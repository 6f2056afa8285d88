package dev.fermata.examples.linkcheck;

import static dev.fermata.asyncio.Asyncio.currentTask;
import static dev.fermata.asyncio.Asyncio.getRunningLoop;

import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread stop what the event loop is at. Ctrl-C reaches a Java program on a thread of
 * its own, and {@link EventLoop#callSoonThreadsafe} is the one door from there to the loop.
 */
final class Interruption {
  private @Nullable EventLoop loop;
  private @Nullable Task<?> task;
  private boolean requested;

  /** From now on an interruption cancels the current task; called on the loop's thread. */
  synchronized void arm() {
    loop = getRunningLoop();
    task = currentTask();
    if (requested) {
      cancel();
    }
  }

  /** From now on an interruption is only remembered; called before the loop closes. */
  synchronized void disarm() {
    loop = null;
    task = null;
  }

  /** Asks for an end, from any thread. */
  synchronized void request() {
    requested = true;
    cancel();
  }

  private void cancel() {
    Task<?> running = task;
    if (loop != null && running != null) {
      loop.callSoonThreadsafe(() -> running.cancel());
    }
  }
}
