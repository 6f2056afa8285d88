package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.fails;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the failures of the work, and of those to leave. */
class AsyncContextManagerTest extends LoopTest {

  /** Fails to leave. */
  private static final class Stuck implements AsyncContextManager<Void> {
    private final RuntimeException failure;
    private final boolean atOnce;

    Stuck(RuntimeException failure, boolean atOnce) {
      this.failure = failure;
      this.atOnce = atOnce;
    }

    @Override
    public Awaitable<Void> aenter() {
      return Coroutine.completed();
    }

    @Override
    public Awaitable<Void> aexit(@Nullable Throwable thrown) {
      if (atOnce) {
        throw failure;
      }
      return doing(
          () -> {
            await(sleep(Duration.ofSeconds(1)));
            throw failure;
          });
    }
  }

  private final IllegalStateException work = new IllegalStateException("work");

  private void leaving(RuntimeException failure, Throwable thrown) {
    for (boolean atOnce : new boolean[] {true, false}) {
      run(
          () ->
              assertThat(
                      fails(
                          RuntimeException.class,
                          () ->
                              with(
                                  new Stuck(failure, atOnce),
                                  none -> {
                                    throw thrown;
                                  })))
                  .isSameAs(failure));
    }
  }

  @Test
  void keepsWhatTheWorkHasThrown() {
    IllegalArgumentException leave = new IllegalArgumentException("leave");
    leaving(leave, work);
    assertThat(leave.getSuppressed()).containsExactly(work);
  }

  @Test
  void addsNothingToWhatTellsOfItAlready() {
    leaving(work, work);
    assertThat(work.getSuppressed()).isEmpty();

    IllegalArgumentException caused = new IllegalArgumentException("leave", work);
    leaving(caused, work);
    assertThat(caused.getSuppressed()).isEmpty();

    ExceptionGroup group = new ExceptionGroup("several", List.of(work));
    leaving(group, work);
    assertThat(group.getSuppressed()).containsExactly(work);
  }

  @Test
  void addsNoCancellation() {
    IllegalArgumentException leave = new IllegalArgumentException("leave");
    leaving(leave, new CancelledError());
    assertThat(leave.getSuppressed()).isEmpty();
  }

  /** As when a resource inside could not be closed while the task was cancelled. */
  @Test
  void keepsWhatACancellationHasSuppressed() {
    IllegalArgumentException leave = new IllegalArgumentException("leave");
    CancelledError cancelled = new CancelledError();
    cancelled.addSuppressed(work);
    leaving(leave, cancelled);
    assertThat(leave.getSuppressed()).containsExactly(cancelled);
  }

  @Test
  void endsForExceptionsThatCauseEachOther() {
    IllegalArgumentException leave = new IllegalArgumentException("leave");
    IllegalArgumentException other = new IllegalArgumentException("other", leave);
    leave.initCause(other);
    leaving(leave, work);
    assertThat(leave.getSuppressed()).containsExactly(work);
  }
}
