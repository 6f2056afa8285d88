package using;

import static dev.fermata.asyncio.Asyncio.await;
import static dev.fermata.asyncio.Asyncio.createTask;
import static dev.fermata.asyncio.Asyncio.sleep;

import dev.fermata.Async;
import dev.fermata.asyncio.AsyncGenerator;
import dev.fermata.asyncio.AsyncIterable;
import dev.fermata.asyncio.CancelledError;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Queue;
import dev.fermata.asyncio.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;

/** Loops over what publishes, and over the other sources that the library makes. */
@Async
public interface Publishers {

  /** Gives out numbers as they are asked for, in the call that asks. */
  final class Source implements Flow.Publisher<Integer> {
    private final List<Object> trace;
    private final int to;
    private final Throwable failure;
    private final boolean ends;
    private final boolean elsewhere;

    Source(List<Object> trace, int to, Throwable failure, boolean ends, boolean elsewhere) {
      this.trace = trace;
      this.to = to;
      this.failure = failure;
      this.ends = ends;
      this.elsewhere = elsewhere;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
      trace.add("subscribe");
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next;
            private boolean done;

            @Override
            public void request(long count) {
              trace.add("request " + count);
              if (elsewhere) {
                new Thread(() -> give(count)).start();
              } else {
                give(count);
              }
            }

            private void give(long count) {
              for (long i = 0; i < count && next < to && !done; i++) {
                subscriber.onNext(next++);
              }
              if (next == to && ends && !done) {
                done = true;
                if (failure == null) {
                  subscriber.onComplete();
                } else {
                  subscriber.onError(failure);
                }
              }
            }

            @Override
            public void cancel() {
              done = true;
              trace.add("cancel");
            }
          });
    }
  }

  private static Source of(List<Object> trace, int to) {
    return new Source(trace, to, null, true, false);
  }

  // expects subscribe, request 16, 0, 1, 2, end
  default Coroutine<Void> all(List<Object> trace) {
    for (int i : await(of(trace, 3))) {
      trace.add(i);
    }
    trace.add("end");
    return Coroutine.completed();
  }

  // expects subscribe, request 16, end
  default Coroutine<Void> none(List<Object> trace) {
    for (int i : await(of(trace, 0))) {
      trace.add(i);
    }
    trace.add("end");
    return Coroutine.completed();
  }

  // expects subscribe, request 16, request 8, 276
  default Coroutine<Void> moreThanThereIsRoomFor(List<Object> trace) {
    int sum = 0;
    for (int i : await(of(trace, 24))) {
      await(sleep(Duration.ZERO));
      sum += i;
    }
    trace.add(sum);
    return Coroutine.completed();
  }

  // expects subscribe, request 16, 499500
  default Coroutine<Void> fromAnotherThread(List<Object> trace) {
    long sum = 0;
    List<Object> requests = new java.util.concurrent.CopyOnWriteArrayList<>();
    for (int i : await(new Source(requests, 1000, null, true, true))) {
      sum += i;
    }
    trace.addAll(requests.subList(0, 2));
    trace.add(sum);
    return Coroutine.completed();
  }

  // expects subscribe, request 16, 0, cancel, left
  default Coroutine<Void> breakCancels(List<Object> trace) {
    for (int i : await(of(trace, 100))) {
      trace.add(i);
      break;
    }
    trace.add("left");
    return Coroutine.completed();
  }

  // expects subscribe, request 16, 0, 2
  default Coroutine<Void> goingOn(List<Object> trace) {
    for (int i : await(of(trace, 3))) {
      if (i == 1) continue;
      await(sleep(Duration.ZERO));
      trace.add(i);
    }
    return Coroutine.completed();
  }

  // expects subscribe, request 16, subscribe, request 16, 0/0, cancel, subscribe, request 16, 1/0, cancel, cancel, left
  default Coroutine<Void> labels(List<Object> trace) {
    outer:
    for (int i : await(of(trace, 100))) {
      for (int j : await(of(trace, 100))) {
        trace.add(i + "/" + j);
        if (i == 0) continue outer;
        break outer;
      }
    }
    trace.add("left");
    return Coroutine.completed();
  }

  default Coroutine<Integer> first(List<Object> trace) {
    for (int i : await(of(trace, 100))) {
      try {
        return Coroutine.of(i);
      } finally {
        trace.add("finally");
      }
    }
    throw new AssertionError();
  }

  // expects subscribe, request 16, finally, cancel, 0
  default Coroutine<Void> returning(List<Object> trace) {
    trace.add(await(first(trace)));
    return Coroutine.completed();
  }

  // expects subscribe, request 16, 0, cancel, java.lang.IllegalStateException: body
  default Coroutine<Void> failing(List<Object> trace) {
    try {
      for (int i : await(of(trace, 100))) {
        trace.add(i);
        throw new IllegalStateException("body");
      }
    } catch (IllegalStateException e) {
      trace.add(e);
    }
    return Coroutine.completed();
  }

  // expects subscribe, request 16, 0, java.io.IOException: source, true
  default Coroutine<Void> failure(List<Object> trace) {
    IOException failure = new IOException("source");
    try {
      for (int i : await(new Source(trace, 1, failure, true, false))) {
        trace.add(i);
      }
    } catch (Exception e) {
      trace.add(e);
      trace.add(e == failure);
    }
    return Coroutine.completed();
  }

  default Coroutine<Void> waiting(List<Object> trace) {
    for (int i : await(new Source(trace, 1, null, false, false))) {
      trace.add(i);
    }
    return Coroutine.completed();
  }

  // expects subscribe, request 16, 0, cancel, cancelled
  default Coroutine<Void> cancelled(List<Object> trace) {
    Task<Void> task = createTask(waiting(trace));
    for (int i = 0; i < 5; i++) await(sleep(Duration.ZERO));
    task.cancel();
    try {
      await(task);
    } catch (CancelledError e) {
      trace.add("cancelled");
    }
    return Coroutine.completed();
  }

  default AsyncGenerator<Integer> doubled(List<Object> trace) {
    for (int i : await(of(trace, 100))) {
      AsyncGenerator.yield(2 * i);
    }
    return AsyncGenerator.completed();
  }

  // expects subscribe, request 16, 0, 2, cancel
  default Coroutine<Void> inAGenerator(List<Object> trace) {
    AsyncGenerator<Integer> values = doubled(trace);
    for (int i : await(values)) {
      trace.add(i);
      if (i == 2) break;
    }
    await(values.aclose());
    return Coroutine.completed();
  }

  // expects 1, 2, 3, end
  default Coroutine<Void> queue(List<Object> trace) {
    Queue<Integer> queue = new Queue<>(1);
    Task<Void> producer = createTask(produce(queue));
    for (int i : await(AsyncIterable.from(queue))) {
      trace.add(i);
      queue.taskDone();
    }
    await(producer);
    trace.add("end");
    return Coroutine.completed();
  }

  default Coroutine<Void> produce(Queue<Integer> queue) {
    for (int i = 1; i < 4; i++) await(queue.put(i));
    await(queue.join());
    queue.shutdown();
    return Coroutine.completed();
  }

  // expects subscribe, request 16, request 8, request 8, 0, 2, cancel
  default Coroutine<Void> published(List<Object> trace) {
    for (int i : await(doubled(trace).toPublisher())) {
      trace.add(i);
      if (i == 2) break;
    }
    while (!trace.contains("cancel")) await(sleep(Duration.ZERO));
    await(sleep(Duration.ZERO));
    return Coroutine.completed();
  }
}
