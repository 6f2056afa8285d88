package dev.fermata.asyncio;

public class Future<T> implements Awaitable<T> {}
