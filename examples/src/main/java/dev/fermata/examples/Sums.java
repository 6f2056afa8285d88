package dev.fermata.examples;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.sleep;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.time.Duration;

/** Two coroutine functions: one that waits, and one that awaits it. */
@Async
public interface Sums {

  /** Adds two numbers, taking its time. */
  default Coroutine<Integer> compute(int x, int y) {
    System.out.printf("Compute %d + %d ...%n", x, y);
    await(sleep(Duration.ofSeconds(1)));
    return Coroutine.of(x + y);
  }

  /** Prints the sum of two numbers. */
  default Coroutine<Void> printSum(int x, int y) {
    int result = await(compute(x, y));
    System.out.printf("%d + %d = %d%n", x, y, result);
    return Coroutine.completed();
  }
}
