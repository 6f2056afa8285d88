package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A loop as an executor service: what is submitted, from any thread, is called by the loop. To shut
 * it down leaves the loop alone.
 */
final class LoopExecutorService extends AbstractExecutorService implements Outstanding {

  private final EventLoop loop;

  /** What the loop has yet to call, in order. */
  private final Set<Job> waiting = new LinkedHashSet<>();

  private boolean running;
  private boolean shutDown;

  LoopExecutorService(EventLoop loop) {
    this.loop = loop;
  }

  /** One call of a command; the same command may be submitted twice. */
  private final class Job implements Runnable {
    final Runnable command;

    Job(Runnable command) {
      this.command = command;
    }

    @Override
    public void run() {
      synchronized (LoopExecutorService.this) {
        if (!waiting.remove(this)) {
          return;
        }
        running = true;
      }
      try {
        command.run();
      } finally {
        synchronized (LoopExecutorService.this) {
          running = false;
          changed();
        }
      }
    }

    @Override
    public String toString() {
      return Messages.describe(command);
    }
  }

  @Override
  public synchronized void execute(Runnable command) {
    if (command == null) {
      throw new NullPointerException("command");
    }
    if (shutDown) {
      throw new RejectedExecutionException("this executor is shut down: " + this);
    }
    Job job = new Job(command);
    waiting.add(job);
    loop.outstanding.add(this);
    try {
      loop.callSoonThreadsafe(job);
    } catch (IllegalStateException e) {
      loopClosed();
      throw new RejectedExecutionException("Event loop is closed: " + loop, e);
    }
  }

  @Override
  public synchronized void shutdown() {
    shutDown = true;
    changed();
  }

  @Override
  public synchronized List<Runnable> shutdownNow() {
    shutDown = true;
    List<Runnable> never = new ArrayList<>();
    waiting.forEach(job -> never.add(job.command));
    waiting.clear();
    changed();
    return Collections.unmodifiableList(never);
  }

  @Override
  public synchronized boolean isShutdown() {
    return shutDown;
  }

  @Override
  public synchronized boolean isTerminated() {
    return shutDown && waiting.isEmpty() && !running;
  }

  @Override
  public synchronized boolean awaitTermination(long timeout, TimeUnit unit)
      throws InterruptedException {
    if (!isTerminated() && RunningLoop.running() == loop) {
      throw new IllegalStateException(
          "awaitTermination was called by the loop that is to do the work, so it could only wait:"
              + " call it from another thread, or with toThread(..)");
    }
    long end = EventLoop.deadline(System.nanoTime(), unit.toNanos(timeout));
    while (!isTerminated()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  @Override
  public synchronized void loopClosed() {
    shutDown = true;
    waiting.clear();
    changed();
  }

  /** Wakes whoever awaits the end, and forgets the loop's duty once there is nothing left to do. */
  private void changed() {
    if (waiting.isEmpty() && !running) {
      loop.outstanding.remove(this);
    }
    notifyAll();
  }

  @Override
  public String toString() {
    return "<executor of " + loop + ">";
  }
}
