package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a null where none belongs fails the test
class UnretrievedExceptionsTest extends LoopTest {

  private final RuntimeException failure = new RuntimeException("nobody looked");

  private static void collect(WeakReference<?> garbage) {
    // Phantom references are enqueued some time after a weak one is cleared; see the callers.
    while (garbage.get() != null) {
      System.gc();
    }
  }

  private WeakReference<Future<?>> fail() {
    Future<?> future = loop.createFuture();
    future.setException(failure);
    return new WeakReference<>(future);
  }

  private WeakReference<Future<?>> failTask() {
    Task<?> task = loop.createTask(Coroutine.failed(failure), "lost");
    turns(1);
    return new WeakReference<>(task);
  }

  /** Turns until the collector has told of the future. */
  private List<ExceptionContext> awaitReports() {
    List<ExceptionContext> reports;
    do {
      System.gc();
      turns(1);
      reports = takeReports();
    } while (reports.isEmpty());
    return reports;
  }

  @Test
  void reportedWhenTheFutureIsCollected() {
    collect(fail());
    assertThat(awaitReports())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.message()).isEqualTo("Future exception was never retrieved");
              assertThat(report.exception()).isSameAs(failure);
            });
  }

  @Test
  void reportedWithTheTasksName() {
    collect(failTask());
    assertThat(awaitReports())
        .singleElement()
        .satisfies(
            report ->
                assertThat(report.message())
                    .isEqualTo("Task lost (ReadyCoroutine) exception was never retrieved"));
  }

  @Test
  void reportedWhenTheLoopIsClosed() {
    Future<?> first = loop.createFuture();
    Future<?> second = loop.createFuture();
    first.setException(failure);
    second.setException(new IllegalArgumentException("second"));
    loop.close();
    assertThat(takeReports())
        .extracting(ExceptionContext::exception)
        .extracting(Throwable::getMessage)
        .containsExactly("nobody looked", "second");
  }

  @Test
  void notReportedAfterResult() {
    Future<?> future = loop.createFuture();
    future.setException(failure);
    assertThat(catchThrowable(future::result)).isSameAs(failure);
  }

  @Test
  void notReportedAfterException() {
    Future<?> future = loop.createFuture();
    future.setException(failure);
    assertThat(future.exception()).isSameAs(failure);
  }

  @Test
  void notReportedAfterCancel() {
    Future<?> future = loop.createFuture();
    future.setException(failure);
    assertThat(future.cancel()).isFalse();
  }

  @Test
  void notReportedIfATaskAwaitsIt() {
    Future<?> future = loop.createFuture();
    Task<?> task = loop.createTask(TestFrame.awaiting(future));
    turns(1);
    future.setException(failure);
    assertThat(catchThrowable(() -> loop.runUntilComplete(task))).isSameAs(failure);
  }

  @Test
  void notReportedIfRunUntilCompleteThrowsIt() {
    assertThat(catchThrowable(() -> loop.runUntilComplete(Coroutine.failed(failure))))
        .isSameAs(failure);
  }
}
