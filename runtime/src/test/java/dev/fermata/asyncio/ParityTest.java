package dev.fermata.asyncio;

import static dev.fermata.asyncio.Asyncio.sleep;
import static dev.fermata.asyncio.Script.await;
import static dev.fermata.asyncio.Script.doing;
import static dev.fermata.asyncio.Script.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs made at random do here what they did on CPython, in the same order. {@code
 * parity/record.py} has made and run them; {@code -Dfermata.parity=file} runs others of its making.
 */
class ParityTest extends LoopTest {

  /** What asyncio did with a program. */
  record Recorded(String name, List<Object> blocks, List<String> trace) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Recorded> programs() throws IOException {
    String file = System.getProperty("fermata.parity");
    String text;
    if (file != null) {
      text = Files.readString(Path.of(file));
    } else {
      try (InputStream in =
          Objects.requireNonNull(ParityTest.class.getResourceAsStream("/parity/programs.txt"))) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return Stream.of(text.strip().split("\n\n")).map(ParityTest::parse);
  }

  private static Recorded parse(String text) {
    List<String> lines = List.of(text.split("\n"));
    int last = lines.size() - 1;
    List<Object> blocks = new ArrayList<>();
    for (String line : lines.subList(1, last)) {
      String spaced = line.replace("(", " ( ").replace(")", " ) ").strip();
      blocks.add(read(List.of(spaced.split(" +")).iterator()));
    }
    return new Recorded(lines.get(0), blocks, List.of(lines.get(last).substring(2).split(" ")));
  }

  /** Reads a word, or a list up to its closing parenthesis; null for that. */
  private static @Nullable Object read(Iterator<String> words) {
    String word = words.next();
    if (word.equals(")")) {
      return null;
    }
    if (!word.equals("(")) {
      return word;
    }
    List<Object> list = new ArrayList<>();
    for (Object item = read(words); item != null; item = read(words)) {
      list.add(item);
    }
    return list;
  }

  @ParameterizedTest
  @MethodSource("programs")
  void doesAsAsyncioDid(Recorded recorded) {
    loop.setExceptionHandler((loop, context) -> {});
    loop.runUntilComplete(doing(() -> main(recorded.blocks())));
    trace.add(state());
    String expected = String.join("\n", recorded.trace());
    assertThat(String.join("\n", trace)).isEqualTo(expected);
  }

  // ---- the objects that the tasks share ----

  private final Lock lock = new Lock();
  private final Semaphore sem = new Semaphore(2);
  private final BoundedSemaphore bounded = new BoundedSemaphore(1);
  private final Condition cond = new Condition();
  private final Event event = new Event();
  private final Barrier barrier = new Barrier(3);
  private final Map<String, Queue<Integer>> queues =
      Map.of(
          "queue", new Queue<>(1), "lifo", new LifoQueue<>(2), "priority", new PriorityQueue<>(2));

  private final List<Task<?>> tasks = new ArrayList<>();
  private int numbers;

  private AsyncContextManager<?> manager(String name) {
    return switch (name) {
      case "lock" -> lock;
      case "sem" -> sem;
      case "bounded" -> bounded;
      case "cond" -> cond;
      default -> barrier;
    };
  }

  private Queue<Integer> queue(Object name) {
    return Objects.requireNonNull(queues.get((String) name));
  }

  private String state() {
    boolean[] flags = {
      lock.locked(), sem.locked(), bounded.locked(), cond.locked(), event.isSet(), barrier.broken()
    };
    StringBuilder text = new StringBuilder("state=");
    for (boolean flag : flags) {
      text.append(flag ? '1' : '0');
    }
    int[] counts = {
      sem.value(),
      bounded.value(),
      barrier.nWaiting(),
      queue("queue").qsize(),
      queue("lifo").qsize(),
      queue("priority").qsize()
    };
    for (int count : counts) {
      text.append(',').append(count);
    }
    return text.toString();
  }

  // ---- running a program; each method as in record.py ----

  private void main(List<Object> blocks) throws Throwable {
    for (Object block : blocks) {
      tasks.add(loop.createTask(task(list(block))));
    }
    await(sleep(time(20)));
    while (Asyncio.allTasks().size() > 1) {
      List<Task<?>> left = new ArrayList<>(Asyncio.allTasks());
      left.remove(0);
      trace.add("left=" + left.size());
      left.forEach(Task::cancel);
      if (cond.locked()) {
        cond.release();
      }
      await(sleep(time(20)));
    }
  }

  private static Duration time(int units) {
    return Duration.ofMillis(units);
  }

  private Script<@Nullable Void> task(List<Object> block) {
    int number = numbers++;
    return doing(
        () -> {
          try {
            block(number, block);
          } catch (Throwable e) {
            trace.add(number + ":end=" + name(e));
            throw e;
          }
          trace.add(number + ":end");
        });
  }

  private void block(int number, List<Object> block) throws Throwable {
    for (Object item : block) {
      List<Object> operation = list(item);
      String word = number + ":" + operation.get(0);
      Object result;
      try {
        result = operation(number, (String) operation.get(0), rest(operation, 1));
      } catch (Throwable e) {
        trace.add(word + "=" + name(e));
        throw e;
      }
      trace.add(result == null ? word : word + "=" + result);
    }
  }

