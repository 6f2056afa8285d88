/**
 * What generated code extends and calls; not for users.
 *
 * <p>It is public because generated classes live in users' packages. It is versioned together with
 * the processor, see {@link dev.fermata.asyncio.codegen.Protocol}, and changes only with it. It
 * depends on {@code dev.fermata.asyncio}, never the other way round.
 *
 * <p>The agreement. From a coroutine function the processor generates a class that extends {@link
 * dev.fermata.asyncio.codegen.AsyncFrame}, with a field for each variable that lives across an
 * await. It overrides
 *
 * <ul>
 *   <li>{@code step(driver, sent, thrown)}: goes on from {@code state}, which is 0 at first. To
 *       await, it sets {@code state} to where it wants to go on, calls {@code sent = await(driver,
 *       x)}, and if that is {@code SUSPENDED} returns {@code SUSPENDED}; otherwise it has the value
 *       at once and goes on. It is stepped again with the value as {@code sent}, or the failure as
 *       {@code thrown}. It returns the coroutine's result, or throws its failure. In state 0 it
 *       throws what is thrown: the coroutine was cancelled before it began.
 *   <li>{@code clear()}: drops what its fields refer to. The runtime calls it when the coroutine is
 *       done, and sets {@code state} to -1 itself.
 *   <li>{@code location()}: where it stands in the user's source, by {@code location(type, method,
 *       file, lineOfState...)}.
 * </ul>
 *
 * <p>Only the frame's own step calls its {@code await}, and it returns at once when that suspends:
 * what is awaited stands in the driver until then.
 *
 * <p>A generator function becomes a class that extends {@link
 * dev.fermata.asyncio.codegen.GeneratorFrame}. Its {@code step(sent, thrown)} returns what it
 * yields, {@code DONE} at the end, or {@code done(result)}. To delegate, it calls {@code sent =
 * yieldFrom(x)}: a value other than {@code DONE} is returned as if it were its own, and at {@code
 * DONE} the other's result is {@code takeResult()}.
 *
 * <p>An asynchronous generator function becomes a class that extends {@link
 * dev.fermata.asyncio.codegen.AsyncGeneratorFrame}, which does both: {@code SUSPENDED} is returned
 * when it waits, anything else but {@code DONE} is a value. The machine is not the generator, which
 * its {@code generator()} makes, once: so the machine does not keep the generator from being
 * collected.
 */
@NullMarked
package dev.fermata.asyncio.codegen;

import org.jspecify.annotations.NullMarked;
