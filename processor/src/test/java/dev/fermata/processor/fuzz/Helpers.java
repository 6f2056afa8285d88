package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine functions that a body may call: those after it, so that no recursion is endless.
 */
final class Helpers {
  private final Random random;
  private final List<Helper> all = new ArrayList<>();
  private int current;

  Helpers(Random random, int count) {
    this.random = random;
    Type[] results = {Type.INT, Type.STRING, Type.BOOLEAN, Type.LONG, Type.BOX};
    for (int i = 0; i < count; i++) {
      all.add(new Helper("h" + i, results[random.nextInt(results.length)]));
    }
  }

  /** A coroutine function of a trace, an int and a String. */
  record Helper(String name, Type result) {}

  List<Helper> all() {
    return all;
  }

  /** Says whose body is made: that of the function of this index, -1 for the entry. */
  void inside(int index) {
    current = index;
  }

  @Nullable Piece call(Type result, Supplier<Piece> number, Supplier<Piece> text) {
    List<Helper> fit =
        all.subList(current + 1, all.size()).stream().filter(h -> h.result() == result).toList();
    if (fit.isEmpty()) {
      return null;
    }
    Helper helper = fit.get(random.nextInt(fit.size()));
    return Piece.text(helper.name() + "(t, ", number.get(), ", ", text.get(), ")");
  }
}
