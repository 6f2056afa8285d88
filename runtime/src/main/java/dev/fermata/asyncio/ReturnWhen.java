package dev.fermata.asyncio;

/** When {@link Asyncio#wait} ends. The counterpart of asyncio's constants of the same names. */
public enum ReturnWhen {
  /** When one is done, in whichever way. */
  FIRST_COMPLETED,

  /** When one has failed, other than by a cancellation; if none does, when all are done. */
  FIRST_EXCEPTION,

  /** When all are done, in whichever way. */
  ALL_COMPLETED
}
