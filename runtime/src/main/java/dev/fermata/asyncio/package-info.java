/**
 * What users import: asyncio's classes and functions, under asyncio's names in Java's case.
 *
 * <p>Start with {@link dev.fermata.asyncio.Asyncio}, which has the functions, and {@link
 * dev.fermata.asyncio.EventLoop}. A {@link dev.fermata.asyncio.Coroutine} is work that has not
 * begun, a {@link dev.fermata.asyncio.Task} is one that runs on a loop, a {@link
 * dev.fermata.asyncio.Future} is a result that will be there later; each is an {@link
 * dev.fermata.asyncio.Awaitable}.
 *
 * <p><a href="doc-files/asyncio.html">This table</a> has every public name of asyncio's core, and
 * where to find it here.
 *
 * <p>Threads: unless a method says that it may be called from any thread, it is to be called in the
 * thread that runs the loop in question, or while that loop does not run. In debug mode other calls
 * are refused.
 *
 * <p>Within: the loop ({@code SelectorEventLoop}) runs handles and tasks; a task steps {@link
 * dev.fermata.asyncio.CoroutineFrame frames}, which report what they wait for through a {@link
 * dev.fermata.asyncio.Driver}; a future that is done schedules its callbacks and the tasks that
 * wait with the loop. What is in force of {@link dev.fermata.asyncio.Context contexts} stands in
 * the loop's driver while it runs, otherwise with the thread. The package imports {@code
 * internal.*} and never {@code codegen}. {@code Asyncio} and {@code EventLoop} are long because
 * they are mostly documentation.
 */
@NullMarked
package dev.fermata.asyncio;

import org.jspecify.annotations.NullMarked;