  private @Nullable Object operation(int number, String kind, List<Object> rest) throws Throwable {
    switch (kind) {
      case "sleep" -> await(sleep(time(number(rest))));
      case "acquire" -> acquire((String) rest.get(0));
      case "release" -> release((String) rest.get(0));
      case "with" ->
          with(
              manager((String) rest.get(0)),
              value -> {
                if (value != null) {
                  trace.add(number + ":in=" + value);
                }
                block(number, rest(rest, 1));
              });
      case "event-wait" -> await(event.waitFor());
      case "event-set" -> event.set();
      case "event-clear" -> event.clear();
      case "cond-use" -> with(cond, nothing -> await(cond.waitFor()));
      case "cond-wait" -> await(cond.waitFor());
      case "cond-signal" -> with(cond, nothing -> cond.signal(number(rest)));
      case "cond-signal-all" -> cond.signalAll();
      case "barrier-wait" -> {
        return await(barrier.waitFor());
      }
      case "barrier-reset" -> await(barrier.reset());
      case "barrier-abort" -> await(barrier.abort());
      case "put" -> await(queue(rest.get(0)).put(number(rest(rest, 1))));
      case "get" -> {
        return await(queue(rest.get(0)).get());
      }
      case "put-nowait" -> queue(rest.get(0)).putNowait(number(rest(rest, 1)));
      case "get-nowait" -> {
        return queue(rest.get(0)).getNowait();
      }
      case "task-done" -> queue(rest.get(0)).taskDone();
      case "join" -> await(queue(rest.get(0)).join());
      case "qsize" -> {
        return queue(rest.get(0)).qsize();
      }
      case "shutdown" -> queue(rest.get(0)).shutdown(number(rest(rest, 1)) == 1);
      case "cancel" -> {
        return tasks.get(number(rest)).cancel();
      }
      case "timeout" -> {
        Timeout timeout = Asyncio.timeout(time(number(rest)));
        with(timeout, t -> block(number, rest(rest, 1)));
        return timeout.expired();
      }
      case "waitfor" ->
          await(Asyncio.waitFor(doing(() -> block(number, rest(rest, 1))), time(number(rest))));
      case "group" -> with(new TaskGroup(), group -> group(number, group, rest));
      case "catch" -> {
        try {
          block(number, rest);
        } catch (Throwable e) {
          return name(e);
        }
      }
      case "shield" -> await(Asyncio.shield(task(rest)));
      case "gather" -> {
        return gather(rest);
      }
      case "wait" -> {
        return waitForSome(rest);
      }
      case "uncancel" -> {
        return Objects.requireNonNull(Asyncio.currentTask()).uncancel();
      }
      case "fail" -> throw new Failure();
      default -> throw new AssertionError(kind);
    }
    return null;
  }

  private void acquire(String name) throws Throwable {
    switch (name) {
      case "lock" -> await(lock.acquire());
      case "sem" -> await(sem.acquire());
      case "bounded" -> await(bounded.acquire());
      default -> await(cond.acquire());
    }
  }

  private void release(String name) {
    switch (name) {
      case "lock" -> lock.release();
      case "sem" -> sem.release();
      case "bounded" -> bounded.release();
      default -> cond.release();
    }
  }

  private void group(int number, TaskGroup group, List<Object> body) throws Throwable {
    for (Object item : body) {
      List<Object> operation = list(item);
      if (operation.get(0).equals("spawn")) {
        group.createTask(task(rest(operation, 1)));
      } else {
        block(number, List.of(operation));
      }
    }
  }

  private String gather(List<Object> rest) throws Throwable {
    List<Script<@Nullable Void>> coroutines = new ArrayList<>();
    for (Object spawn : rest(rest, 1)) {
      coroutines.add(task(rest(list(spawn), 1)));
    }
    return await(Asyncio.gather(coroutines, number(rest) == 1)).stream()
        .map(result -> result instanceof Throwable failure ? name(failure) : "ok")
        .collect(Collectors.joining(","));
  }

  private String waitForSome(List<Object> rest) throws Throwable {
    ReturnWhen when =
        switch ((String) rest.get(0)) {
          case "first" -> ReturnWhen.FIRST_COMPLETED;
          case "failure" -> ReturnWhen.FIRST_EXCEPTION;
          default -> ReturnWhen.ALL_COMPLETED;
        };
    List<Task<?>> some = new ArrayList<>();
    for (Object index : rest(rest, 2)) {
      some.add(tasks.get(Integer.parseInt((String) index)));
    }
    WaitResult<Task<?>> result = await(Asyncio.wait(some, time(number(rest(rest, 1))), when));
    return some.stream()
        .map(task -> result.done().contains(task) ? "1" : "0")
        .collect(Collectors.joining());
  }

  // ---- words ----

  private static final class Failure extends Exception {
    private static final long serialVersionUID = 1;
  }

  private static String name(Throwable e) {
    if (e instanceof ExceptionGroup group) {
      return group.exceptions().stream()
          .map(ParityTest::name)
          .collect(Collectors.joining(",", "group[", "]"));
    }
    if (e instanceof IllegalStateException || e instanceof IllegalArgumentException) {
      return "error";
    }
    return e.getClass()
        .getSimpleName()
        .replaceFirst("^Queue", "")
        .replaceFirst("Barrier", "")
        .replaceFirst("(Exception|Error)$", "")
        .toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object item) {
    return (List<Object>) item;
  }

  private static List<Object> rest(List<Object> list, int from) {
    return list.subList(from, list.size());
  }

  /** The number that a list begins with. */
  private static int number(List<Object> list) {
    return Integer.parseInt((String) list.get(0));
  }
}
