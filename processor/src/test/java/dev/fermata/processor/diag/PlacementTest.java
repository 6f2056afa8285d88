package dev.fermata.processor.diag;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each misplaced await gets one error, at its own place; each well placed one none. */
class PlacementTest {
  static final List<DiagnosticCase> CASES =
      List.of(
          DiagnosticCase.of(
              "in a synchronized block",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo(Object lock) {
                  synchronized (await(bar())) {
                    synchronized (lock) {
                      return Coroutine.of(1 + Asyncio.await(foo(lock)));
                                                     ^
              | error: [fermata.await-in-synchronized] await cannot stand in a synchronized block:
              | the coroutine is left while it waits, and a monitor cannot be carried along. This
              | await stands in synchronized (lock). Use the asyncio Lock, or await before or
              | after the block.
                    }
                  }
                }
                default Coroutine<Object> bar() {
                  synchronized (this) {
                    Supplier<Coroutine<Object>> later = () -> Coroutine.of(await(bar()));
                    return bar();
                  }
                }
              }
              """),
          DiagnosticCase.of(
              "in a lambda of another interface",
              """
              @Async interface Foo {
                default Coroutine<List<Integer>> foo(List<Coroutine<Integer>> all) {
                  all.forEach(x -> await(x));
                                   ^
              | error: [fermata.await-in-lambda] await can stand in a lambda only if its
              | functional interface returns Coroutine. This lambda implements Consumer, whose
              | accept() returns void. Write a loop that awaits, or collect coroutines and await
              | gather(..).
                  all.forEach(x -> {
                    Supplier<Coroutine<Integer>> inner = () -> Coroutine.of(await(x));
                    System.out.println(
                        dev.fermata.asyncio.Asyncio
                            .await(x));
                            ^
              | error: [fermata.await-in-lambda] await can stand in a lambda only if its
              | functional interface returns Coroutine. This lambda implements Consumer, whose
              | accept() returns void. Write a loop that awaits, or collect coroutines and await
              | gather(..).
                  });
                  return Coroutine.of(all.stream().map(x -> await(x)).toList());
                                                            ^
              | error: [fermata.await-in-lambda] await can stand in a lambda only if its
              | functional interface returns Coroutine. This lambda implements Function, whose
              | apply() returns Integer. Write a loop that awaits, or collect coroutines and await
              | gather(..).
                }
              }
              """),
          DiagnosticCase.of(
              "in a lambda that returns a coroutine",
              """
              @Async interface Foo {
                default Coroutine<Void> foo(List<Coroutine<Integer>> all) {
                  Supplier<Coroutine<Integer>> one = () -> Coroutine.of(await(all.get(0)) + 1);
                  Function<Integer, Coroutine<Integer>> two =
                      x -> bar(() -> {
                        await(one.get());
                        return Coroutine.of(x);
                      });
                  return Coroutine.completed();
                }
                default <T> Coroutine<T> bar(Supplier<Coroutine<T>> s) { return s.get(); }
              }
              """),
          DiagnosticCase.of(
              "in a lambda without parameters",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() {
                  new Thread(() -> await(foo())).start();
                                   ^
              | error: [fermata.await-in-lambda] await can stand in a lambda only if its
              | functional interface returns Coroutine. This lambda implements Runnable, whose
              | run() returns void. Await before the lambda and use the result in it, or write a
              | coroutine function and start it with createTask(..).
                  return Coroutine.of(1);
                }
              }
              """),
          DiagnosticCase.of(
              "in a coroutine inside of what is none",
              """
              @Async class Foo {
                Supplier<Coroutine<Integer>> later = () -> Coroutine.of(await(foo()));
                                                                        ^
              | error: [fermata.await-in-local-coroutine] A lambda or class with awaits is
              | compiled together with the member around it, which has to be a coroutine function.
              | This await stands in a lambda, in the initializer of field later. Move it to a
              | method of Foo that returns Coroutine, and call that here.
                Supplier<Coroutine<Integer>> early;
                {
                  early = () -> Coroutine.of(await(foo()));
                                             ^
              | error: [fermata.await-in-local-coroutine] A lambda or class with awaits is
              | compiled together with the member around it, which has to be a coroutine function.
              | This await stands in a lambda, in an initializer block. Move it to a method of Foo
              | that returns Coroutine, and call that here.
                }
                Foo() {
                  early = () -> Coroutine.of(await(foo()));
                                             ^
              | error: [fermata.await-in-local-coroutine] A lambda or class with awaits is
              | compiled together with the member around it, which has to be a coroutine function.
              | This await stands in a lambda, in a constructor of Foo. Move it to a method of Foo
              | that returns Coroutine, and call that here.
                }
                Coroutine<Integer> foo() { return Coroutine.of(1); }
                void plain(List<Supplier<Coroutine<Integer>>> all) {
                  all.add(() -> Coroutine.of(await(foo())));
                                             ^
              | error: [fermata.await-in-local-coroutine] A lambda or class with awaits is
              | compiled together with the member around it, which has to be a coroutine function.
              | This await stands in a lambda, in plain(List<Supplier<Coroutine<Integer>>>), which
              | returns void. Move it to a method of Foo that returns Coroutine, and call that
              | here.
                  all.add(new Supplier<>() {
                    public Coroutine<Integer> get() { return Coroutine.of(await(foo())); }
                                                                          ^
              | error: [fermata.await-in-local-coroutine] A lambda or class with awaits is
              | compiled together with the member around it, which has to be a coroutine function.
              | This await stands in get() of an anonymous class, in
              | plain(List<Supplier<Coroutine<Integer>>>), which returns void. Move it to a method
              | of Foo that returns Coroutine, and call that here.
                  });
                  class Local {
                    Coroutine<Integer> get() {
                      Supplier<Coroutine<Integer>> s = () -> Coroutine.of(1);
                      return Coroutine.of(await(s.get()));
                                          ^
              | error: [fermata.await-in-local-coroutine] A lambda or class with awaits is
              | compiled together with the member around it, which has to be a coroutine function.
              | This await stands in get() of class Local, in
              | plain(List<Supplier<Coroutine<Integer>>>), which returns void. Move it to a method
              | of Foo that returns Coroutine, and call that here.
                    }
                  }
                }
                static Supplier<Coroutine<Integer>> make(Foo foo) {
                  return () -> Coroutine.of(await(foo.foo()));
                                            ^
              | error: [fermata.await-in-local-coroutine] A lambda or class with awaits is
              | compiled together with the member around it, which has to be a coroutine function.
              | This await stands in a lambda, in make(Foo), which is static. Move it to a method
              | of Foo that returns Coroutine, and call that here.
                }
              }
              """),
          DiagnosticCase.of(
              "in a method that returns a future",
              """
              @Async interface Foo {
                default Coroutine<Integer> foo() { return Coroutine.of(1); }
                default java.util.concurrent.CompletableFuture<Integer> stage() {
                  return java.util.concurrent.CompletableFuture.completedFuture(await(foo()));
                                                                                ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. stage() returns CompletableFuture<Integer>. Let it return
              | Coroutine<Integer> and end with return Coroutine.of(..).
                }
                default Task<List<Integer>> task() {
                  return createTask(Coroutine.of(List.of(await(foo()))));
                                                         ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. task() returns Task<List<Integer>>. Let it return
              | Coroutine<List<Integer>> and end with return Coroutine.of(..).
                }
                default Awaitable<Integer> awaitable() {
                  return Coroutine.of(await(foo()));
                                      ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. awaitable() returns Awaitable<Integer>. Let it return
              | Coroutine<Integer> and end with return Coroutine.of(..).
                }
                default Optional<Integer> optional() {
                  return Optional.of(await(foo()));
                                     ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. optional() returns Optional<Integer>. Let it return
              | Coroutine<Optional<Integer>> and end with return Coroutine.of(..).
                }
              }
              """),
          DiagnosticCase.of(
              "in a type that a method declares",
              """
              class Foo {
                void foo() {
                  @Async class Local {
                         ^
              | error: [fermata.type-local] The face of an @Async type stands in a file of its
              | own. Local is declared in a method, so no other file can name it. Move it out of
              | the method.
                    Coroutine<Integer> foo() { return Coroutine.of(await(foo()) + await(foo())); }
                  }
                }
              }
              """),
          DiagnosticCase.of(
              "as a method reference",
              """
              @Async interface Foo {
                default Coroutine<List<Integer>> foo(List<Coroutine<Integer>> all) {
                  Function<Coroutine<Integer>, Integer> f = Asyncio::await;
                                                            ^
              | error: [fermata.await-reference] await is compiled where it is written, so it
              | cannot be passed on as a method reference. Asyncio::await is a method reference to
              | it. Write a loop that awaits, or collect coroutines and await gather(..).
                  return Coroutine.of(all.stream().<Integer>map(Asyncio::await).toList());
                                                                ^
              | error: [fermata.await-reference] await is compiled where it is written, so it
              | cannot be passed on as a method reference. Asyncio::await is a method reference to
              | it. Write a loop that awaits, or collect coroutines and await gather(..).
                }
              }
              """),
          DiagnosticCase.of(
              "in initializers and constructors",
              """
              @Async class Foo {
                int a = await(foo());
                        ^
              | error: [fermata.await-in-initializer] await can stand in the body of a coroutine
              | function only. This one stands in the initializer of field a. Move it to a method
              | that returns Coroutine, and await that.
                static int b = await(Coroutine.of(1));
                               ^
              | error: [fermata.await-in-initializer] await can stand in the body of a coroutine
              | function only. This one stands in the initializer of field b. Move it to a method
              | that returns Coroutine, and await that.
                { await(foo()); }
                  ^
              | error: [fermata.await-in-initializer] await can stand in the body of a coroutine
              | function only. This one stands in an initializer block. Move it to a method that
              | returns Coroutine, and await that.
                static {
                  Asyncio.await(Coroutine.of(1));
                         ^
              | error: [fermata.await-in-initializer] await can stand in the body of a coroutine
              | function only. This one stands in an initializer block. Move it to a method that
              | returns Coroutine, and await that.
                }
                Supplier<Coroutine<Integer>> c = () -> Coroutine.of(await(foo()));
                                                                    ^
              | error: [fermata.await-in-local-coroutine] A lambda or class with awaits is
              | compiled together with the member around it, which has to be a coroutine function.
              | This await stands in a lambda, in the initializer of field c. Move it to a method
              | of Foo that returns Coroutine, and call that here.
                Foo() { await(foo()); }
                        ^
              | error: [fermata.await-in-constructor] await can stand in the body of a coroutine
              | function only. This one stands in a constructor of Foo. Write a coroutine function
              | that awaits first and creates the object then.
                Coroutine<Integer> foo() { return Coroutine.of(1); }
              }
              """),
          DiagnosticCase.of(
              "in the constant of an interface",
              """
              @Async interface Foo {
                int A = await(Coroutine.of(1));
                        ^
              | error: [fermata.await-in-initializer] await can stand in the body of a coroutine
              | function only. This one stands in the initializer of field A. Move it to a method
              | that returns Coroutine, and await that.
                List<Integer> B = List.of(1, Asyncio.await(Coroutine.of(1)));
                                                    ^
              | error: [fermata.await-in-initializer] await can stand in the body of a coroutine
              | function only. This one stands in the initializer of field B. Move it to a method
              | that returns Coroutine, and await that.
              }
              """),
          DiagnosticCase.of(
              "in static and ordinary methods",
              """
              @Async interface Foo {
                static Coroutine<Void> one() { await(one()); return Coroutine.completed(); }
                                               ^
              | error: [fermata.await-in-static] await cannot stand in a static method: the
              | generated face cannot override it. one() is static. Make it an instance method.
                default void two() { Asyncio.await(one()); }
                                            ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. two() returns void. Let it return Coroutine<Void> and end with
              | return Coroutine.completed().
                default int three() { return (await(Coroutine.of(3))); }
                                              ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. three() returns int. Let it return Coroutine<Integer> and end with
              | return Coroutine.of(..).
                private <T> Map<String, ? extends T> four(Map<String, T> map) {
                  return await(Coroutine.of(map));
                         ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. four(Map<String, T>) returns Map<String, ? extends T>. Let it
              | return Coroutine<Map<String, ? extends T>> and end with return Coroutine.of(..).
                }
                default boolean five() {
                  return hashCode() > 0
                      || await(Coroutine.of(true));
                         ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. five() returns boolean. Let it return Coroutine<Boolean> and end
              | with return Coroutine.of(..).
                }
                static void main(String[] args) {
                  await(one());
                  ^
              | error: [fermata.await-in-static] await cannot stand in a static method: the
              | generated face cannot override it. main(String[]) is static. Call run(..) in it,
              | or make it an instance method that returns Coroutine.
                }
              }
              """),
          DiagnosticCase.of(
              "in classes inside of a body",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  new Object() {
                    Coroutine<Void> in() { return Coroutine.of(await(foo())); }
                  };
                  class Local {
                    int field = await(bar(null));
                                ^
              | error: [fermata.await-in-nested-class] In a class inside a body await can stand in
              | a method that returns Coroutine only. This one stands in an initializer, in class
              | Local of foo(). Let the method return Coroutine, or await outside the class.
                    Coroutine<Void> in() { return Coroutine.of(await(foo())); }
                  }
                  record Pair(int x) {
                    static Coroutine<Integer> in() { return Coroutine.of(await(Coroutine.of(1))); }
                                                                         ^
              | error: [fermata.await-in-nested-class] In a class inside a body await can stand in
              | a method that returns Coroutine only. This one stands in in(), which is static, in
              | class Pair of foo(). Let the method return Coroutine, or await outside the class.
                  }
                  Supplier<Coroutine<Integer>> c = new Supplier<>() {
                    public Coroutine<Integer> get() {
                      return bar(() -> Coroutine.of(await(bar(this))));
                    }
                  };
                  return Coroutine.completed();
                }
                default <T> Coroutine<T> bar(Supplier<Coroutine<T>> s) { return s.get(); }
              }
              """),
          DiagnosticCase.of(
              "in types nested in an @Async type",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  return Coroutine.of(await(foo()));
                }
                class Bad {
                  Coroutine<Void> bad(Foo foo) {
                    return Coroutine.of(await(foo.foo()));
                                        ^
              | error: [fermata.await-outside-async] await can stand in an @Async type only. Bad
              | is not annotated @Async. Annotate it, and create its generated face Foo_BadAsync.
                  }
                  @Async interface Good {
                    default Coroutine<Void> good(Foo foo) {
                      return Coroutine.of(await(foo.foo()));
                    }
                  }
                }
                enum Kind {
                  A(await(Coroutine.of(1)));
                    ^
              | error: [fermata.await-outside-async] await can stand in an @Async type only. Kind
              | is not annotated @Async. Run the coroutine with run(..), or await it in a method
              | of an @Async type.
                  Kind(int x) {}
                }
              }
              """),
          DiagnosticCase.of(
              "in a record's compact constructor",
              """
              record Foo(int x) {
                Foo {
                  x = await(Coroutine.of(x));
                      ^
              | error: [fermata.await-outside-async] await can stand in an @Async type only. Foo
              | is not annotated @Async. Run the coroutine with run(..), or await it in a method
              | of an @Async type.
                }
              }
              """),
          DiagnosticCase.of(
              "where the annotation was forgotten",
              """
              interface Foo {
                default Coroutine<Void> foo() {
                  return Coroutine.of(await(foo()));
                                      ^
              | error: [fermata.await-outside-async] await can stand in an @Async type only. Foo
              | is not annotated @Async. Annotate it, and create its generated face FooAsync.
                }
              }
              ----
              class User {
                Coroutine<Void> foo = new FooAsync().foo();
              }
              """),
          DiagnosticCase.of(
              "in a program",
              """
              @Async interface Foo {
                default Coroutine<Void> foo() {
                  return Coroutine.completed();
                }
              }
              ----
              class Main {
                static final Function<Coroutine<Void>, Void> FUNCTION = Asyncio::await;
                                                                        ^
              | error: [fermata.await-reference] await is compiled where it is written, so it
              | cannot be passed on as a method reference. Asyncio::await is a method reference to
              | it. Write a loop that awaits, or collect coroutines and await gather(..).
                public static void main(String[] args) {
                  await(new FooAsync().foo());
                  ^
              | error: [fermata.await-outside-async] await can stand in an @Async type only. Main
              | is not annotated @Async. Run the coroutine with run(..), or await it in a method
              | of an @Async type.
                  new Thread() {
                    @Override public void run() {
                      await(new FooAsync().foo());
                      ^
              | error: [fermata.await-outside-async] await can stand in an @Async type only. Main
              | is not annotated @Async. Run the coroutine with run(..), or await it in a method
              | of an @Async type.
                    }
                  };
                }
              }
              """),
          DiagnosticCase.of(
              "where only constants may stand",
              """
              @Async interface Foo {
                @interface Note { int value(); }
                @Note(await(null)) default Coroutine<Void> foo() {
                           ^
              | error: expression not allowed as annotation value
                  return Coroutine.completed();
                }
              }
              """),
          DiagnosticCase.of(
              "with the type of the exception",
              """
              @Async interface Foo {
                default void foo(Future<Integer> future) throws Exception {
                  int x = 1 + await(future, Exception.class);
                              ^
              | error: [fermata.await-in-method] await can stand in the body of a coroutine
              | function only. foo(Future<Integer>) returns void. Let it return Coroutine<Void>
              | and end with return Coroutine.completed().
                }
              }
              """),
          DiagnosticCase.of(
              "as another method of that name",
              """
              @Async interface Foo {
                static <T> T await(T x) {
                  return x;
                }
                default int foo(List<Integer> all) {
                  synchronized (this) {
                    Function<Integer, Integer> f = Foo::await;
                    return await(1) + all.stream().mapToInt(x -> await(x)).sum();
                  }
                }
              }
              ----
              class User {
                int x = Foo.await(1);
                void foo(java.util.concurrent.CountDownLatch latch) throws Exception {
                  latch.await();
                }
              }
              """));

  @TestFactory
  Stream<DynamicTest> cases() {
    return DiagnosticCase.tests(CASES);
  }
}
