package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a null where none belongs fails the test
class TasksTest extends LoopTest {

  private final Future<String> future = loop.createFuture();

  @Nested
  class Results {

    @Test
    void areTheCoroutines() {
      Task<String> task = loop.createTask(Coroutine.of("r"));
      assertThat(task.done()).isFalse();
      turns(1);
      assertThat(task.done()).isTrue();
      assertThat(task.result()).isEqualTo("r");
    }

    @Test
    void mayBeNull() {
      assertThat(loop.runUntilComplete(Coroutine.completed())).isNull();
    }

    @Test
    void exceptionsAreTheVeryObject() {
      IOException failure = new IOException();
      Task<?> task = loop.createTask(Coroutine.failed(failure));
      turns(1);
      assertThat(task.exception()).isSameAs(failure);
    }

    @Test
    void exceptionsPassThroughAwaitsOfEveryKindAsTheVeryObject() {
      IOException failure = new IOException();
      Future<?> failed = loop.createFuture();
      loop.callLater(Duration.ofSeconds(1), () -> failed.setException(failure));
      Coroutine<?> inner = TestFrame.awaiting(TestFrame.awaiting(failed));
      Task<?> task = loop.createTask(TestFrame.awaiting(loop.createTask(inner)));
      assertThat(catchThrowable(() -> loop.runUntilComplete(TestFrame.awaiting(task))))
          .isSameAs(failure);
    }

    @Test
    void errorsAreKeptToo() {
      for (Throwable failure : new Throwable[] {new StackOverflowError(), new AssertionError()}) {
        assertThat(catchThrowable(() -> loop.runUntilComplete(Coroutine.failed(failure))))
            .isSameAs(failure);
      }
    }

    @Test
    void areNotForOthersToSet() {
      Task<String> task = loop.createTask(Coroutine.of("own"));
      assertThatThrownBy(() -> task.setResult("r"))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("setResult")
          .hasMessageContaining("createFuture");
      assertThatThrownBy(() -> task.setException(new IOException()))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("setException");
      turns(1);
      assertThat(task.result()).isEqualTo("own");
    }
  }

  @Nested
  class Order {

    /** Says a word before and after each of some bare yields. */
    private Coroutine<?> yielding(String word, int times) {
      return TestFrame.of(
          f -> {
            trace.add(word + f.at());
            return f.at() < times ? f.await(f.at() + 1, Asyncio.sleep(Duration.ZERO)) : null;
          });
    }

    @Test
    void beginsInTheNextTurn() {
      loop.callSoon(say("before"));
      loop.createTask(yielding("task", 0));
      loop.callSoon(say("after"));
      assertThat(trace).isEmpty();
      turns(1);
      assertThat(trace).containsExactly("before", "task0", "after");
    }

    @Test
    void bareYieldsTakeTurns() {
      loop.createTask(yielding("a", 2));
      loop.createTask(yielding("b", 2));
      turns(3);
      assertThat(trace).containsExactly("a0", "b0", "a1", "b1", "a2", "b2");
    }

    @Test
    void goesOnInTheTurnAfterWhatItAwaitsIsDone() {
      loop.createTask(
          TestFrame.of(
              f -> {
                trace.add("task" + f.at());
                return f.at() == 0 ? f.await(1, future) : null;
              }));
      turns(1);
      future.setResult("r");
      loop.callSoon(say("after"));
      assertThat(trace).containsExactly("task0");
      turns(1);
      assertThat(trace).containsExactly("task0", "task1", "after");
    }

    @Test
    void waitersAndCallbacksStandInOneLine() {
      loop.createTask(TestFrame.of(f -> f.at() == 0 ? f.await(1, future) : trace.add("task1")));
      turns(1);
      future.addDoneCallback(done -> trace.add("callback"));
      loop.createTask(TestFrame.of(f -> f.at() == 0 ? f.await(1, future) : trace.add("task2")));
      turns(1);
      future.setResult("r");
      turns(1);
      assertThat(trace).containsExactly("task1", "callback", "task2");
    }

    @Test
    void awaitOfSomethingDoneTakesNoTurn() {
      future.setResult("r");
      loop.callSoon(say("other"));
      Coroutine<?> coroutine =
          TestFrame.of(
              f ->
                  switch (f.at()) {
                    case 0 -> f.await(1, future);
                    case 1 -> f.await(2, Coroutine.of(f.sent() + "!"));
                    case 2 -> f.await(3, TestFrame.awaiting(future));
                    default -> trace.add("done");
                  });
      loop.createTask(coroutine);
      turns(1);
      assertThat(trace).containsExactly("other", "done");
    }

