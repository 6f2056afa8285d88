package dev.fermata.asyncio;

import dev.fermata.asyncio.internal.net.Poller;

/**
 * Warns of a loop that was garbage collected without having been closed, and closes its selector.
 * Used only if the system property {@code fermata.debug} is set; must not refer to the loop.
 */
final class UnclosedLoop implements Runnable {

  private final StackTraceElement[] created = SourceTrace.here();
  private final Poller poller;
  private volatile boolean closed;

  private UnclosedLoop(Poller poller) {
    this.poller = poller;
  }

  static UnclosedLoop watch(EventLoop loop, Poller poller) {
    UnclosedLoop watch = new UnclosedLoop(poller);
    UnawaitedCoroutines.CLEANER.register(loop, watch);
    return watch;
  }

  /** Says that the loop was closed. */
  void closed() {
    closed = true;
  }

  /** Warns; called by the cleaner's thread once the loop is collected. */
  @Override
  public void run() {
    if (closed) {
      return;
    }
    ExceptionReports.warn(
        "unclosed event loop"
            + (created.length > 0 ? ", created at " + LoopDebug.place(created) : "")
            + ": call close() when a loop is done with, or use Asyncio.run(..) or a Runner");
    poller.close();
  }
}
