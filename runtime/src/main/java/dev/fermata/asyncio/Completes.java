package dev.fermata.asyncio;

/** A callback on behalf of another future that waits: for those who ask who waits for whom. */
interface Completes {

  /** Returns the future or task that waits for the one to which this callback was added. */
  Future<?> completes();
}
