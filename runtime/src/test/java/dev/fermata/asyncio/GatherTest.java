package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a null where none belongs fails the test
class GatherTest extends LoopTest {

  private final Future<String> a = loop.createFuture();
  private final Future<String> b = loop.createFuture();
  private final Future<String> c = loop.createFuture();

  @BeforeEach
  void setLoop() {
    Asyncio.setEventLoop(loop);
  }

  @AfterEach
  void unsetLoop() {
    Asyncio.setEventLoop(null);
  }

  @Test
  void resultsStandInTheOrderGiven() {
    Future<List<String>> all = Asyncio.gather(a, b, c);
    b.setResult("b");
    a.setResult("a");
    turns(1);
    assertThat(all.done()).isFalse();
    c.setResult("c");
    assertThat(loop.runUntilComplete(all)).containsExactly("a", "b", "c");
  }

  @Test
  void ofNothingIsDone() {
    assertThat(Asyncio.gather(List.<Future<String>>of()).result()).isEmpty();
  }

  @Test
  void runsCoroutinesAtOnce() {
    Coroutine<Integer> slow = Asyncio.sleep(Duration.ofSeconds(2), 1);
    Coroutine<Integer> fast = Asyncio.sleep(Duration.ofSeconds(1), 2);
    assertThat(loop.runUntilComplete(Asyncio.gather(slow, fast))).containsExactly(1, 2);
    assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2).toNanos());
  }

  @Test
  void nullIsAResult() {
    a.setResult(null);
    assertThat(loop.runUntilComplete(Asyncio.gather(a))).containsExactly((String) null);
  }

  @Test
  void theSameTwiceCountsTwice() {
    Coroutine<String> coroutine = Coroutine.of("r");
    assertThat(loop.runUntilComplete(Asyncio.gather(coroutine, coroutine)))
        .containsExactly("r", "r");
    Future<List<String>> futures = Asyncio.gather(a, a);
    a.setResult("f");
    assertThat(loop.runUntilComplete(futures)).containsExactly("f", "f");
  }

  @Test
  void allDoneIsDoneAtOnce() {
    a.setResult("a");
    b.setResult("b");
    assertThat(Asyncio.gather(a, b).result()).containsExactly("a", "b");
  }

  @Test
  void firstFailureFailsItAndTheOthersGoOn() {
    IOException failure = new IOException();
    Future<List<String>> all = Asyncio.gather(a, b, c);
    b.setException(failure);
    assertThat(catchThrowable(() -> loop.runUntilComplete(all))).isSameAs(failure);
    assertThat(a.done()).isFalse();
    assertThat(all.cancel()).as("it is done").isFalse();
    assertThat(a.cancelled()).isFalse();
    a.setResult("a");
    c.setException(new IOException("nobody waits for this one any more, and it is not reported"));
    turns(1);
  }

  @Test
  void aCancelledChildFailsIt() {
    Future<List<String>> all = Asyncio.gather(a, b);
    a.cancel("child");
    turns(1);
    assertThat(all.cancelled()).isFalse();
    assertThat(all.exception()).isInstanceOf(CancelledError.class).hasMessage("child");
    assertThat(b.done()).isFalse();
  }

  @Test
  void exceptionsCanBeResults() {
    IOException failure = new IOException();
    Future<List<Object>> all = Asyncio.gather(List.of(a, b, c), true);
    a.setException(failure);
    b.cancel("b");
    c.setResult("c");
    turns(1);
    assertThat(all.result()).hasSize(3).startsWith(failure).endsWith("c");
    assertThat(all.result().get(1))
        .isInstanceOfSatisfying(CancelledError.class, error -> assertThat(error).hasMessage("b"));
  }

  @Test
  void cancelReachesAllChildren() {
    Future<List<String>> all = Asyncio.gather(a, b);
    assertThat(all.cancel("all")).isTrue();
    assertThat(a.cancelled()).isTrue();
    assertThat(b.cancelled()).isTrue();
    assertThat(all.done()).as("not before the children are seen to").isFalse();
    turns(1);
    assertThatThrownBy(all::result).isInstanceOf(CancelledError.class).hasMessage("all");
  }

  @Test
  void cancelIsACancellationEvenIfExceptionsAreResults() {
    Future<List<Object>> all = Asyncio.gather(List.of(a, b), true);
    all.cancel();
    turns(1);
    assertThatThrownBy(all::result).isInstanceOf(CancelledError.class);
  }

  @Test
  void cancelOfATaskThatAwaitsItReachesTheChildren() {
    Task<?> task = loop.createTask(TestFrame.of(f -> f.await(1, Asyncio.gather(a, b))));
    turns(1);
    task.cancel();
    turns(2);
    assertThat(a.cancelled()).isTrue();
    assertThat(task.cancelled()).isTrue();
  }

  @Test
  void futuresOfTwoLoopsAreRefused() {
    EventLoop other = VirtualClockLoop.create();
    Future<String> foreign = other.createFuture();
    assertThatThrownBy(() -> Asyncio.gather(a, foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belongs to a different loop");
    other.close();
  }

  @Test
  void coroutinesNeedALoop() {
    Asyncio.setEventLoop(null);
    assertThatThrownBy(() -> Asyncio.gather(Coroutine.of(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no current event loop");
    assertThat(Asyncio.gather(a, b).getLoop()).as("futures bring theirs").isSameAs(loop);
  }

  @Test
  void manyChildren() {
    List<Coroutine<Integer>> many =
        java.util.stream.IntStream.range(0, 10_000).mapToObj(Coroutine::of).toList();
    List<Integer> results = loop.runUntilComplete(Asyncio.gather(many));
    assertThat(results).hasSize(10_000).startsWith(0, 1, 2).endsWith(9_999);
  }
}
