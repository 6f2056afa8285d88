package dev.fermata.benchmarks.coroutine;

import java.util.ArrayList;
import java.util.List;

/** Those that take part: what this JDK and this class path have. */
public final class Competitors {

  private static final String KOTLIN = "dev.fermata.benchmarks.coroutine.KotlinCoroutines";

  private Competitors() {}

  /** {@return all, this project first} */
  public static List<Competitor> all() {
    List<Competitor> all = new ArrayList<>();
    all.add(new Fermata());
    try {
      all.add(
          Class.forName(KOTLIN)
              .asSubclass(Competitor.class)
              .getDeclaredConstructor()
              .newInstance());
    } catch (ClassNotFoundException e) {
      // Compiled only where it is measured.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    if (VirtualThreads.exist()) {
      all.add(new VirtualThreads());
    }
    all.add(new CompletableFutures());
    all.add(new PlainJava());
    return all;
  }

  /**
   * {@return the one with a name}
   *
   * @param name its name
   */
  public static Competitor named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
