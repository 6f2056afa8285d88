package dev.fermata.asyncio;

/** As the real one. */
public final class GeneratorExit extends Error {
  private static final long serialVersionUID = 1;
}
