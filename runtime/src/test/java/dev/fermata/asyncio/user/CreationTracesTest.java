package dev.fermata.asyncio.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.ExceptionContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where debug mode says that things were created: at the user's line. In a package of its own, as
 * positions in the runtime's are left out.
 */
class CreationTracesTest {

  private static final String HERE = "created at CreationTracesTest.java:";

  private final EventLoop loop = EventLoop.create();
  private final List<ExceptionContext> reports = new ArrayList<>();

  @BeforeEach
  void setDebug() {
    loop.setDebug(true);
    loop.setExceptionHandler((loop, context) -> reports.add(context));
  }

  @AfterEach
  void close() {
    loop.close();
  }

  private void turn() {
    loop.stop();
    loop.runForever();
  }

  private void assertReportedWithTrace() {
    assertThat(reports)
        .singleElement()
        .satisfies(
            report ->
                assertThat(report.details())
                    .extractingByKey("sourceTraceback")
                    .asString()
                    .contains("CreationTracesTest.java"));
  }

  @Test
  void ofAFuture() {
    assertThat(loop.createFuture().toString()).contains(HERE);
  }

  @Test
  void ofATask() {
    assertThat(loop.createTask(Coroutine.of(1)).toString()).contains(HERE);
    turn();
  }

  @Test
  void ofAHandle() {
    assertThat(loop.callSoon(() -> {}).toString()).contains(HERE);
    assertThat(loop.callAt(0, () -> {}).toString()).contains(HERE);
  }

  @Test
  void inTheReportOfACallbacksException() {
    loop.callSoon(
        () -> {
          throw new IllegalStateException("callback");
        });
    turn();
    assertReportedWithTrace();
  }

  @Test
  void inTheReportOfAnExceptionNeverRetrieved() {
    loop.createFuture().setException(new IllegalStateException("lost"));
    loop.close();
    assertReportedWithTrace();
  }

  @Test
  void inTheReportOfATaskThatIsPendingAtTheEnd() {
    loop.createTask(Asyncio.sleep(Duration.ofDays(1), "never"));
    turn();
    loop.close();
    assertReportedWithTrace();
    assertThat(reports.get(0).message()).startsWith("Task was destroyed but it is pending!");
  }

  @Test
  void inWhatIsLoggedFromWithinACallback() {
    loop.setExceptionHandler(null);
    List<String> logged = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.fermata.asyncio");
    Handler capture =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.setUseParentHandlers(false);
    logger.addHandler(capture);
    loop.callSoon(() -> loop.callExceptionHandler(ExceptionContext.of("from within")));
    turn();
    logger.removeHandler(capture);
    logger.setUseParentHandlers(true);
    assertThat(logged)
        .singleElement()
        .asString()
        .contains("from within\nHandle created at (most recent call first):")
        .contains("CreationTracesTest.java");
  }

  @Test
  void notOutsideOfDebugMode() {
    loop.setDebug(false);
    assertThat(loop.createFuture()).hasToString("<Future pending>");
    assertThat(loop.callSoon(() -> {}).toString()).doesNotContain("created at");
  }
}
