/**
 * The queues of an event loop, each generic and ignorant of loops, handles and tasks.
 *
 * <p>Data flows one way: other threads put into {@link
 * dev.fermata.asyncio.internal.queue.CrossThreadQueue}; the loop moves that, and what is due in its
 * {@link dev.fermata.asyncio.internal.queue.TimerHeap}, into its {@link
 * dev.fermata.asyncio.internal.queue.ReadyQueue}, from which it runs. This package imports nothing
 * of Fermata.
 */
@NullMarked
package dev.fermata.asyncio.internal.queue;

import org.jspecify.annotations.NullMarked;
