package dev.fermata.benchmarks.coroutine;

/**
 * Somebody who can run tasks that wait. Each method runs a whole program on one thread, the
 * caller's where that is possible, and returns a number that shows that everything was done.
 *
 * <p>What a competitor has no means for it does not override.
 */
public interface Competitor {

  /** {@return the name in the table} */
  String name();

  /**
   * Some tasks give way to each other in turn.
   *
   * @param tasks how many
   * @param turns how often each does
   * @return the number of turns of all
   */
  default long switches(int tasks, int turns) {
    throw unable();
  }

  /**
   * A loop calls a function that could wait but does not: it computes {@code (a * 31 + b) &
   * 0xFFFFFF}, of which no compiler makes fewer steps.
   *
   * @param n how often
   * @return what that makes of 0 and 0 to {@code n - 1} in turn
   */
  default long calls(int n) {
    throw unable();
  }

  /**
   * Fibonacci numbers by recursion, where each call could wait.
   *
   * @param n which
   * @return the number
   */
  default long fib(int n) {
    throw unable();
  }

  /**
   * A function gives way again and again, below others that wait for it.
   *
   * @param depth how many others
   * @param turns how often it does
   * @return the sum of both
   */
  default long deep(int depth, int turns) {
    throw unable();
  }

  /**
   * A function calls itself and adds one to the result.
   *
   * @param depth how often
   * @return the depth
   * @throws StackOverflowError if that is too often
   */
  default long recurse(int depth) {
    throw unable();
  }

  /**
   * Starts a task and waits for it, then the next.
   *
   * @param n how many
   * @return the sum of 0 to {@code n - 1}
   */
  default long spawn(int n) {
    throw unable();
  }

  /**
   * Starts many tasks at once and waits for all.
   *
   * @param n how many
   * @return the sum of 0 to {@code n - 1}
   */
  default long gather(int n) {
    throw unable();
  }

  /**
   * One task puts numbers into a queue, another takes them out.
   *
   * @param capacity how many there is room for
   * @param n how many
   * @return the sum of 0 to {@code n - 1}
   */
  default long channel(int capacity, int n) {
    throw unable();
  }

  /**
   * Goes through a generator of numbers.
   *
   * @param n how many
   * @return the sum of 0 to {@code n - 1}
   */
  default long generate(int n) {
    throw unable();
  }

  /**
   * Has tasks wait, each for a future of its own, and then completes those.
   *
   * @param tasks how many
   * @param depth how many functions of each wait for each other, the innermost for the future
   * @param whenSuspended called when all of them wait
   * @return the number of tasks
   */
  default long suspended(int tasks, int depth, Runnable whenSuspended) {
    throw unable();
  }

  /**
   * Tasks that sleep, for a time that is different for each and the same for all competitors.
   *
   * @param tasks how many
   * @param atMost the longest sleep in milliseconds
   * @return the number of tasks
   */
  default long sleeps(int tasks, int atMost) {
    throw unable();
  }

  /**
   * The caller's thread completes what a task of another thread waits for, and waits for the
   * answer.
   *
   * @param n how often
   * @return the sum of 0 to {@code n - 1}
   */
  default long roundTrips(int n) {
    throw unable();
  }

  /** {@return how long a task sleeps, in milliseconds} */
  static int millis(int task, int atMost) {
    return Math.floorMod(task * 0x9E3779B1, atMost + 1);
  }

  private UnsupportedOperationException unable() {
    return new UnsupportedOperationException(name() + " has no means for this");
  }
}
