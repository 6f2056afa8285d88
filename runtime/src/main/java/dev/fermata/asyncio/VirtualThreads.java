package dev.fermata.asyncio;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Virtual threads, where the JDK has them: from 21 on. */
final class VirtualThreads {

  private static final @Nullable MethodHandle NEW_EXECUTOR = find();

  private VirtualThreads() {}

  private static @Nullable MethodHandle find() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Executors.class,
              "newVirtualThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }

  static ExecutorService newExecutor() {
    if (NEW_EXECUTOR == null) {
      throw new UnsupportedOperationException(
          "virtual threads take JDK 21 or later, this is "
              + Runtime.version().feature()
              + ": leave the default executor as it is, or set a pool with more threads");
    }
    try {
      return (ExecutorService) NEW_EXECUTOR.invokeExact();
    } catch (Throwable e) {
      // On 19 and 20 they are a preview that has to be enabled.
      throw new UnsupportedOperationException("virtual threads are not enabled", e);
    }
  }
}
