package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test with a loop whose clock is virtual, and a trace of what happened. What is reported to the
 * loop's exception handler must be {@link #takeReports taken}, or the test fails.
 */
abstract class LoopTest {

  final VirtualClockLoop.Clock clock = new VirtualClockLoop.Clock();
  EventLoop loop = VirtualClockLoop.create(clock);
  final List<String> trace = new ArrayList<>();
  private final List<ExceptionContext> reports = new ArrayList<>();

  @BeforeEach
  final void collectReports() {
    loop.setExceptionHandler((loop, context) -> reports.add(context));
  }

  @AfterEach
  final void closeLoop() {
    loop.close();
    assertThat(reports).as("reports that the test did not expect").isEmpty();
  }

  final List<ExceptionContext> takeReports() {
    List<ExceptionContext> taken = List.copyOf(reports);
    reports.clear();
    return taken;
  }

  /** A callback that leaves a word in the trace. */
  final Runnable say(String word) {
    return () -> trace.add(word);
  }

  /** Runs a coroutine, written as a {@link Script}, to its end. */
  final void run(Script.Action body) {
    loop.runUntilComplete(Script.doing(body));
  }

  /** Runs what is ready, and what becomes ready by that in the same number of turns. */
  final void turns(int count) {
    for (int i = 0; i < count; i++) {
      loop.stop();
      loop.runForever();
    }
  }
}
