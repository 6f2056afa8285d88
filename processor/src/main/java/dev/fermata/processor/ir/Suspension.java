package dev.fermata.processor.ir;

/** The ways in which a body is left in its middle. */
public enum Suspension {
  /** {@code await(x)}: until x is done; its value is what x results in. */
  AWAIT("await"),
  /** {@code Generator.yield(x)}: until the next value is wanted; its value is what is sent. */
  YIELD("yield"),
  /** {@code Generator.yieldFrom(x)}: until x has no more values; its value is what x results in. */
  YIELD_FROM("yieldFrom");

  private final String function;

  Suspension(String function) {
    this.function = function;
  }

  /** The simple name of the function that users call for it. */
  public String function() {
    return function;
  }
}
