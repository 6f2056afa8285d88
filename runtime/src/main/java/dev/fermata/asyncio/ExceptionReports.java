package dev.fermata.asyncio;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A loop's exception handler, and the log behind it. */
final class ExceptionReports {

  private static final System.Logger LOGGER = System.getLogger("dev.fermata.asyncio");

  @Nullable BiConsumer<? super EventLoop, ? super ExceptionContext> handler;

  /** Tells the handler; nothing that it throws gets out. */
  void report(EventLoop loop, ExceptionContext context) {
    BiConsumer<? super EventLoop, ? super ExceptionContext> handler = this.handler;
    if (handler == null) {
      loop.defaultExceptionHandler(context);
      return;
    }
    try {
      handler.accept(loop, context);
    } catch (Throwable exception) {
      loop.defaultExceptionHandler(
          ExceptionContext.of("Unhandled error in exception handler")
              .with("exception", exception)
              .with("context", context));
    }
  }

  static void log(ExceptionContext context) {
    LOGGER.log(System.Logger.Level.ERROR, describe(context), context.exception());
  }

  static void warn(String message) {
    LOGGER.log(System.Logger.Level.WARNING, message);
  }

  private static String describe(ExceptionContext context) {
    StringBuilder text = new StringBuilder(context.message());
    context
        .details()
        .forEach(
            (key, value) -> {
              if (value instanceof List<?> trace && key.equals("sourceTraceback")) {
                text.append("\nObject created at (most recent call first):");
                trace.forEach(position -> text.append("\n  at ").append(position));
              } else if (value instanceof List<?> stack && key.equals("taskStack")) {
                text.append("\nTask stands at (most recent call last):");
                stack.forEach(position -> text.append("\n  at ").append(position));
              } else if (!key.equals("exception")) {
                text.append('\n').append(key).append(": ").append(value);
              }
            });
    return text.toString();
  }
}
