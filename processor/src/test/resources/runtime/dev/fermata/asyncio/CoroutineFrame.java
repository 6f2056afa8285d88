package dev.fermata.asyncio;

public abstract class CoroutineFrame<T> implements Coroutine<T> {
  protected abstract Object step(Driver driver, Object sent, Throwable thrown) throws Throwable;
}
