package dev.fermata.testing;

/**
 * A loop waits for what nothing can bring: nothing is ready, nothing is due, and nothing runs in
 * other threads. The message says which tasks wait, for what, and where.
 */
public final class StuckError extends AssertionError {

  StuckError(String message) {
    super(message);
  }
}
