package dev.fermata.asyncio;

/** What {@code await} returns at once. */
public interface Awaitable<T> {
  T get() throws Throwable;
}
