package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits for whom. */
@SuppressWarnings("NullAway") // a null where none belongs fails the test
class CallGraphTest extends LoopTest {

  private final Future<String> future = loop.createFuture();

  /** A leaf that waits for the future, and a task that waits for the leaf. */
  private Task<?> leaf() {
    Task<?> leaf = loop.createTask(new Recursion(1, future), "leaf");
    loop.createTask(TestFrame.awaiting(leaf), "root");
    turns(1);
    return leaf;
  }

  private void end() {
    future.setResult("r");
    turns(5);
  }

  @Test
  void hasTheStackInnermostFirstAndTheWaiters() {
    Task<?> leaf = leaf();
    FutureCallGraph graph = Asyncio.captureCallGraph(leaf);
    assertThat(graph.future()).isSameAs(leaf);
    assertThat(graph.callStack())
        .extracting(StackTraceElement::getLineNumber)
        .containsExactly(11, 12);
    assertThat(graph.awaitedBy())
        .singleElement()
        .satisfies(
            root -> {
              assertThat(((Task<?>) root.future()).getName()).isEqualTo("root");
              assertThat(root.callStack()).hasSize(1);
              assertThat(root.awaitedBy()).isEmpty();
            });
    end();
    assertThat(Asyncio.captureCallGraph(leaf).callStack()).isEmpty();
  }

  @Test
  void ofAFutureHasNoStack() {
    Task<?> leaf = leaf();
    FutureCallGraph graph = Asyncio.captureCallGraph(future);
    assertThat(graph.callStack()).isEmpty();
    assertThat(graph.awaitedBy()).extracting(FutureCallGraph::future).isEqualTo(List.of(leaf));
    end();
  }

  @Test
  void mayBeLimited() {
    Task<?> leaf = leaf();
    assertThat(Asyncio.captureCallGraph(leaf, 1).callStack())
        .extracting(StackTraceElement::getLineNumber)
        .containsExactly(11);
    assertThat(Asyncio.captureCallGraph(leaf, -1).callStack())
        .extracting(StackTraceElement::getLineNumber)
        .containsExactly(12);
    assertThat(Asyncio.captureCallGraph(leaf, 0).callStack()).isEmpty();
    end();
  }

  @Test
  void goesThroughGatherAndShield() {
    Task<?> inner = loop.createTask(TestFrame.awaiting(future), "inner");
    Coroutine<?> main =
        TestFrame.of(
            f -> f.at() == 0 ? f.await(1, Asyncio.gather(Asyncio.shield(inner))) : f.sent());
    loop.createTask(main, "main");
    turns(2);
    assertThat(Asyncio.formatCallGraph(inner).lines().filter(line -> line.contains("*")))
        .containsExactly(
            "* Task(name='inner')",
            "    * Future(pending)",
            "        * Future(pending)",
            "            * Task(name='main')");
    end();
  }

  @Test
  void goesThroughTaskGroupsAndWait() {
    Task<?> inner = loop.createTask(TestFrame.awaiting(future), "inner");
    loop.createTask(Asyncio.wait(List.of(inner)), "waiting");
    TaskGroup group = new TaskGroup();
    Coroutine<?> parent =
        TestFrame.of(
            f ->
                switch (f.at()) {
                  case 0 -> f.await(1, group.aenter());
                  case 1 -> {
                    group.createTask(TestFrame.awaiting(inner), "child");
                    yield f.await(2, group.aexit(null));
                  }
                  default -> null;
                });
    loop.createTask(parent, "parent");
    turns(3);
    assertThat(Asyncio.formatCallGraph(inner).lines().filter(line -> line.contains("*")))
        .containsExactly(
            "* Task(name='inner')",
            "    * Future(pending)",
            "        * Task(name='waiting')",
            "    * Task(name='child')",
            "        * Task(name='parent')");
    end();
  }

  @Test
  void endsWhereTasksWaitInARing() {
    Task<?>[] tasks = new Task<?>[2];
    tasks[0] = loop.createTask(TestFrame.of(f -> f.await(1, tasks[1])), "a");
    tasks[1] = loop.createTask(TestFrame.of(f -> f.await(1, tasks[0])), "b");
    turns(1);
    FutureCallGraph graph = Asyncio.captureCallGraph(tasks[0]);
    assertThat(graph.awaitedBy()).hasSize(1);
    assertThat(graph.awaitedBy().get(0).awaitedBy()).isEmpty();
    loop.close();
    assertThat(takeReports()).hasSize(2);
  }

  @Test
  void canBePrinted() {
    Task<?> leaf = leaf();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Asyncio.printCallGraph(leaf, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            * Task(name='leaf')
              + Call stack:
              |   at dev.fermata.asyncio.Recursion.down(Recursion.java:11)
              |   at dev.fermata.asyncio.Recursion.down(Recursion.java:12)
              + Awaited by:
                * Task(name='root')
                  + Call stack:
                  |   at dev.fermata.asyncio.TestFrame.body(TestFrame.java:101)
            """);
    end();
  }

  @Test
  void ofTheCurrentTask() {
    Coroutine<Object> main = TestFrame.of(f -> Asyncio.captureCallGraph().future());
    Task<Object> task = loop.createTask(main);
    assertThat(loop.runUntilComplete(task)).isSameAs(task);
    loop.callSoon(() -> trace.add("none: " + (Asyncio.captureCallGraph() == null)));
    turns(1);
    assertThat(trace).containsExactly("none: true");
  }
}
