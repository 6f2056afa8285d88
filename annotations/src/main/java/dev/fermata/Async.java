package dev.fermata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface or class whose coroutine functions are to be compiled to state machines.
 *
 * <p>A coroutine function is a method with a body that returns {@code Coroutine<T>}; in its body,
 * {@code await(x)} suspends until {@code x} is done and is then its result. All other methods of
 * the type are left alone, but for {@code void} methods that JUnit calls for each test: their
 * bodies are coroutines too, which run to their end on the loop that is set for the thread. It is
 * the counterpart of Python's {@code async def}, for all the methods of a type at once.
 *
 * <pre>{@code
 * @Async
 * public interface Sums {
 *   default Coroutine<Integer> compute(int x, int y) {
 *     await(sleep(Duration.ofSeconds(1)));
 *     return Coroutine.of(x + y);
 *   }
 * }
 * }</pre>
 *
 * <p>For a type {@code Foo} the annotation processor generates a class {@code FooAsync} in the same
 * package: public if {@code Foo} is, and concrete if {@code Foo} leaves no method abstract. For a
 * nested type {@code Outer.Foo} its name is {@code Outer_FooAsync}. Coroutines come from objects of
 * the generated class: {@code new SumsAsync().compute(1, 2)}. The bodies as written never run.
 *
 * <p>The annotation is not inherited: a subtype that has coroutine functions of its own needs it
 * too. It is kept at run time, because types in compiled jars are inherited from like types in
 * source, and because whether a method is a coroutine function can also be asked by reflection.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Async {}
