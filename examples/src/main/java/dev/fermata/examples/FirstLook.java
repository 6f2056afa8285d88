package dev.fermata.examples;

import dev.fermata.asyncio.EventLoop;

/** Runs {@link Sums} on an event loop: one line at once, the next a second later. */
public final class FirstLook {
  private FirstLook() {}

  /** Prints {@code Compute 1 + 2 ...}, then {@code 1 + 2 = 3}. */
  public static void main(String[] args) {
    EventLoop loop = EventLoop.create();
    loop.runUntilComplete(new SumsAsync().printSum(1, 2));
    loop.close();
  }
}
