package dev.fermata.asyncio;

/** Throws what the compiler does not let pass. */
final class Throwables {

  private Throwables() {}

  /**
   * Throws the very object, checked or not: {@code throw sneak(e)}.
   *
   * @return never; the type lets callers say {@code throw}
   */
  static RuntimeException sneak(Throwable throwable) {
    throw Throwables.<RuntimeException>as(throwable);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E as(Throwable throwable) throws E {
    // The cast is not checked: E is erased to Throwable.
    throw (E) throwable;
  }
}
