package dev.fermata.processor.oracle;

/** When awaits suspend. */
enum Policy {
  /** Each awaitable is done when it is awaited. */
  NEVER("never"),
  /** Each is done after one or two trips through the loop. */
  ALWAYS("always"),
  /** Every second one is. */
  ALTERNATING("alternating"),
  /** Each by chance, the same chance in every run. */
  RANDOM("random:17");

  private final String argument;

  Policy(String argument) {
    this.argument = argument;
  }

  /** As the traces of both worlds are told it. */
  String argument() {
    return argument;
  }
}
