/**
 * What users import: asyncio's classes and functions, under asyncio's names in Java's case.
 *
 * <p>Start with {@link dev.fermata.asyncio.Asyncio}, which has the functions, and {@link
 * dev.fermata.asyncio.EventLoop}. A {@link dev.fermata.asyncio.Coroutine} is work that has not
 * begun, a {@link dev.fermata.asyncio.Task} is one that runs on a loop, a {@link
 * dev.fermata.asyncio.Future} is a result that will be there later; each is an {@link
 * dev.fermata.asyncio.Awaitable}.
 *
 * <p>Tasks that belong together are a {@link dev.fermata.asyncio.TaskGroup}. They wait for each
 * other with {@link dev.fermata.asyncio.Lock}, {@link dev.fermata.asyncio.Event}, {@link
 * dev.fermata.asyncio.Condition}, {@link dev.fermata.asyncio.Semaphore} and {@link
 * dev.fermata.asyncio.Barrier}, and hand things over through a {@link dev.fermata.asyncio.Queue}.
 * What is entered and left around a piece of work is an {@link
 * dev.fermata.asyncio.AsyncContextManager}.
 *
 * <p>Names are asyncio's, in Java's case: {@code create_task} is {@code createTask}. They differ
 * where Java leaves no choice:
 *
 * <table class="striped">
 *   <caption>Names that differ from asyncio's</caption>
 *   <thead>
 *     <tr><th scope="col">asyncio</th><th scope="col">here</th><th scope="col">because</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><th scope="row">{@code Event.wait}, {@code Condition.wait}, {@code Barrier.wait}</th>
 *       <td>{@code waitFor}</td>
 *       <td>{@code wait} is final in {@code Object}; so {@code java.lang.Process} has it</td></tr>
 *     <tr><th scope="row">{@code Condition.notify}, {@code notify_all}</th>
 *       <td>{@code signal}, {@code signalAll}</td>
 *       <td>likewise; so {@code java.util.concurrent.locks.Condition} has them</td></tr>
 *     <tr><th scope="row">{@code asyncio.wait}</th>
 *       <td>{@code Asyncio.wait}, never {@code wait} alone</td>
 *       <td>by its simple name javac finds {@code Object}'s first</td></tr>
 *     <tr><th scope="row">{@code InvalidStateError}, {@code TimeoutError}, {@code
 *       BrokenBarrierError}</th>
 *       <td>{@code InvalidStateException} and so on</td>
 *       <td>they are exceptions; {@code CancelledError} is an {@code Error}</td></tr>
 *     <tr><th scope="row">{@code QueueEmpty}, {@code QueueFull}, {@code QueueShutDown}, {@code
 *       StopAsyncIteration}</th>
 *       <td>{@code QueueEmptyException} and so on</td>
 *       <td>Java's custom</td></tr>
 *     <tr><th scope="row">{@code RuntimeError}, {@code ValueError} for misuse</th>
 *       <td>{@code IllegalStateException}, {@code IllegalArgumentException}</td>
 *       <td>Java's custom</td></tr>
 *     <tr><th scope="row">{@code FIRST_COMPLETED} and its like, and the pair of sets</th>
 *       <td>{@code ReturnWhen}, {@code WaitResult}</td>
 *       <td>constants are an enum, results a record</td></tr>
 *     <tr><th scope="row">{@code async with}</th>
 *       <td>{@code try} with resources, {@code AsyncContextManager.with}</td>
 *       <td>in a compiled body; elsewhere, and for a value, a method that takes the block</td></tr>
 *   </tbody>
 * </table>
 *
 * <p><a href="doc-files/asyncio.html">Another table</a> has every public name of asyncio's core,
 * and where to find it here.
 *
 * <p>Imports: {@code import static dev.fermata.asyncio.Asyncio.*} brings the functions. Classes are
 * best imported one by one. {@code import dev.fermata.asyncio.*} leaves some names ambiguous where
 * a package of Java's is imported whole as well:
 *
 * <ul>
 *   <li>{@code java.util.*}: {@code PriorityQueue}, {@code Queue}
 *   <li>{@code java.util.concurrent.*}: {@code BrokenBarrierException}, {@code Future}, {@code
 *       Semaphore}, {@code TimeoutException}
 *   <li>{@code java.util.concurrent.locks.*}: {@code Condition}, {@code Lock}
 * </ul>
 *
 * An import of the one class settles it: {@code import dev.fermata.asyncio.Queue}.
 *
 * <p>Threads: unless a method says that it may be called from any thread, it is to be called in the
 * thread that runs the loop in question, or while that loop does not run. In debug mode other calls
 * are refused.
 *
 * <p>Within: the loop ({@code SelectorEventLoop}) runs handles and tasks; a task steps {@link
 * dev.fermata.asyncio.CoroutineFrame frames}, which report what they wait for through a {@link
 * dev.fermata.asyncio.Driver}; a future that is done schedules its callbacks and the tasks that
 * wait with the loop. Locks and queues keep who waits in a {@code WaitQueue}. What is in force of
 * {@link dev.fermata.asyncio.Context contexts} stands in the loop's driver while it runs, otherwise
 * with the thread. The package imports {@code internal.*} and never {@code codegen}. {@code
 * Asyncio} and {@code EventLoop} are long because they are mostly documentation.
 */
@NullMarked
package dev.fermata.asyncio;

import org.jspecify.annotations.NullMarked;
