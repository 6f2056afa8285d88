package dev.fermata.asyncio.codegen;

public final class Protocol {
  public static void require(int version) {}

  private Protocol() {}
}
