package dev.fermata.processor.fuzz;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What statements and expressions can do where they stand.
 *
 * @param awaits whether they may await
 * @param gives the generator whose values they may yield, null if there is none
 * @param returns makes what a return statement says after its first word, null if none may stand
 * @param yields the type of the switch expression that their blocks give a value to, or null
 */
record Place(
    boolean awaits,
    @Nullable Function gives,
    @Nullable Supplier<Piece> returns,
    @Nullable Type yields) {

  /** In a lambda or method that is no coroutine. */
  static final Place PLAIN = new Place(false, null, null, null);

  static Place coroutine(Supplier<Piece> returns) {
    return new Place(true, null, returns, null);
  }

  boolean suspends() {
    return awaits || gives != null;
  }

  Place withoutSuspension() {
    return new Place(false, null, returns, yields);
  }

  Place withoutReturn() {
    return new Place(awaits, gives, null, yields);
  }

  /** In a switch expression, which nothing leaves but yield and failures. */
  Place yielding(Type type) {
    return new Place(awaits, gives, null, type);
  }
}
