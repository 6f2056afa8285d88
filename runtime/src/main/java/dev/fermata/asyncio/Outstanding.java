package dev.fermata.asyncio;

/** Something that other threads wait for, and that a loop owes them until it is closed. */
interface Outstanding {

  /** The loop is closed; called once, by the thread that closes it. */
  void loopClosed();
}
