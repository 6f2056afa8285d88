package dev.fermata.examples.linkcheck;

/** Nothing can be checked; the message is the one line that the user gets to see. */
final class CannotCheck extends RuntimeException {
  CannotCheck(String message) {
    super(message);
  }
}
