package dev.fermata.benchmarks.coroutine;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread asks and another thread's task answers, one question at a time.
 *
 * @param <Q> what the task waits on
 */
final class Exchange<Q> {
  private final Thread asking = Thread.currentThread();
  private volatile @Nullable Q question;
  private volatile int answer = -1;

  /** Says on what the task waits first. */
  void open(Q first) {
    question = first;
    LockSupport.unpark(asking);
  }

  /** Answers, and says on what the task waits next. */
  void answer(int value, Q next) {
    question = next;
    answer = value;
    LockSupport.unpark(asking);
  }

  /** Returns what the task waits on, once it does; for the thread that asks. */
  Q question() {
    while (true) {
      Q open = question;
      if (open != null) {
        return open;
      }
      LockSupport.park(this);
    }
  }

  /** Waits for an answer; for the thread that asks. */
  int await(int expected) {
    while (answer != expected) {
      LockSupport.park(this);
    }
    return answer;
  }
}
