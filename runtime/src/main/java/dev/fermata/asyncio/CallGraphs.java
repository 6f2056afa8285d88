package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Reads who waits for whom. Nothing is kept for it: the callbacks of a pending future say who
 * waits, so that this costs only those who ask.
 */
final class CallGraphs {

  private CallGraphs() {}

  static FutureCallGraph capture(Future<?> future, int limit) {
    return capture(future, limit, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** Leaves out what has been visited: tasks may wait for each other in a ring. */
  private static FutureCallGraph capture(Future<?> future, int limit, Set<Future<?>> visited) {
    visited.add(future);
    List<StackTraceElement> stack = new ArrayList<>();
    if (future instanceof Task<?> task && !task.done()) {
      stack.addAll(task.getStack());
      Collections.reverse(stack);
    }
    int size = stack.size();
    if (limit >= 0) {
      stack = stack.subList(0, Math.min(limit, size));
    } else {
      stack = stack.subList(Math.max(0, size + limit), size);
    }
    List<FutureCallGraph> awaitedBy = new ArrayList<>();
    for (Future<?> waiter : future.awaitedBy()) {
      if (!visited.contains(waiter)) {
        awaitedBy.add(capture(waiter, limit, visited));
      }
    }
    return new FutureCallGraph(future, stack, awaitedBy);
  }

  static String format(FutureCallGraph graph) {
    StringBuilder text = new StringBuilder();
    format(graph, "", text);
    return text.toString();
  }

  private static void format(FutureCallGraph graph, String indent, StringBuilder text) {
    String what =
        graph.future() instanceof Task<?> task
            ? "Task(name='" + task.getName() + "')"
            : "Future(" + graph.future().stateName() + ")";
    text.append(indent).append("* ").append(what).append('\n');
    if (!graph.callStack().isEmpty()) {
      text.append(indent).append("  + Call stack:\n");
      for (StackTraceElement position : graph.callStack()) {
        text.append(indent).append("  |   at ").append(position).append('\n');
      }
    }
    if (!graph.awaitedBy().isEmpty()) {
      text.append(indent).append("  + Awaited by:\n");
      for (FutureCallGraph waiter : graph.awaitedBy()) {
        format(waiter, indent + "    ", text);
      }
    }
  }
}
