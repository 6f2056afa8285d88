package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Future;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A suspended, finished or closed coroutine keeps nothing that its body cannot use any more. */
final class LeakTest {
  private static final int COLLECTIONS = 50;

  private static final String SOURCE =
      """
      package leaks;

      import static dev.fermata.asyncio.Asyncio.await;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;
      import dev.fermata.asyncio.Future;
      import java.lang.ref.WeakReference;
      import java.util.List;

      @Async
      public interface Leaks {
        default Object watched(List<WeakReference<?>> seen) {
          Object made = new Object();
          seen.add(new WeakReference<>(made));
          return made;
        }

        default Coroutine<Integer> ready(int n) {
          return Coroutine.of(n);
        }

        default int second(Object a, int b) {
          return b;
        }

        default Coroutine<Integer> variable(Object o, Future<Integer> gate, List<WeakReference<?>> seen) {
          Object local = watched(seen);
          await(gate.done() ? gate : ready(local.hashCode()));
          return Coroutine.of(local.hashCode() + await(gate) + await(gate));
        }

        default Coroutine<Integer> operand(Object o, Future<Integer> gate, List<WeakReference<?>> seen) {
          return Coroutine.of(second(watched(seen), await(ready(1))) + await(gate));
        }

        default Coroutine<Integer> receiver(Object o, Future<Integer> gate, List<WeakReference<?>> seen) {
          return Coroutine.of((watched(seen).equals(await(ready(1))) ? 1 : 2) + await(gate));
        }

        default Coroutine<Integer> parameter(Object o, Future<Integer> gate, List<WeakReference<?>> seen) {
          int n = o.hashCode();
          return Coroutine.of(n + await(gate));
        }

        default Coroutine<Integer> awaited(Object o, Future<Integer> gate, List<WeakReference<?>> seen) {
          await(Coroutine.of(watched(seen)));
          return Coroutine.of(await(gate));
        }

        default Coroutine<Integer> loop(Object o, Future<Integer> gate, List<WeakReference<?>> seen) {
          for (Object each : List.of(watched(seen)).toArray()) {
            await(ready(each.hashCode()));
          }
          return Coroutine.of(await(gate));
        }

        default Coroutine<Integer> caught(Object o, Future<Integer> gate, List<WeakReference<?>> seen) {
          Object local = watched(seen);
          try {
            await(ready(1));
            throw new IllegalStateException(local.toString());
          } catch (IllegalStateException e) {
            await(ready(2));
          } finally {
            await(ready(3));
          }
          return Coroutine.of(await(gate));
        }

        default Coroutine<Integer> keeps(Object o, Future<Integer> gate, List<WeakReference<?>> seen) {
          Object local = watched(seen);
          await(gate);
          return Coroutine.of(local.hashCode());
        }
      }
      """;

  private final List<WeakReference<?>> seen = new ArrayList<>();
  private final EventLoop loop = EventLoop.create();
  private final Object leaks =
      TestCompiler.of(SOURCE).generator(Pipeline::new).compile().create("leaks.LeaksAsync");

  // catalogue 81
  @ParameterizedTest
  @ValueSource(strings = {"operand", "receiver", "parameter", "awaited", "loop", "caught"})
  void suspended(String name) {
    Future<Integer> gate = loop.createFuture();
    Coroutine<?> coroutine = call(name, gate);
    loop.createTask(coroutine);
    turn();
    assertCollected();
    gate.setResult(1);
    turn();
    loop.close();
    assertThat(coroutine).isNotNull();
  }

  // catalogue 81
  @Test
  void whatIsReadLaterIsKept() {
    Future<Integer> gate = loop.createFuture();
    Coroutine<?> coroutine = call("keeps", gate);
    loop.createTask(coroutine);
    turn();
    System.gc();
    assertThat(seen.get(1).get()).isNotNull();
    gate.setResult(1);
    turn();
    assertCollected();
    loop.close();
    assertThat(coroutine).isNotNull();
  }

  // catalogue 81
  @ParameterizedTest
  @ValueSource(strings = {"variable", "operand", "receiver", "parameter", "awaited", "loop"})
  void finished(String name) {
    Future<Integer> gate = loop.createFuture();
    gate.setResult(1);
    Coroutine<?> coroutine = call(name, gate);
    loop.createTask(coroutine);
    turn();
    assertCollected();
    loop.close();
    assertThat(coroutine).isNotNull();
  }

  // catalogue 81 104
  @Test
  void closedBeforeItBegan() {
    Coroutine<?> coroutine = call("parameter", loop.createFuture());
    coroutine.close();
    assertCollected();
    loop.close();
    assertThat(coroutine).isNotNull();
  }

  private void turn() {
    for (int i = 0; i < 5; i++) {
      loop.callSoon(loop::stop);
      loop.runForever();
    }
  }

  private void assertCollected() {
    for (int i = 0; i < COLLECTIONS && seen.stream().anyMatch(r -> r.get() != null); i++) {
      System.gc();
    }
    assertThat(seen).isNotEmpty().allSatisfy(reference -> assertThat(reference.get()).isNull());
  }

  private Coroutine<?> call(String name, Future<Integer> gate) {
    Object argument = new Object();
    seen.add(new WeakReference<>(argument));
    try {
      return (Coroutine<?>)
          leaks
              .getClass()
              .getMethod(name, Object.class, Future.class, List.class)
              .invoke(leaks, argument, gate, seen);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
