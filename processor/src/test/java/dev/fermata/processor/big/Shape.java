package dev.fermata.processor.big;

import dev.fermata.processor.oracle.Source;
import java.util.function.IntFunction;

/**
 * A way for a body to be big.
 *
 * @param members makes the members of an {@code @Async} interface of that size; one of them is
 *     {@code run}
 */
record Shape(String name, IntFunction<String> members) {

  /** The program of this shape and size. */
  Source program(int size) {
    String type = name + size;
    return new Source(
        "big/" + type + ".java",
        """
        package big;

        import static dev.fermata.asyncio.Asyncio.await;

        import dev.fermata.Async;
        import dev.fermata.asyncio.Coroutine;
        import oracle.Trace;

        @Async
        @SuppressWarnings("all")
        interface %s {
        %s}
        """
            .formatted(type, members.apply(size)));
  }

  /** A shape whose only function has these statements. */
  static Shape body(String name, IntFunction<String> statements) {
    return new Shape(
        name,
        size ->
            "  default Coroutine<Object> run(Trace t) {\n"
                + statements.apply(size).indent(4)
                + "  }\n");
  }

  /** As many pieces of text. */
  static String each(int size, IntFunction<String> piece) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(piece.apply(i));
    }
    return text.toString();
  }

  /** Text around text around text. */
  static String nested(
      int size, IntFunction<String> before, String core, IntFunction<String> after) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(before.apply(i));
    }
    text.append(core);
    for (int i = size - 1; i >= 0; i--) {
      text.append(after.apply(i));
    }
    return text.toString();
  }
}
