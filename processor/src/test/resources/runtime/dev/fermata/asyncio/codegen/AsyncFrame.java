package dev.fermata.asyncio.codegen;

import dev.fermata.asyncio.CoroutineFrame;

public abstract class AsyncFrame<T> extends CoroutineFrame<T> {}
