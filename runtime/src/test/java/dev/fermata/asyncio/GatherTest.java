package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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

  @Test
  void afterCancellationItIsDone() {
    Task<String> child1 = loop.createTask(TestFrame.awaiting(a));
    Task<String> child2 = loop.createTask(TestFrame.awaiting(b));
    Future<List<String>> all = Asyncio.gather(child1, child2);
    Task<?> outer = loop.createTask(TestFrame.awaiting(all));
    turns(1);
    assertThat(outer.cancel()).isTrue();
    assertThatThrownBy(() -> loop.runUntilComplete(outer)).isInstanceOf(CancelledError.class);
    assertThat(all.cancel()).isFalse();
    assertThat(List.of(child1, child2)).allMatch(Future::cancelled);
    assertThat(List.of(a, b)).allMatch(Future::cancelled);
  }

  @Test
  void refusesCancellationOnceAllChildrenAreDone() {
    Task<String> child = loop.createTask(TestFrame.awaiting(a));
    Future<List<String>> all = Asyncio.gather(child);
    child.addDoneCallback(done -> trace.add("cancelled: " + all.cancel()));
    a.setResult("a");
    assertThat(loop.runUntilComplete(all)).containsExactly("a");
    turns(1);
    assertThat(trace).containsExactly("cancelled: false");
  }

  @Test
  void cancellationWhileExceptionsAreResultsHasItsMessage() {
    Future<List<Object>> all = Asyncio.gather(List.of(Asyncio.sleep(Duration.ofDays(1), 1)), true);
    Task<?> task = loop.createTask(TestFrame.awaiting(all));
    turns(2);
    task.cancel("my message");
    assertThatThrownBy(() -> loop.runUntilComplete(task))
        .isInstanceOf(CancelledError.class)
        .hasMessage("my message");
  }

  @Test
  void cancellationByAChildThatAnswersWithAFailureHasItsMessage() {
    List<Task<?>> outer = new ArrayList<>();
    Coroutine<String> child =
        TestFrame.of(
            f -> {
              outer.get(0).cancel("my message");
              throw new IOException("failed");
            });
    outer.add(loop.createTask(TestFrame.awaiting(Asyncio.gather(List.of(child), true))));
    assertThatThrownBy(() -> loop.runUntilComplete(outer.get(0)))
        .isInstanceOf(CancelledError.class)
        .hasMessage("my message");
  }

  @Test
  void aLaterFailureIsNotReported() {
    Task<?> first =
        loop.createTask(TestFrame.of(f -> f.await(1, Asyncio.gather(fail(a), fail(b)))));
    turns(2);
    a.setResult("a");
    turns(3);
    b.setResult("b");
    turns(3);
    assertThat(first.exception()).hasMessage("failed");
  }

  private static Coroutine<String> fail(Future<String> future) {
    return TestFrame.of(
        f -> {
          if (f.at() == 0) {
            return f.await(1, future);
          }
          throw new IOException("failed");
        });
  }
}
