package dev.fermata.examples.retry;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.getRunningLoop;
import static dev.fermata.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fermata.Async;
import dev.fermata.asyncio.CancelledError;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Task;
import dev.fermata.testing.InVirtualTime;
import dev.fermata.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minutes of retries, tested in milliseconds: the clock jumps over each pause. */
@Async
@InVirtualTime
class RetryingClientTest {

  /** When the server was asked. */
  private final List<Duration> asked = new ArrayList<>();

  private int failures;
  private Duration delay = Duration.ofMillis(100);

  /** A server that is not there for the first requests. */
  Coroutine<String> server(String request) throws IOException {
    asked.add(Duration.ofNanos(getRunningLoop().time()));
    await(sleep(delay));
    if (asked.size() <= failures) {
      throw new IOException("refused " + asked.size());
    }
    return Coroutine.of("answer to " + request);
  }

  private RetryingClient client(int attempts) {
    return new RetryingClientAsync(this::server, attempts);
  }

  @Test
  void asksOnceIfTheServerIsThere(VirtualTime time) throws IOException {
    assertThat(await(client(5).ask("hello"))).isEqualTo("answer to hello");
    assertThat(time.now()).isEqualTo(delay);
  }

  @Test
  void pausesDouble() throws IOException {
    failures = 4;
    assertThat(await(client(5).ask("hello"))).isEqualTo("answer to hello");
    assertThat(asked)
        .extracting(Duration::toMillis)
        .containsExactly(0L, 1_100L, 3_200L, 7_300L, 15_400L);
  }

  @ParameterizedTest
  @CsvSource({"1, 0s", "3, 3s", "6, 31s", "7, 63s", "8, 2m3s", "60, 54m3s"})
  void pausesAddUp(int attempts, String pauses, VirtualTime time) throws IOException {
    failures = attempts - 1;
    delay = Duration.ZERO;
    await(client(attempts).ask("hello"));
    assertThat(time.now()).isEqualTo(Duration.parse("PT" + pauses));
  }

  @Test
  void givesUpWithAllFailures() {
    failures = 3;
    try {
      await(client(3).ask("hello"));
      fail("there was an answer");
    } catch (IOException e) {
      assertThat(e).hasMessage("refused 3");
      assertThat(e.getSuppressed()).singleElement().asString().contains("refused 2");
    }
  }

  @Test
  void hasPatienceForHalfAMinute(VirtualTime time) {
    delay = Duration.ofDays(1);
    try {
      await(client(2).ask("hello"));
      fail("there was an answer");
    } catch (IOException e) {
      assertThat(e).hasMessage("no answer within 30 seconds");
      assertThat(time.now()).isEqualTo(Duration.ofSeconds(61));
    }
  }

  @Test
  void doesNotGoOnWhenCancelled() throws IOException {
    failures = 3;
    Task<String> task = createTask(client(5).ask("hello"));
    await(sleep(Duration.ofSeconds(2)));
    task.cancel();
    try {
      await(task);
      fail("it went on");
    } catch (CancelledError e) {
      assertThat(asked).hasSize(2);
    }
  }
}
