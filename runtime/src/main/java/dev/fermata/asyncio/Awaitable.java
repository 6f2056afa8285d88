package dev.fermata.asyncio;

import org.jspecify.annotations.Nullable;

/**
 * What {@code await} can wait for: a {@link Coroutine}, a {@link Future} or a {@link Task}.
 *
 * <p>A coroutine does nothing until it is awaited or scheduled, and runs once. A future or task
 * goes its own way and may be awaited any number of times.
 *
 * <p>The counterpart of {@code collections.abc.Awaitable}.
 *
 * @param <T> the type of the result
 */
public sealed interface Awaitable<T extends @Nullable Object> permits Coroutine, Future, Yield {}