    @Test
    void coroutinesBeginOnlyWhenAwaited() {
      Coroutine<?> inner = TestFrame.doing(() -> trace.add("inner"));
      loop.createTask(
          TestFrame.of(
              f -> {
                trace.add("outer" + f.at());
                return f.at() == 0 ? f.await(1, inner) : null;
              }));
      turns(1);
      assertThat(trace).containsExactly("outer0", "inner", "outer1");
    }
  }

  @Nested
  class Names {

    @Test
    void areCounted() {
      Task<?> first = loop.createTask(Coroutine.completed());
      Task<?> second = loop.createTask(Coroutine.completed());
      assertThat(first.getName()).matches("Task-\\d+");
      assertThat(Long.parseLong(second.getName().substring(5)))
          .isEqualTo(Long.parseLong(first.getName().substring(5)) + 1);
      turns(1);
    }

    @Test
    void canBeGivenAndChanged() {
      Task<?> task = loop.createTask(Coroutine.completed(), "given");
      assertThat(task.getName()).isEqualTo("given");
      task.setName("changed");
      assertThat(task.getName()).isEqualTo("changed");
      turns(1);
      assertThat(task.getName()).isEqualTo("changed");
    }
  }

  @Nested
  class Descriptions {

    @Test
    void followTheState() {
      Task<String> task = loop.createTask(TestFrame.awaiting(future), "t");
      assertThat(task)
          .hasToString(
              "<Task pending name='t' coro=<TestFrame.body() running at" + " TestFrame.java:100>>");
      turns(1);
      assertThat(task)
          .hasToString(
              "<Task pending name='t' coro=<TestFrame.body() running at"
                  + " TestFrame.java:101> wait_for=<Future pending>>");
      assertThat(future).hasToString("<Future pending cb=[wake up t]>");
      task.cancel();
      assertThat(task.toString()).startsWith("<Task cancelling name='t'");
      turns(1);
      assertThat(task)
          .hasToString(
              "<Task cancelled name='t' coro=<TestFrame.body() done, defined at"
                  + " TestFrame.java:100>>");
    }

    @Test
    void giveTheResult() {
      Task<String> task = loop.createTask(Coroutine.of("r"), "t");
      turns(1);
      assertThat(task).hasToString("<Task finished name='t' coro=<ReadyCoroutine()> result=r>");
    }

    @Test
    void endWhereAResultContainsItsTask() {
      Coroutine<Object> all = TestFrame.of(f -> Asyncio.allTasks());
      Task<Object> task = loop.createTask(all, "t");
      turns(1);
      assertThat(task.toString()).contains("result=[...]");
      assertThat(task.toString()).as("and again").contains("result=[...]");
    }
  }

  @Nested
  class Depth {

    private static final int DEPTH = 1_000_000;

    @Test
    void isBoundedByTheHeapAlone() {
      assertThat(loop.runUntilComplete(new Recursion(DEPTH, Coroutine.of("bottom"))))
          .isEqualTo(DEPTH);
    }

    @Test
    void withASuspensionAtTheBottom() {
      assertThat(loop.runUntilComplete(new Recursion(DEPTH, Asyncio.sleep(Duration.ZERO))))
          .isEqualTo(DEPTH);
    }

    @Test
    void withAFailureAtTheBottom() {
      IOException failure = new IOException();
      assertThat(
              catchThrowable(
                  () -> loop.runUntilComplete(new Recursion(DEPTH, Coroutine.failed(failure)))))
          .isSameAs(failure);
    }

    @Test
    void withACancellationAtTheBottom() {
      Task<?> task = loop.createTask(new Recursion(DEPTH, future));
      turns(1);
      task.cancel("from above");
      assertThatThrownBy(() -> loop.runUntilComplete(task))
          .isInstanceOf(CancelledError.class)
          .hasMessage("from above");
      assertThat(future.cancelled()).isTrue();
    }

    @Test
    void onASmallStack() throws InterruptedException {
      List<Throwable> failures = new ArrayList<>();
      Thread small =
          new Thread(
              null,
              () ->
                  failures.add(
                      catchThrowable(
                          () ->
                              loop.runUntilComplete(
                                  new Recursion(100_000, Asyncio.sleep(Duration.ZERO))))),
              "small",
              512 * 1024);
      small.start();
      small.join();
      assertThat(failures).containsOnlyNulls();
    }

