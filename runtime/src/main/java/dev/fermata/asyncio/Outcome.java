package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * How a future ended that has no value: with an exception, or cancelled. Futures with a value hold
 * the value itself instead, so only these two cases cost an object.
 */
final class Outcome {

  /** Stands for a value that is null, because null is a future still pending. */
  static final Object NULL = new Object();

  /** What the future failed with; null if it was cancelled. */
  final @Nullable Throwable exception;

  /** What the future was cancelled with. */
  final @Nullable String message;

  /** The error that ended a cancelled task, until the first who asks has got it. */
  private @Nullable CancelledError saved;

  /** Reports the exception unless somebody asks for it; null once somebody did. */
  private UnretrievedExceptions.@Nullable Entry unretrieved;

  private Outcome(
      @Nullable Throwable exception, @Nullable String message, @Nullable CancelledError saved) {
    this.exception = exception;
    this.message = message;
    this.saved = saved;
  }

  static Outcome failed(Throwable exception, UnretrievedExceptions.@Nullable Entry unretrieved) {
    Outcome outcome = new Outcome(exception, null, null);
    outcome.unretrieved = unretrieved;
    return outcome;
  }

  static Outcome cancelled(@Nullable String message, @Nullable CancelledError saved) {
    return new Outcome(null, message, saved);
  }

  boolean isCancelled() {
    return exception == null;
  }

  /** Returns what asking for the result throws; from now on the exception counts as retrieved. */
  Throwable thrown() {
    if (exception != null) {
      retrieved();
      return exception;
    }
    return cancelledError();
  }

  /** Says that somebody has seen the exception, or does not care. */
  void retrieved() {
    if (unretrieved != null) {
      unretrieved.retrieved();
      unretrieved = null;
    }
  }

  /** Returns the saved error to the first who asks, then new ones. */
  CancelledError cancelledError() {
    CancelledError error = saved;
    if (error != null) {
      saved = null;
      return error;
    }
    return new CancelledError(message);
  }
}
