package dev.fermata.asyncio;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@code shutdownDefaultExecutor}. */
final class ExecutorShutdown extends CoroutineFrame<Void> {

  private final LoopExecutor executor;
  private final @Nullable Duration timeout;

  ExecutorShutdown(LoopExecutor executor, @Nullable Duration timeout) {
    this.executor = executor;
    this.timeout = timeout;
  }

  @Override
  protected @Nullable Object step(Driver driver, @Nullable Object sent, @Nullable Throwable thrown)
      throws Throwable {
    if (state == 0 && thrown == null) {
      state = 1;
      ExecutorService service = executor.beginShutdown();
      if (service == null) {
        return null;
      }
      Future<@Nullable Void> terminated = driver.loop.createFuture();
      Thread waiter = new Thread(() -> shutDown(service, terminated), "asyncio_shutdown");
      waiter.setDaemon(true);
      EventLoop loop = driver.loop;
      loop.workElsewhere++;
      terminated.addDoneCallback(future -> loop.workElsewhere--);
      waiter.start();
      return await(driver, WaitFor.of(terminated, timeout));
    }
    if (thrown instanceof TimeoutException) {
      ExceptionReports.warn(
          "The executor did not finish joining its threads within " + timeout + ": they go on");
      return null;
    }
    if (thrown != null) {
      throw thrown;
    }
    return null;
  }

  private static void shutDown(ExecutorService service, Future<@Nullable Void> terminated) {
    try {
      service.shutdown();
      while (!service.awaitTermination(1, TimeUnit.DAYS)) {
        // As long as it takes; the coroutine has its own limit.
      }
      Interop.callSoonUnlessClosed(
          terminated.loop,
          () -> {
            if (!terminated.done()) {
              terminated.finish(null);
            }
          });
    } catch (Throwable exception) {
      Interop.callSoonUnlessClosed(
          terminated.loop,
          () -> {
            if (!terminated.done()) {
              terminated.fail(exception);
            }
          });
    }
  }
}