    @Test
    void justAroundTheLimitOfDirectCalls() {
      for (int depth = CoroutineFrame.MAX_DEPTH - 2;
          depth < CoroutineFrame.MAX_DEPTH + 3;
          depth++) {
        assertThat(loop.runUntilComplete(new Recursion(depth, Coroutine.of("bottom"))))
            .isEqualTo(depth);
      }
    }
  }

  @Nested
  class Stack {

    @Test
    void hasAllAwaitingFramesOutermostFirst() {
      Task<?> task = loop.createTask(new Recursion(2, future));
      assertThat(task.getStack()).extracting(StackTraceElement::getLineNumber).containsExactly(10);
      turns(1);
      assertThat(task.getStack())
          .extracting(StackTraceElement::toString)
          .containsExactly(
              "dev.fermata.asyncio.Recursion.down(Recursion.java:12)",
              "dev.fermata.asyncio.Recursion.down(Recursion.java:12)",
              "dev.fermata.asyncio.Recursion.down(Recursion.java:11)");
      assertThat(task.getStack(2))
          .as("the innermost of them")
          .extracting(StackTraceElement::getLineNumber)
          .containsExactly(12, 11);
      future.setResult("r");
      turns(1);
      assertThat(task.getStack()).isEmpty();
    }

    @Test
    void ofAFailureIsItsStackTrace() {
      IOException failure = new IOException();
      failure.setStackTrace(
          new StackTraceElement[] {
            new StackTraceElement("C", "inner", "C.java", 2),
            new StackTraceElement("C", "outer", "C.java", 1)
          });
      Task<?> task = loop.createTask(Coroutine.failed(failure));
      turns(1);
      assertThat(task.getStack())
          .extracting(StackTraceElement::getMethodName)
          .containsExactly("outer", "inner");
      assertThat(task.getStack(1))
          .extracting(StackTraceElement::getMethodName)
          .containsExactly("outer");
      assertThat(task.exception()).isSameAs(failure);
    }

    @Test
    void canBePrinted() {
      Task<?> task = loop.createTask(new Recursion(1, future), "t");
      turns(1);
      assertThat(printed(task).lines().toList())
          .satisfiesExactly(
              line -> assertThat(line).startsWith("Stack for <Task pending name='t'"),
              line -> assertThat(line).isEqualTo("  at " + task.getStack().get(0)),
              line -> assertThat(line).isEqualTo("  at " + task.getStack().get(1)));
      future.setException(new IOException("why"));
      turns(1);
      assertThat(printed(task))
          .startsWith("Traceback for <Task finished")
          .contains(" (most recent call last):")
          .endsWith("java.io.IOException: why" + System.lineSeparator());
      assertThat(task.exception()).isNotNull();
    }

    private String printed(Task<?> task) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      task.printStack(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void ofOneThatIsRunningBeginsWithItsOwnCoroutine() {
      List<StackTraceElement> seen = new ArrayList<>();
      Coroutine<?> inner = TestFrame.doing(() -> seen.addAll(Asyncio.currentTask().getStack(1)));
      loop.runUntilComplete(TestFrame.awaiting(inner));
      assertThat(seen).extracting(StackTraceElement::getMethodName).containsExactly("body");
    }

    @Test
    void ofOneThatWasCancelledIsEmpty() {
      Task<?> task = loop.createTask(TestFrame.awaiting(future));
      task.cancel();
      turns(1);
      assertThat(task.getStack()).isEmpty();
      assertThat(printed(task)).startsWith("No stack for <Task cancelled");
    }

    @Test
    void mayBePrintedInPart() {
      Task<?> task = loop.createTask(new Recursion(2, future), "t");
      turns(1);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      task.printStack(new PrintStream(bytes, true, StandardCharsets.UTF_8), 1);
      assertThat(bytes.toString(StandardCharsets.UTF_8).lines().skip(1))
          .containsExactly("  at dev.fermata.asyncio.Recursion.down(Recursion.java:11)");
      future.setResult("r");
      turns(1);
    }
  }

  @Nested
  class Current {

    @Test
    void isTheTaskThatRuns() {
      List<Task<?>> seen = new ArrayList<>();
      Task<?> first = loop.createTask(TestFrame.doing(() -> seen.add(Asyncio.currentTask())));
      Task<?> second = loop.createTask(TestFrame.doing(() -> seen.add(Asyncio.currentTask(loop))));
      loop.callSoon(() -> seen.add(Asyncio.currentTask()));
      turns(1);
      assertThat(seen).containsExactly(first, second, null);
      assertThat(Asyncio.currentTask(loop)).isNull();
      assertThatThrownBy(Asyncio::currentTask).hasMessageContaining("no running event loop");
    }

