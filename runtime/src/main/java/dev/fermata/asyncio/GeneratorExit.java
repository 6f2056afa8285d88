package dev.fermata.asyncio;

/**
 * What {@link Generator#close} throws into the body, where it waits. An {@code Error}, so that
 * {@code catch (Exception e)} does not keep a generator from being closed. The counterpart of
 * {@code GeneratorExit}.
 */
public final class GeneratorExit extends Error {

  /** Without a message: it means one thing only. */
  public GeneratorExit() {}
}
