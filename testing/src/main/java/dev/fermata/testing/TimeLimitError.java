package dev.fermata.testing;

/**
 * A run has taken more time than allowed, virtual or real. The message says what the tasks wait
 * for, and where.
 */
public final class TimeLimitError extends AssertionError {

  TimeLimitError(String message) {
    super(message);
  }
}
