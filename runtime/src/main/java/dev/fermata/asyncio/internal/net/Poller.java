package dev.fermata.asyncio.internal.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A selector that the loop sleeps in; opened when it first does, so that a loop that never sleeps
 * takes none of the system's. Only {@link #wakeUp} may be called from other threads, and only
 * between {@link #open} and {@link #close}.
 */
public final class Poller implements AutoCloseable {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private @Nullable Selector selector;

  /** Creates a poller that is not open. */
  public Poller() {}

  /**
   * Opens this, if it is not. To be called before anybody may be told that the loop sleeps.
   *
   * @throws UncheckedIOException if the system has no selector left
   */
  public void open() {
    if (selector == null) {
      try {
        selector = Selector.open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Waits until something is ready, {@link #wakeUp} is called, the thread is interrupted or the
   * time has passed. The selector counts in milliseconds: the time is rounded up, so that a timer
   * is never early.
   *
   * @param nanos how long to wait at most; 0 for not at all, negative for ever
   */
  public void poll(long nanos) {
    if (selector == null) {
      assert nanos == 0 : "open before a sleep";
      return;
    }
    try {
      if (nanos < 0) {
        selector.select();
      } else if (nanos > 0) {
        selector.select((nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
      } else if (!selector.keys().isEmpty()) {
        // Asking a selector that watches nothing would be a system call per turn for nothing.
        selector.selectNow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether there is something of which to wait for more than {@link #wakeUp}. */
  public boolean isWatching() {
    return selector != null && !selector.keys().isEmpty();
  }

  /** Ends the current or the next {@link #poll}; from any thread. */
  public void wakeUp() {
    Selector selector = this.selector;
    if (selector != null) {
      selector.wakeup();
    }
  }

  /** Closes the selector. */
  @Override
  public void close() {
    if (selector == null) {
      return;
    }
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
