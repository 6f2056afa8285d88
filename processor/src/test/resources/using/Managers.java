package using;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Asyncio.timeout;

import dev.fermata.Async;
import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Barrier;
import dev.fermata.asyncio.CancelledError;
import dev.fermata.asyncio.Condition;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.ExceptionGroup;
import dev.fermata.asyncio.Lock;
import dev.fermata.asyncio.Semaphore;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import dev.fermata.asyncio.Timeout;
import dev.fermata.asyncio.TimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What the library has to be entered and left, in {@code try} with resources. */
@Async
public interface Managers {

  private Coroutine<Void> turn() {
    await(sleep(Duration.ZERO));
    return Coroutine.completed();
  }

  private Coroutine<Void> turns() {
    for (int i = 0; i < 5; i++) await(turn());
    return Coroutine.completed();
  }

  default Coroutine<Void> locking(List<Object> trace, Lock lock, String name) {
    try (lock) {
      trace.add(name + " in");
      await(turn());
      trace.add(name + " out");
    }
    return Coroutine.completed();
  }

  // expects a in, a out, b in, b out, false
  default Coroutine<Void> lock(List<Object> trace) {
    Lock lock = new Lock();
    Task<Void> a = createTask(locking(trace, lock, "a"));
    Task<Void> b = createTask(locking(trace, lock, "b"));
    await(a);
    await(b);
    trace.add(lock.locked());
    return Coroutine.completed();
  }

  // expects a in, a out, cancelled, false
  default Coroutine<Void> cancelledWhileItEnters(List<Object> trace) {
    Lock lock = new Lock();
    Task<Void> a = createTask(locking(trace, lock, "a"));
    Task<Void> b = createTask(locking(trace, lock, "b"));
    await(turn());
    b.cancel();
    try {
      await(b);
    } catch (CancelledError e) {
      trace.add("cancelled");
    }
    await(a);
    trace.add(lock.locked());
    return Coroutine.completed();
  }

  default Coroutine<Void> limited(List<Object> trace, Semaphore semaphore, String name) {
    try (semaphore) {
      trace.add(name + " in");
      await(turns());
      trace.add(name + " out");
    }
    return Coroutine.completed();
  }

  // expects a in, b in, a out, b out, c in, c out, false
  default Coroutine<Void> semaphore(List<Object> trace) {
    Semaphore semaphore = new Semaphore(2);
    try (TaskGroup group = new TaskGroup()) {
      for (String name : List.of("a", "b", "c")) {
        group.createTask(limited(trace, semaphore, name));
      }
    }
    trace.add(semaphore.locked());
    return Coroutine.completed();
  }

  default Coroutine<Void> waiting(List<Object> trace, Condition condition) {
    try (condition) {
      trace.add("waits");
      await(condition.waitFor());
      trace.add("woken " + condition.locked());
    }
    return Coroutine.completed();
  }

  // expects waits, signals, woken true, false
  default Coroutine<Void> condition(List<Object> trace) {
    Condition condition = new Condition();
    Task<Void> waiting = createTask(waiting(trace, condition));
    await(turn());
    try (condition) {
      trace.add("signals");
      condition.signal();
    }
    await(waiting);
    trace.add(condition.locked());
    return Coroutine.completed();
  }

  default Coroutine<Void> meeting(List<Object> trace, Barrier barrier, String name) {
    trace.add(name + " comes");
    try (barrier) {
      trace.add(name + " passes");
    }
    return Coroutine.completed();
  }

  // expects a comes, b comes, b passes, a passes, 0
  default Coroutine<Void> barrier(List<Object> trace) {
    Barrier barrier = new Barrier(2);
    try (TaskGroup group = new TaskGroup()) {
      group.createTask(meeting(trace, barrier, "a"));
      group.createTask(meeting(trace, barrier, "b"));
    }
    trace.add(barrier.nWaiting());
    return Coroutine.completed();
  }

  // expects started, before the end, first, second, after
  default Coroutine<Void> taskGroup(List<Object> trace) {
    try (TaskGroup group = new TaskGroup()) {
      group.createTask(says(trace, "first"));
      group.createTask(says(trace, "second"));
      trace.add("started");
      trace.add("before the end");
    }
    trace.add("after");
    return Coroutine.completed();
  }

  default Coroutine<Void> says(List<Object> trace, String word) {
    await(turn());
    trace.add(word);
    return Coroutine.completed();
  }

  default Coroutine<Void> fails(String message) {
    await(turn());
    throw new IllegalArgumentException(message);
  }

  // expects [java.lang.IllegalArgumentException: task, java.lang.IllegalStateException: body]
  default Coroutine<Void> failuresOfAGroup(List<Object> trace) {
    try (TaskGroup group = new TaskGroup()) {
      group.createTask(fails("task"));
      await(turns());
    } catch (ExceptionGroup alone) {
      if (alone.exceptions().size() != 1) trace.add(alone);
    }
    try (TaskGroup group = new TaskGroup()) {
      Task<Void> task = group.createTask(fails("task"));
      while (!task.done()) await(turn());
      throw new IllegalStateException("body");
    } catch (ExceptionGroup both) {
      trace.add(both.exceptions());
    }
    return Coroutine.completed();
  }

