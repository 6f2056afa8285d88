package dev.fermata.asyncio;

/**
 * What {@code await} can wait for: a coroutine, a future or a task.
 *
 * <p>The counterpart of {@code collections.abc.Awaitable}.
 *
 * @param <T> the type of the result
 */
public interface Awaitable<T> {}
