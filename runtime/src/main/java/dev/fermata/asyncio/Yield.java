package dev.fermata.asyncio;

/**
 * What {@code sleep} of no time returns: to await it lets every other ready callback run once. It
 * has no state, hence one object serves all and may be awaited again and again.
 */
final class Yield implements Awaitable<Void> {

  static final Yield INSTANCE = new Yield();

  private Yield() {}

  @Override
  public String toString() {
    return "<sleep 0>";
  }
}
