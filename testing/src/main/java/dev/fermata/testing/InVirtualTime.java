package dev.fermata.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Has JUnit Jupiter run the tests of a class, each on a loop of its own in {@link VirtualTime}. In
 * an {@code @Async} class test methods await:
 *
 * <pre>{@code
 * @Async
 * @InVirtualTime
 * class ClientTest {
 *
 *   private Client client;
 *
 *   @BeforeEach
 *   void connect() {
 *     client = await(Client.connect());
 *   }
 *
 *   @Test
 *   void givesUpAfterAMinute(VirtualTime time) {
 *     assertThrows(TimeoutException.class, ...);
 *     assertEquals(Duration.ofMinutes(1), time.now());
 *   }
 *
 *   @ParameterizedTest
 *   @ValueSource(ints = {1, 2, 3})
 *   void retries(int times) {
 *     assertEquals("ok", await(client.fetch(times)));
 *   }
 * }
 * }</pre>
 *
 * <p><b>How it works.</b> JUnit insists that a test method returns nothing. So in an {@code @Async}
 * class Fermata compiles the {@code void} methods too that JUnit calls for each test: those with
 * {@code @Test} or any other annotation that marks tests, with {@code @BeforeEach} and with
 * {@code @AfterEach}. In them {@code await} may stand as in any coroutine function. JUnit finds and
 * reports the tests in the class as written; its objects are of the generated class. Such a method
 * must not be private, static or final; {@code @BeforeAll} and {@code @AfterAll} methods cannot
 * await. An inner class with {@code @Nested} cannot be {@code @Async}; in it and in classes that
 * are not, test methods are ordinary ones that call {@link VirtualTime#runUntilComplete}.
 *
 * <p><b>Parameters.</b> Methods may have a {@link VirtualTime} or its {@link
 * dev.fermata.asyncio.EventLoop} as parameter, besides those that other extensions resolve. The
 * methods around a test and the test itself share them.
 *
 * <p><b>Failures</b> are those of {@link VirtualTime}; the limits hold for each method by itself.
 * What is left at the end is looked for after the {@code @AfterEach} methods. The module turns
 * debug mode on in JVMs that the JUnit Platform's launcher starts, unless {@code -Dfermata.debug}
 * says otherwise, so that coroutines that were never awaited are left as well.
 *
 * <p>On a method it has that test run otherwise than the others of the class.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(VirtualTimeExtension.class)
public @interface InVirtualTime {

  /**
   * {@return how much virtual time each method may take, such as {@code 90s} or {@code 1h30m}; any
   * if empty}
   */
  String timeout() default "";

  /** {@return how long each method may really take, such as {@code 10s}; a minute if empty} */
  String realTimeout() default "";

  /** {@return whether what is ready at the same time runs in a random order} */
  boolean shuffle() default false;

  /** {@return the seed of that order; 0 to draw one if it is to be random} */
  long seed() default 0;

  /** {@return whether every {@code await} suspends} */
  boolean everyAwaitSuspends() default false;

  /**
   * {@return whether the clock stands still while one of Java's own futures is awaited; see {@link
   * Options#holdForStages}}
   */
  boolean holdForStages() default true;
}
