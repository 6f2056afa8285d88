package dev.fermata.benchmarks.table;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What {@code FirstLook} of the examples does, with Java's own futures. */
public final class FutureLook {

  private FutureLook() {}

  private static CompletableFuture<Integer> compute(int x, int y) {
    System.out.printf("Compute %d + %d ...%n", x, y);
    return CompletableFuture.supplyAsync(
        () -> x + y, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
  }

  private static CompletableFuture<Void> printSum(int x, int y) {
    return compute(x, y).thenAccept(result -> System.out.printf("%d + %d = %d%n", x, y, result));
  }

  public static void main(String[] arguments) {
    printSum(1, 2).join();
  }
}
