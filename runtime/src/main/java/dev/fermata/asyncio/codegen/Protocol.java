package dev.fermata.asyncio.codegen;

/** The version of the agreement between generated code and the runtime. */
public final class Protocol {

  private static final int VERSION = 1;

  private Protocol() {}

  /**
   * Called by each generated class when it is initialised, so that a mismatch is one clear message
   * and not a missing method somewhere in the middle of a program.
   *
   * @param version the version that the processor generated code for
   * @throws IllegalStateException if this runtime has another one
   */
  public static void require(int version) {
    if (version != VERSION) {
      throw new IllegalStateException(
          "this code was generated for version "
              + version
              + " of the Fermata runtime's protocol, but the runtime has version "
              + VERSION
              + ": use fermata-processor and fermata-runtime of the same version, and compile"
              + " again");
    }
  }
}