  // expects timed out, true
  default Coroutine<Void> timesOut(List<Object> trace) {
    Timeout limit = timeout(Duration.ofMillis(1));
    try (limit) {
      await(dev.fermata.asyncio.Asyncio.getRunningLoop().<Void>createFuture());
      trace.add("not here");
    } catch (TimeoutException e) {
      trace.add("timed out");
    }
    trace.add(limit.expired());
    return Coroutine.completed();
  }

  // expects in time, false
  default Coroutine<Void> inTime(List<Object> trace) {
    Timeout limit = timeout(Duration.ofDays(1));
    try (limit) {
      await(turn());
      trace.add("in time");
    }
    trace.add(limit.expired());
    return Coroutine.completed();
  }

  // expects in 0, in 1, in 2, returned, false
  default Coroutine<Void> jumps(List<Object> trace) {
    Lock lock = new Lock();
    trace.add(await(jumping(trace, lock)));
    trace.add(lock.locked());
    return Coroutine.completed();
  }

  default Coroutine<String> jumping(List<Object> trace, Lock lock) {
    for (int i = 0; ; i++) {
      try (lock) {
        trace.add("in " + i);
        if (i == 0) continue;
        await(turn());
        if (i == 1) continue;
        break;
      }
    }
    try (lock) {
      return Coroutine.of("returned");
    }
  }

  /** Says what it is told, and waits in between. */
  final class Door implements AsyncContextManager<Void> {
    private final List<Object> trace;
    private final String name;
    private final Managers managers;
    private final RuntimeException failure;

    Door(Managers managers, List<Object> trace, String name, RuntimeException failure) {
      this.managers = managers;
      this.trace = trace;
      this.name = name;
      this.failure = failure;
    }

    @Override
    public Awaitable<Void> aenter() {
      return managers.entering(trace, name);
    }

    @Override
    public Awaitable<Void> aexit(Throwable thrown) {
      return managers.leaving(trace, name, thrown, failure);
    }
  }

  default Coroutine<Void> entering(List<Object> trace, String name) {
    trace.add("enters " + name);
    await(turn());
    trace.add("entered " + name);
    return Coroutine.completed();
  }

  default Coroutine<Void> leaving(
      List<Object> trace, String name, Throwable thrown, RuntimeException failure) {
    trace.add("leaves " + name + (thrown == null ? "" : " by " + thrown.getMessage()));
    try {
      await(turn());
    } catch (CancelledError e) {
      trace.add("cancelled in " + name);
      throw e;
    }
    trace.add("left " + name);
    if (failure != null) throw failure;
    return Coroutine.completed();
  }

  private Door door(List<Object> trace, String name) {
    return new Door(this, trace, name, null);
  }

  private Door badDoor(List<Object> trace, String name) {
    return new Door(this, trace, name, new IllegalArgumentException(name));
  }

  private AutoCloseable file(List<Object> trace) {
    return () -> {
      trace.add("closes");
      throw new java.io.IOException("close");
    };
  }

  // expects enters a, entered a, enters b, entered b, inside, leaves b by x, left b, closes, leaves a by x, left a, x [java.io.IOException: close]
  default Coroutine<Void> amongOthers(List<Object> trace) throws Exception {
    try (Door a = door(trace, "a");
        AutoCloseable file = file(trace);
        Door b = door(trace, "b")) {
      trace.add("inside");
      if (!trace.isEmpty()) throw new IllegalStateException("x");
    } catch (IllegalStateException e) {
      trace.add(e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
    }
    return Coroutine.completed();
  }

  // expects enters a, entered a, closes, leaves a by close, left a, close
  default Coroutine<Void> onlyTheOtherFails(List<Object> trace) {
    try (Door a = door(trace, "a");
        AutoCloseable file = file(trace)) {
      await(turn());
    } catch (Exception e) {
      trace.add(e.getMessage());
    }
    return Coroutine.completed();
  }

  // expects enters a, entered a, enters b, entered b, leaves b by x, left b, leaves a by b, left a, b [java.lang.IllegalStateException: x]
  default Coroutine<Void> whoFailsToLeaveReplaces(List<Object> trace) {
    try (Door a = door(trace, "a");
        Door b = badDoor(trace, "b")) {
      throw new IllegalStateException("x");
    } catch (RuntimeException e) {
      trace.add(e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
    }
    return Coroutine.completed();
  }

  default Coroutine<Void> throughTheDoor(List<Object> trace) {
    try (Door a = door(trace, "a");
        Door b = door(trace, "b")) {
      trace.add("inside");
    }
    return Coroutine.completed();
  }

  // expects enters a, entered a, enters b, leaves a by null, left a, cancelled
  default Coroutine<Void> cancelledInAenter(List<Object> trace) {
    await(cancelledAt(trace, "enters b"));
    return Coroutine.completed();
  }

  // expects enters a, entered a, enters b, entered b, inside, leaves b, cancelled in b, leaves a by null, left a, cancelled
  default Coroutine<Void> cancelledInAexit(List<Object> trace) {
    await(cancelledAt(trace, "leaves b"));
    return Coroutine.completed();
  }

  default Coroutine<Void> cancelledAt(List<Object> trace, String word) {
    Task<Void> task = createTask(throughTheDoor(trace));
    while (!trace.contains(word)) await(turn());
    task.cancel();
    try {
      await(task);
    } catch (CancelledError e) {
      trace.add("cancelled");
    }
    return Coroutine.completed();
  }
}
