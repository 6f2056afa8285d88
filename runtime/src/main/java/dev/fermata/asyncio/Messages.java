package dev.fermata.asyncio;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Wording that several classes share. */
final class Messages {

  private Messages() {}

  /** What to say of a coroutine that was awaited or scheduled before. */
  static String reused(CoroutineFrame<?> frame) {
    return "cannot reuse already awaited coroutine "
        + frame
        + ": a coroutine runs once. Call the coroutine function again for another run, or await a"
        + " task made of it (createTask), which may be awaited any number of times";
  }

  /** What to say where a coroutine's body runs as javac compiled it. */
  static String awaitOutsideCoroutine() {
    return "await was called as an ordinary method, which cannot work: only the class that the"
        + " annotation processor generates from a coroutine function can await. Inside a type"
        + " Foo marked @Async, make sure that a FooAsync is constructed and not Foo itself, and"
        + " that fermata-processor is on the processor path; annotate a class of tests @InVirtualTime;"
        + " outside of coroutine functions use run(..) or loop.runUntilComplete(..)";
  }

  /** What to say where a generator's body runs as javac compiled it. */
  static String outsideBody(String function) {
    return function
        + " was called as an ordinary method, which cannot work: only the class that the"
        + " annotation processor generates from a generator function can yield. Inside a type Foo"
        + " marked @Async, make sure that a FooAsync is constructed and not Foo itself, and that"
        + " fermata-processor is on the processor path";
  }

  /** What to say where an asynchronous context manager is closed like an ordinary resource. */
  static String closedWithoutAwait(AsyncContextManager<?> manager) {
    return manager
        + " was closed as an ordinary resource, but to leave it may mean to wait: only a coroutine"
        + " function can, and only code that the annotation processor has compiled for it. Write"
        + " await(manager.with(value -> ..)), or await its aenter() and aexit(..)";
  }

  /** Returns a class name without its package, for a lambda the class that it stands in. */
  static String simpleName(Class<?> type) {
    String name = type.getName();
    int lambda = name.indexOf("$$Lambda");
    if (lambda >= 0) {
      name = name.substring(0, lambda);
    }
    name = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    return lambda >= 0 ? "lambda in " + name : name;
  }

  /** Returns what to call a callback in reports: its own words, if it has some. */
  static String describe(@Nullable Object callback) {
    if (callback == null) {
      return "none";
    }
    String text;
    try {
      text = String.valueOf(callback);
    } catch (RuntimeException e) {
      // A report is about something else already.
      return simpleName(callback.getClass());
    }
    boolean standard =
        text.startsWith(callback.getClass().getName() + "@") || text.contains("$$Lambda");
    return standard ? simpleName(callback.getClass()) : abbreviate(text);
  }

  /** Returns a result or exception for a report, of bearable length. */
  static String abbreviate(@Nullable Object value) {
    String text;
    try {
      text = String.valueOf(value);
    } catch (RuntimeException e) {
      text = "an object whose toString fails with " + e;
    }
    return text.length() <= 120 ? text : text.substring(0, 117) + "...";
  }

  /** Returns nanoseconds as seconds, three digits after the point. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }
}
