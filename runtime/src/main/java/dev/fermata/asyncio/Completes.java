package dev.fermata.asyncio;

/** A callback that completes another future: for those who ask who waits for whom. */
interface Completes {

  /** Returns the future that ends with the one to which this callback was added. */
  Future<?> completes();
}
