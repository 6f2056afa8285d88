package dev.fermata.asyncio;

/**
 * Entries of stack traces that say where an exception went from one task or future to whoever
 * awaited it, so that it was not called.
 *
 * <pre>
 * at demo.Work.load(Work.java:12)
 * at Task.loader(task boundary)
 * at demo.Work.main(Work.java:30)
 * </pre>
 *
 * <p>What such an entry is of, it has as a line number that is not shown: numbers below those with
 * a meaning are free. So an exception that is awaited again is found to have been here, whatever
 * the names of tasks are.
 */
final class Boundary {

  /** -1 is a line that is not known, -2 a native method. */
  private static final int FIRST = -3;

  private static final String LEFT_OUT = " more left out";

  private Boundary() {}

  static StackTraceElement of(Future<?> future) {
    return future instanceof Task<?> task
        ? new StackTraceElement("Task", task.getName(), "task boundary", id(future))
        : new StackTraceElement("Future", "await", "future boundary", id(future));
  }

  /** Returns what comes between an exception's own trace and the place that throws it later on. */
  static StackTraceElement thrownLater() {
    return new StackTraceElement("Throwable", "throw", "thrown here", FIRST);
  }

  /** Returns what stands for positions that are left out. */
  static StackTraceElement leftOut(int count, boolean orMore) {
    return new StackTraceElement(
        "Task", "await", (orMore ? "more than " : "") + count + LEFT_OUT, -1);
  }

  private static int id(Future<?> future) {
    int id = future instanceof Task<?> task ? task.number() : System.identityHashCode(future);
    return FIRST - 1 - (id & (Integer.MAX_VALUE >> 1));
  }

  static boolean isBoundary(StackTraceElement element) {
    return element.getLineNumber() <= FIRST;
  }

  static boolean isOfTask(StackTraceElement element) {
    return isBoundary(element) && element.getClassName().equals("Task");
  }

  static boolean isOf(StackTraceElement element, Future<?> future) {
    return element.getLineNumber() == id(future)
        && element.getClassName().equals(future instanceof Task ? "Task" : "Future");
  }

  /** Returns how many positions an entry stands for; 0 if it is an ordinary one. */
  static int countLeftOut(StackTraceElement element) {
    String text = element.getFileName();
    if (text == null || !text.endsWith(LEFT_OUT) || !element.getClassName().equals("Task")) {
      return 0;
    }
    String number = text.substring(0, text.length() - LEFT_OUT.length());
    return Integer.parseInt(number.substring(number.lastIndexOf(' ') + 1));
  }
}
