package dev.fermata.processor.diag;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each misplaced yield gets one error, at its own place; each well placed one none. */
class YieldTest {
  static final List<DiagnosticCase> CASES =
      List.of(
          DiagnosticCase.of(
              "outside of generators",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  Generator.yield(1);
                           ^
              | error: [fermata.yield-place] yield can stand in the body of a generator function
              | only. This one stands in a body that returns Coroutine<Integer>. Move it to a
              | method of an @Async type that returns Generator, or AsyncGenerator if it also
              | awaits.
                  return Coroutine.of(1);
                }
                default void ordinary(List<Integer> all) {
                  Generator.yieldFrom(all);
                           ^
              | error: [fermata.yield-place] yield can stand in the body of a generator function
              | only. This one stands in a body that returns void. Move it to a method of an
              | @Async type that returns Generator, or AsyncGenerator if it also awaits.
                }
                static Generator<Integer> fixed() {
                  Generator.yield(1);
                           ^
              | error: [fermata.yield-place] yield can stand in the body of a generator function
              | only. This one stands in a static method, which the generated face cannot
              | override. Move it to a method of an @Async type that returns Generator, or
              | AsyncGenerator if it also awaits.
                  return Generator.completed();
                }
                default Generator<Integer> inside(List<Integer> all) {
                  all.forEach(x -> Generator.yield(x));
                                            ^
              | error: [fermata.yield-place] yield can stand in the body of a generator function
              | only. This one stands in a body that returns void. Move it to a method of an
              | @Async type that returns Generator, or AsyncGenerator if it also awaits.
                  synchronized (this) {
                    Generator.yield(1);
                             ^
              | error: [fermata.yield-place] yield can stand in the body of a generator function
              | only. This one stands in a synchronized block, whose monitor cannot be carried
              | along. Move it to a method of an @Async type that returns Generator, or
              | AsyncGenerator if it also awaits.
                  }
                  Supplier<Generator<String>> fine = () -> {
                    Generator.yield("s");
                    return Generator.completed();
                  };
                  return Generator.completed();
                }
              }
              class Other {
                Generator<Integer> forgotten() {
                  Generator.yield(1);
                           ^
              | error: [fermata.yield-place] yield can stand in the body of a generator function
              | only. This one stands in a type that is not annotated @Async. Move it to a method
              | of an @Async type that returns Generator, or AsyncGenerator if it also awaits.
                  return Generator.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "of another kind",
              """
              @Async interface Foo {
                default AsyncGenerator<Integer> foo(AsyncGenerator<Integer> other) {
                  Generator.yield(1);
                           ^
              | error: [fermata.yield-kind] Each kind of generator has a yield of its own. This
              | one is that of Generator, in a body that returns AsyncGenerator<Integer>. Write
              | AsyncGenerator.yield(..).
                  AsyncGenerator.yield(await(Coroutine.of(2)));
                  return AsyncGenerator.completed();
                }
                default Generator<Integer> bar() {
                  AsyncGenerator.yield(1);
                                ^
              | error: [fermata.yield-kind] Each kind of generator has a yield of its own. This
              | one is that of AsyncGenerator, in a body that returns Generator<Integer>. Write
              | Generator.yield(..).
                  int x = await(Coroutine.of(2));
                          ^
              | error: [fermata.await-in-generator] A generator runs without an event loop, so it
              | cannot await. This body returns Generator<Integer>. Return AsyncGenerator, and
              | write AsyncGenerator.yield(..).
                  return Generator.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "in what is entered by awaiting",
              """
              @Async interface Foo {
                default Generator<Integer> foo(Lock lock) {
                  try (AutoCloseable ordinary = () -> {}; lock) {
                                                          ^
              | error: [fermata.await-in-generator] A generator runs without an event loop, so it
              | cannot await. This body returns Generator<Integer>. Return AsyncGenerator, and
              | write AsyncGenerator.yield(..).
                    Generator.yield(1);
                  } catch (Exception e) {
                    return Generator.completed();
                  }
                  try (Timeout limit = timeout(null)) {
                               ^
              | error: [fermata.await-in-generator] A generator runs without an event loop, so it
              | cannot await. This body returns Generator<Integer>. Return AsyncGenerator, and
              | write AsyncGenerator.yield(..).
                    Generator.yield(2);
                  }
                  return Generator.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "a return of another asynchronous generator",
              """
              @Async interface Foo {
                default AsyncGenerator<Integer> foo(AsyncGenerator<Integer> other) {
                  return other;
                         ^
              | error: [fermata.return-async-generator] An asynchronous generator cannot hand over
              | to another, as none can in Python. This returns other. Write for (var each :
              | await(..)) { AsyncGenerator.yield(each); }, and return AsyncGenerator.completed().
                }
              }
              """),
          DiagnosticCase.of(
              "of another type",
              """
              @Async interface Foo {
                default Generator<Long> foo(List<String> names, Generator<Long> longs) {
                  Generator.yield(1);
                                  ^
              | error: [fermata.yield-type] A generator yields values of the type that it is said
              | to have. This body returns Generator<Long>, and yields int here. Yield a value of
              | that type, or return a generator of another.
                  Generator.yieldFrom(names);
                                      ^
              | error: [fermata.yield-type] A generator yields values of the type that it is said
              | to have. This body returns Generator<Long>, and yields String here. Yield a value
              | of that type, or return a generator of another.
                  Generator.yield(List.of(names));
                                         ^
              | error: [fermata.yield-type] A generator yields values of the type that it is said
              | to have. This body returns Generator<Long>, and yields List<List<String>> here. If
              | it could be one of that type, say so: Generator.<Long, Void>yield(..).
                  Generator.yield(1L);
                  Generator.yield(null);
                  Generator.yieldFrom(longs);
                  return longs;
                }
              }
              """),
          DiagnosticCase.of(
              "of a type that javac infers",
              """
              @Async interface Foo {
                default Generator<List<String>> foo(boolean c, Collection<String> some, int[] no) {
                  Generator.yield(List.of());
                  Generator.yield((c ? new ArrayList<>() : new ArrayList<>(some)));
                  Generator.yield(c ? List.of("a", null) : some.stream().toList());
                  Generator.<List<String>, Void>yield(some.stream().collect(java.util.stream.Collectors.toList()));
                  Generator.yieldFrom(List.of());
                  Generator.yieldFrom(List.of(List.of(), new ArrayList<>()));
                  Generator.yield(List.of(1));
                                         ^
              | error: [fermata.yield-type] A generator yields values of the type that it is said
              | to have. This body returns Generator<List<String>>, and yields List<Integer> here.
              | If it could be one of that type, say so: Generator.<List<String>, Void>yield(..).
                  Generator.yield(new TreeSet<>());
                                  ^
              | error: [fermata.yield-type] A generator yields values of the type that it is said
              | to have. This body returns Generator<List<String>>, and yields TreeSet<Object>
              | here. If it could be one of that type, say so: Generator.<List<String>,
              | Void>yield(..).
                  return Generator.completed();
                }
                default AsyncGenerator<Map<Long, ? extends Number>> bar() {
                  AsyncGenerator.yield(Map.of());
                  AsyncGenerator.yield(Map.of(1L, 2.0));
                  AsyncGenerator.yield(new EnumMap<>(Thread.State.class));
                                       ^
              | error: [fermata.yield-type] A generator yields values of the type that it is said
              | to have. This body returns AsyncGenerator<Map<Long, ? extends Number>>, and yields
              | EnumMap<State, Object> here. If it could be one of that type, say so:
              | AsyncGenerator.<Map<Long, ? extends Number>, Void>yield(..).
                  return AsyncGenerator.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "all of an asynchronous generator in another",
              """
              @Async interface Foo {
                default AsyncGenerator<Integer> foo(List<Integer> others) {
                  Generator.yieldFrom(others);
                           ^
              | error: [fermata.yield-kind] Each kind of generator has a yield of its own. This
              | one is that of Generator, in a body that returns AsyncGenerator<Integer>. Write a
              | loop over it, and AsyncGenerator.yield(..) in that.
                  return AsyncGenerator.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "in lambdas and initializers",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  Supplier<Generator<Integer>> fine = () -> {
                    Generator.yield(1);
                    return Generator.completed();
                  };
                  Supplier<Coroutine<Integer>> wrong = () -> {
                    Generator.yield(1);
                             ^
              | error: [fermata.yield-place] yield can stand in the body of a generator function
              | only. This one stands in a body that returns Coroutine<Integer>. Move it to a
              | method of an @Async type that returns Generator, or AsyncGenerator if it also
              | awaits.
                    return Coroutine.of(1);
                  };
                  return Coroutine.of(fine.hashCode() + wrong.hashCode());
                }
              }
              """),
          DiagnosticCase.of(
              "raw generators",
              """
              @Async interface Foo {
                @SuppressWarnings("rawtypes")
                default Generator foo() {
                                  ^
              | error: [fermata.raw-coroutine] A coroutine function names the types of what it
              | returns. foo() returns the raw type Generator. Return Generator with the type of
              | the values.
                  Generator.yield(1);
                  return Generator.completed();
                }
                @SuppressWarnings("rawtypes")
                default SendGenerator bar() {
                                      ^
              | error: [fermata.raw-coroutine] A coroutine function names the types of what it
              | returns. bar() returns the raw type SendGenerator. Return SendGenerator with the
              | types of the values, of what is sent, and of the result.
                  return SendGenerator.returning(1);
                }
                @SuppressWarnings("rawtypes")
                default Generator<Integer> baz(Generator others) {
                  Generator.yieldFrom(others);
                  return Generator.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "generators that are dropped",
              """
              @Async interface Foo {
                default Generator<Integer> walk(int depth) {
                  if (depth > 0) {
                    walk(depth - 1);
                    ^
              | warning: [fermata.not-iterated] A generator does nothing until it is asked for its
              | values. The one made by walk(..) is dropped. Write Generator.yieldFrom(..) around
              | it to give its values out here, or go through it in a loop.
                    Generator.yield(depth);
                    Generator.yieldFrom(walk(depth - 1));
                  }
                  return Generator.completed();
                }
                default AsyncGenerator<Integer> ticks() {
                  Generator<Integer> unused = walk(1);
                                              ^
              | warning: [fermata.not-iterated] A generator does nothing until it is asked for its
              | values. The one made by walk(..) is dropped. Write Generator.yieldFrom(..) around
              | it to give its values out here, or go through it in a loop.
                  AsyncGenerator.yield(await(Coroutine.of(1)));
                  return AsyncGenerator.completed();
                }
                default Coroutine<Integer> foo() {
                  ticks();
                  ^
              | warning: [fermata.not-iterated] A generator does nothing until it is asked for its
              | values. The one made by ticks(..) is dropped. Go through it with for (var each :
              | await(..)) { .. }.
                  Runnable later = () -> walk(2);
                                         ^
              | warning: [fermata.not-iterated] A generator does nothing until it is asked for its
              | values. The one made by walk(..) is dropped. Write Generator.yieldFrom(..) around
              | it to give its values out here, or go through it in a loop.
                  later.run();
                  @SuppressWarnings("fermata.not-iterated")
                  Generator<Integer> silent = walk(1);
                  Generator<Integer> used = walk(1);
                  used.close();
                  int sum = 0;
                  for (int n : walk(3)) sum += n;
                  return Coroutine.of(sum + await(Coroutine.of(1)));
                }
              }
              """),
          DiagnosticCase.of(
              "an iterable awaited as a whole",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo(AsyncGenerator<Integer> values) {
                  for (int x : await(values)) {
                    System.out.println(x);
                  }
                  Iterable<Integer> all = await(values);
                                          ^
              | error: [fermata.await-iterable] What has many values is awaited one by one. This
              | awaits a whole dev.fermata.asyncio.AsyncGenerator<java.lang.Integer> outside the
              | head of a loop. Write for (var each : await(..)) { .. }.
                  return Coroutine.of(1);
                }
              }
              """));

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }
}
