package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the tests of task groups have in common. */
abstract class TaskGroupTest extends LoopTest {

  static final class MyException extends Exception {
    static final long serialVersionUID = 1;
  }

  static final class MyError extends Error {
    static final long serialVersionUID = 1;
  }

  /** Stands for what ends the program. */
  static final class MyVirtualMachineError extends VirtualMachineError {
    static final long serialVersionUID = 1;
  }

  static Duration ms(int millis) {
    return Duration.ofMillis(millis);
  }

  static Script<String> value(String value, int millis) {
    return Script.of(
        () -> {
          await(sleep(ms(millis)));
          return value;
        });
  }

  static Script<@Nullable Void> crash(Throwable failure, int millis) {
    return doing(
        () -> {
          await(sleep(ms(millis)));
          throw failure;
        });
  }

  /** Waits, and whatever becomes of that, fails. */
  static Script<@Nullable Void> crashAfterwards(Throwable failure) {
    return doing(
        () -> {
          try {
            await(sleep(ms(10_000)));
          } catch (CancelledError e) {
            throw failure;
          }
        });
  }

  /** Waits, and leaves a word if it is cancelled. */
  final Script<@Nullable Void> waiting(String word) {
    return doing(
        () -> {
          try {
            await(sleep(ms(10_000)));
          } catch (CancelledError e) {
            trace.add(word);
            throw e;
          }
        });
  }

  static List<Class<?>> types(Throwable group) {
    List<Class<?>> types = new ArrayList<>();
    for (Throwable member : Objects.requireNonNull(ExceptionGroups.members(group))) {
      types.add(member.getClass());
    }
    return types;
  }
}