    @Test
    void allAreThoseNotDoneInTheOrderOfCreation() {
      Task<?> done = loop.createTask(Coroutine.completed());
      Task<?> first = loop.createTask(TestFrame.awaiting(future));
      Task<?> second = loop.createTask(TestFrame.awaiting(future));
      assertThat(Asyncio.allTasks(loop)).containsExactly(done, first, second);
      turns(1);
      assertThat(Asyncio.allTasks(loop)).containsExactly(first, second);
      loop.callSoon(() -> assertThat(Asyncio.allTasks()).containsExactly(first, second));
      turns(1);
      first.cancel();
      turns(2);
      assertThat(Asyncio.allTasks(loop)).isEmpty();
      assertThat(second.cancelled()).as("it awaited the same future").isTrue();
    }

    @Test
    void isEachInTurnWhenTasksInterleave() {
      Future<String> second = loop.createFuture();
      Task<?>[] tasks = new Task<?>[2];
      tasks[0] =
          loop.createTask(
              TestFrame.of(
                  f -> {
                    assertThat(Asyncio.currentTask()).isSameAs(tasks[0]);
                    return f.at() == 0 ? f.await(1, future) : trace.add("first");
                  }));
      tasks[1] =
          loop.createTask(
              TestFrame.of(
                  f -> {
                    assertThat(Asyncio.currentTask()).isSameAs(tasks[1]);
                    if (f.at() == 0) {
                      future.setResult("r");
                      second.setResult("r");
                      return f.await(1, Asyncio.sleep(Duration.ZERO));
                    }
                    return trace.add("second");
                  }));
      turns(2);
      assertThat(trace).containsExactly("first", "second");
      assertThat(Asyncio.currentTask(loop)).isNull();
    }
  }

  @Nested
  class Misuse {

    @Test
    void awaitingItself() {
      List<Task<?>> self = new ArrayList<>();
      Task<?> task = loop.createTask(TestFrame.of(f -> f.await(1, self.get(0))));
      self.add(task);
      assertThatThrownBy(() -> loop.runUntilComplete(task))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Task cannot await on itself")
          .hasMessageContaining(task.getName());
    }

    @Test
    void awaitingAFutureOfAnotherLoop() {
      EventLoop other = VirtualClockLoop.create();
      Future<?> foreign = other.createFuture();
      assertThatThrownBy(() -> loop.runUntilComplete(TestFrame.awaiting(foreign)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("attached to a different loop")
          .hasMessageContaining("runCoroutineThreadsafe");
      other.close();
    }

    @Test
    void theCoroutineCanCatchIt() {
      EventLoop other = VirtualClockLoop.create();
      Future<?> foreign = other.createFuture();
      Coroutine<?> catching =
          TestFrame.catching(
              f -> f.at() == 0 ? f.await(1, foreign) : "caught " + (f.thrown() != null));
      assertThat(loop.<Object>runUntilComplete(cast(catching))).isEqualTo("caught true");
      other.close();
    }

    @SuppressWarnings("unchecked")
    private Coroutine<Object> cast(Coroutine<?> coroutine) {
      return (Coroutine<Object>) coroutine;
    }

    @Test
    void aFutureOfAnotherLoopThatIsDoneIsAValue() {
      EventLoop other = VirtualClockLoop.create();
      Future<String> foreign = other.createFuture();
      foreign.setResult("r");
      Coroutine<String> coroutine = TestFrame.awaiting(foreign);
      assertThat(loop.runUntilComplete(coroutine)).isEqualTo("r");
      other.close();
    }

    @Test
    void awaitInAnOrdinaryMethod() {
      List<Runnable> calls =
          List.of(
              () -> Asyncio.await(future),
              () -> Asyncio.await(future, RuntimeException.class),
              () -> Asyncio.await(new java.util.concurrent.CompletableFuture<String>()));
      for (Runnable call : calls) {
        assertThatThrownBy(call::run)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("FooAsync")
            .hasMessageContaining("fermata-processor");
      }
    }

    @Test
    void createTaskOutsideOfALoop() {
      assertThatThrownBy(() -> Asyncio.createTask(Coroutine.of(1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no running event loop");
    }
  }
}
