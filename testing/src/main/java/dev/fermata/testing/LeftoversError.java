package dev.fermata.testing;

/**
 * At the end of a test there were tasks that nobody waits for, exceptions that nobody asked for,
 * callbacks that failed, or coroutines that were never awaited. The message lists them; the
 * exceptions are among the suppressed ones.
 */
public final class LeftoversError extends AssertionError {

  LeftoversError(String message) {
    super(message);
  }
}
