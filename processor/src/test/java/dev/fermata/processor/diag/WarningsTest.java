package dev.fermata.processor.diag;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is legal, but almost surely wrong. */
class WarningsTest {
  static final List<DiagnosticCase> CASES =
      List.of(
          DiagnosticCase.of(
              "dropped as a statement",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  foo();
                  ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  this.foo();
                      ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  sleep(Duration.ofSeconds(1));
                  ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by sleep(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  await(toThread(() -> foo()));
                  ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by await(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  for (foo(); hashCode() > 0; foo()) {}
                       ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                                              ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  switch (1) {
                    case 1 -> foo();
                              ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                    default -> {}
                  }
                  createTask(foo());
                  await(foo());
                  return foo();
                }
                default void bar() {
                  foo();
                  ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                }
              }
              """),
          DiagnosticCase.of(
              "dropped in a variable",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  Coroutine<Void> one = foo();
                                        ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  var two = (foo());
                             ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  Coroutine<Void> three;
                  three = foo();
                          ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  Coroutine<Void> four = foo();
                                         ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  four = foo();
                         ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  Runnable r = () -> {
                    Awaitable<Void> five = sleep(Duration.ZERO);
                                           ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by sleep(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  };
                  Coroutine<Void> read = foo();
                  Coroutine<Void> readLater;
                  readLater = foo();
                  Supplier<Coroutine<Void>> captured = () -> readLater;
                  var task = createTask(foo());
                  return read;
                }
              }
              """),
          DiagnosticCase.of(
              "dropped by a lambda or method reference",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(Integer x) {
                  List.of(1, 2).forEach(y -> foo(y));
                                             ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  List.of(1, 2).forEach(this::foo);
                                        ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  Runnable r = () -> foo(1);
                                     ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  Supplier<Coroutine<Void>> kept = () -> foo(2);
                  Function<Integer, Coroutine<Void>> alsoKept = this::foo;
                  Runnable task = () -> createTask(foo(3));
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "dropped outside of any @Async type",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(int x) {
                  return Coroutine.completed();
                }
                class Nested {
                  Nested(Foo foo) {
                    foo.foo(1);
                       ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  }
                }
              }
              ----
              record Main(int x) {
                Main {
                  new FooAsync().foo(x);
                                ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                }
                public static void main(String[] args) {
                  FooAsync foo = new FooAsync();
                  foo.foo(1);
                     ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  var forgotten = foo.foo(2);
                                     ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  new Thread(() -> foo.foo(3)).start();
                                      ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  List.of(1, 2).forEach(foo::foo);
                                        ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  run(foo.foo(4));
                }
                @SuppressWarnings("fermata.not-awaited")
                static void silent() {
                  new FooAsync().foo(5);
                }
              }
              """),
          DiagnosticCase.of(
              "coroutines that were made before",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(
                    Map<Integer, Coroutine<Void>> map, List<Coroutine<Void>> list) {
                  map.put(1, foo(map, list));
                  map.remove(2);
                  list.set(0, map.get(1));
                  Objects.requireNonNull(list.get(1));
                  return list.get(0);
                }
              }
              """),
          DiagnosticCase.of(
              "catch that swallows a cancellation",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  try {
                    await(foo());
                  } catch (RuntimeException | Error e) {
                                              ^
              | warning: [fermata.catch-throwable] Cancelling a task throws CancelledError at its
              | await. catch (Error) swallows it here. Catch Exception instead, or put catch
              | (CancelledError e) { throw e; } before it.
                    e.printStackTrace();
                  }
                  try (AutoCloseable c = await(bar())) {
                    System.out.println(c);
                  } catch (Throwable e) {
                           ^
              | warning: [fermata.catch-throwable] Cancelling a task throws CancelledError at its
              | await. catch (Throwable) swallows it here. Catch Exception instead, or put catch
              | (CancelledError e) { throw e; } before it.
                  }
                  while (true) {
                    try {
                      await(foo());
                    } catch (Throwable e) {
                             ^
              | warning: [fermata.catch-throwable] Cancelling a task throws CancelledError at its
              | await. catch (Throwable) swallows it here. Catch Exception instead, or put catch
              | (CancelledError e) { throw e; } before it.
                      if (hashCode() > 0) {
                        break;
                      }
                      throw e;
                    }
                    try {
                      await(foo());
                    } catch (Throwable e) {
                             ^
              | warning: [fermata.catch-throwable] Cancelling a task throws CancelledError at its
              | await. catch (Throwable) swallows it here. Catch Exception instead, or put catch
              | (CancelledError e) { throw e; } before it.
                      if (hashCode() > 0) {
                        throw e;
                      }
                    }
                  }
                  return Coroutine.completed();
                }
                default Coroutine<AutoCloseable> bar() {
                  return Coroutine.of(() -> {});
                }
              }
              """),
          DiagnosticCase.of(
              "catch that lets a cancellation through",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  try {
                    await(foo());
                  } catch (Throwable e) {
                    for (int i = 0; i < 3; i++) {
                      if (i == 2) break;
                    }
                    if (hashCode() > 0) {
                      throw new IllegalStateException(e);
                    } else {
                      throw e;
                    }
                  }
                  try {
                    await(foo());
                  } catch (CancelledError e) {
                    System.out.println("cancelled");
                  } catch (Throwable e) {
                    System.out.println(e);
                  }
                  try {
                    await(foo());
                  } catch (Throwable e) {
                    if (e instanceof CancelledError c) {
                      throw c;
                    }
                    System.out.println(e);
                  }
                  try {
                    await(foo());
                  } catch (Throwable e) {
                    if (e instanceof Error) throw (Error) e;
                  }
                  try {
                    Supplier<Coroutine<Void>> later = () -> Coroutine.of(await(foo()));
                  } catch (Throwable e) {
                    System.out.println(e);
                  }
                  try {
                    await(foo());
                  } catch (Exception e) {
                    System.out.println(e);
                  }
                  return Coroutine.completed();
                }
                default void bar() {
                  try {
                    System.out.println();
                  } catch (Throwable e) {
                    System.out.println(e);
                  }
                }
              }
              """),
          DiagnosticCase.of(
              "lock of a thread that is held across an await",
              """
              @Async abstract class Foo {
                final java.util.concurrent.locks.ReentrantReadWriteLock both =
                    new java.util.concurrent.locks.ReentrantReadWriteLock();
                abstract java.util.concurrent.locks.Lock lock();
                Coroutine<Void> foo(java.util.concurrent.locks.ReentrantLock lock)
                    throws InterruptedException {
                  lock.lock();
                      ^
              | warning: [fermata.lock-across-await] A lock of java.util.concurrent belongs to its
              | thread, and all tasks of a loop share one. lock is held across an await, where
              | other tasks run and walk through it. Use asyncio's Lock.
                  try {
                    await(bar());
                    await(bar());
                  } finally {
                    lock.unlock();
                  }
                  both.writeLock().lock();
                                  ^
              | warning: [fermata.lock-across-await] A lock of java.util.concurrent belongs to its
              | thread, and all tasks of a loop share one. both.writeLock() is held across an
              | await, where other tasks run and walk through it. Use asyncio's Lock.
                  await(bar());
                  both.writeLock().unlock();
                  lock.lockInterruptibly();
                      ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. ReentrantLock.lockInterruptibly() blocks. Use asyncio's
              | Lock.
                  Supplier<Coroutine<Void>> later = () -> Coroutine.of(await(bar()));
                  lock.unlock();
                  if (lock.tryLock()) {
                          ^
              | warning: [fermata.lock-across-await] A lock of java.util.concurrent belongs to its
              | thread, and all tasks of a loop share one. lock is held across an await, where
              | other tasks run and walk through it. Use asyncio's Lock.
                    await(bar());
                    lock.unlock();
                  } else {
                    await(bar());
                  }
                  await(bar());
                  return Coroutine.completed();
                }
                Coroutine<Void> bar() {
                  return Coroutine.completed();
                }
                void ordinary() {
                  both.readLock().lock();
                  both.readLock().unlock();
                }
              }
              """),
          DiagnosticCase.of(
              "silenced where it is",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  @SuppressWarnings("fermata.not-awaited")
                  Coroutine<Void> one = foo();
                  @SuppressWarnings({"unused", "fermata.blocking-call"})
                  Runnable r = () -> foo();
                                     ^
              | warning: [fermata.not-awaited] A coroutine does nothing until it is awaited or
              | scheduled. The one made by foo(..) is dropped. Write await(..) around it, or
              | createTask(..) to let it run beside.
                  @SuppressWarnings("all")
                  Runnable s = () -> foo();
                  return Coroutine.completed();
                }
                @SuppressWarnings("fermata.catch-throwable")
                default Coroutine<Void> bar() throws Exception {
                  try {
                    await(foo());
                    Thread.sleep(1);
                          ^
              | warning: [fermata.blocking-call] A coroutine that blocks its thread stops every
              | other task of the loop. Thread.sleep() blocks. Write await(sleep(..)).
                  } catch (Throwable e) {
                  }
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "silenced around it",
              """
              @SuppressWarnings({Outer.NOT_AWAITED, "fermata.blocking-call"})
              class Outer {
                static final String NOT_AWAITED = "fermata.not-awaited";
                @SuppressWarnings("fermata.lock-across-await")
                @Async interface Foo {
                  default Coroutine<Void> foo(java.util.concurrent.locks.Lock lock) throws Exception {
                    foo(lock);
                    Thread.sleep(1);
                    lock.lock();
                    await(foo(lock));
                    return Coroutine.completed();
                  }
                }
              }
              """),
          DiagnosticCase.of(
              "all turned off",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() throws Exception {
                  foo();
                  Thread.sleep(1);
                  try {
                    await(foo());
                  } catch (Throwable e) {
                  }
                  return Coroutine.completed();
                }
              }
              ----
              class Main {
                Main() {
                  new FooAsync().foo();
                }
              }
              """,
              "-Afermata.warnings=none"));

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }
}
