package dev.fermata.asyncio;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A loop's exception handler, and the log behind it. */
final class ExceptionReports {

  private static final System.Logger LOGGER = System.getLogger("dev.fermata.asyncio");

  @Nullable BiConsumer<? super EventLoop, ? super ExceptionContext> handler;

  /**
   * Tells the handler, in the context of the task or handle that the report is about; nothing that
   * it throws gets out.
   */
  void report(EventLoop loop, ExceptionContext report) {
    Traces.reported(report.exception(), null);
    BiConsumer<? super EventLoop, ? super ExceptionContext> handler = this.handler;
    if (handler == null) {
      loop.defaultExceptionHandler(report);
      return;
    }
    try {
      Context context = contextOf(report);
      if (context == null || context.isEntered()) {
        handler.accept(loop, report);
      } else {
        context.run(() -> handler.accept(loop, report));
      }
    } catch (Throwable exception) {
      loop.defaultExceptionHandler(
          ExceptionContext.of("Unhandled error in exception handler")
              .with("exception", exception)
              .with("context", report));
    }
  }

  private static @Nullable Context contextOf(ExceptionContext report) {
    if (report.future() instanceof Task<?> task) {
      return task.getContext();
    }
    return report.details().get("handle") instanceof Handle handle ? handle.getContext() : null;
  }

  /** Logs a report; and if even that fails, that it does. */
  static void log(EventLoop loop, ExceptionContext report) {
    try {
      Handle running = loop.driver.handle;
      StackTraceElement[] scheduledAt = running == null ? null : running.scheduledAt();
      log(
          scheduledAt == null || report.details().containsKey("sourceTraceback")
              ? report
              : report.with("handleTraceback", List.of(scheduledAt)));
    } catch (Throwable exception) {
      LOGGER.log(
          System.Logger.Level.ERROR,
          report.details().containsKey("context")
              ? "Exception in default exception handler while handling an unexpected error in custom"
                  + " exception handler"
              : "Exception in default exception handler",
          exception);
    }
  }

  static void log(ExceptionContext report) {
    LOGGER.log(System.Logger.Level.ERROR, describe(report), report.exception());
  }

  static void warn(String message) {
    LOGGER.log(System.Logger.Level.WARNING, message);
  }

  private static String describe(ExceptionContext report) {
    StringBuilder text = new StringBuilder(report.message());
    report.details().forEach((key, value) -> describe(text, key, value));
    return text.toString();
  }

  private static void describe(StringBuilder text, String key, Object value) {
    if (key.equals("exception")) {
      return;
    }
    String heading =
        switch (key) {
          case "sourceTraceback" -> "Object created at (most recent call first):";
          case "handleTraceback" -> "Handle created at (most recent call first):";
          case "taskStack" -> "Task stands at (most recent call last):";
          default -> null;
        };
    text.append('\n');
    if (heading != null && value instanceof List<?> positions) {
      text.append(heading);
      positions.forEach(position -> text.append("\n  at ").append(position));
    } else {
      text.append(key).append(": ").append(value);
    }
  }
}
