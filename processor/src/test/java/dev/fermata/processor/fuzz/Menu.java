package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A choice by chance among weighted alternatives; only the chosen one is made. */
final class Menu<R> {
  private final Random random;
  private final List<Supplier<R>> alternatives = new ArrayList<>();

  Menu(Random random) {
    this.random = random;
  }

  Menu<R> add(int weight, Supplier<R> alternative) {
    for (int i = 0; i < weight; i++) {
      alternatives.add(alternative);
    }
    return this;
  }

  /** An alternative that is there under a condition. */
  Menu<R> add(int weight, boolean available, Supplier<R> alternative) {
    return available ? add(weight, alternative) : this;
  }

  /** An alternative made of something, if that is there. */
  <A> Menu<R> add(int weight, @Nullable A material, java.util.function.Function<A, R> alternative) {
    return material == null ? this : add(weight, () -> alternative.apply(material));
  }

  R choose() {
    return alternatives.get(random.nextInt(alternatives.size())).get();
  }
}
