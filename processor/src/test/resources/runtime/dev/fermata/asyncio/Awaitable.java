package dev.fermata.asyncio;

public interface Awaitable<T> {}
