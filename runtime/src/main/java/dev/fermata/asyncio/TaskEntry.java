package dev.fermata.asyncio;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a loop knows of a task that has suspended, without keeping it alive; and once it is garbage
 * collected, what there is to report.
 *
 * <p>A task stays alive through what can wake it, and through whoever holds it. One that nobody can
 * wake goes together with its coroutine, whose variables may well lead to the very future that it
 * waits for: that is why nothing of the coroutine is kept here but where it stands.
 *
 * <p>One for each suspended task, so it is kept small: 48 bytes.
 */
final class TaskEntry extends WeakReference<Task<?>> {

  /** How many frames of the runtime's own there may be between a task and the user's innermost. */
  private static final int OWN_FRAMES = 8;

  /** What the tasks have in common that run the same coroutine function on the same loop. */
  record Kind(TaskRegistry registry, String function) {}

  /** What only tasks have that were named or cancelled, or created in debug mode. */
  static final class Rare {
    @Nullable String name;
    int cancelRequests;
    @Nullable String cancelMessage;
    StackTraceElement @Nullable [] created;
  }

  /** In bits: nothing more will be reported; the registry may drop this. */
  private static final int SETTLED = 1;

  /** In bits: whoever made the task deals with it being pending at the end. */
  private static final int QUIET = 2;

  /** The bits from here up are the number of the task. */
  private static final int NUMBER = 2;

  private final Kind kind;
  private int bits;

  /** Where the task was suspended last, in the user's source. */
  private @Nullable StackTraceElement place;

  private @Nullable Rare rare;

  /** The next of the registry's list. */
  @Nullable TaskEntry next;

  TaskEntry(Task<?> task, Kind kind, int number) {
    super(task, Collected.QUEUE);
    this.kind = kind;
    this.bits = number << NUMBER;
  }

  @Nullable Rare rareOrNull() {
    return rare;
  }

  Rare rare() {
    if (rare == null) {
      rare = new Rare();
    }
    return rare;
  }

  /** Takes note of where a task is suspended. */
  void suspended(CoroutineFrame<?> innermost) {
    CoroutineFrame<?> frame = innermost;
    for (int i = 0; i < OWN_FRAMES; i++) {
      StackTraceElement place = Places.of(frame);
      if (place != null) {
        this.place = place;
        return;
      }
      CoroutineFrame<?> caller = frame.caller;
      if (caller == null || caller == CoroutineFrame.ROOT) {
        break;
      }
      frame = caller;
    }
    place = null;
  }

  /** Says that nobody need be told if the task is lost. */
  void beQuiet() {
    bits |= QUIET;
  }

  /** Says that the task is done, or its loop closed: there will be nothing to report. */
  void settle() {
    if (!isSettled()) {
      bits |= SETTLED;
      clear();
      kind.registry.settled();
    }
  }

  boolean isSettled() {
    return (bits & SETTLED) != 0;
  }

  /** Has the loop report this; called by the thread that learns what is collected. */
  private void collected() {
    Interop.callSoonUnlessClosed(kind.registry.loop, this::tell);
  }

  /** Reports, if that is due and was not done yet, that the task was collected while pending. */
  void tell() {
    if (!isSettled()) {
      settle();
      if ((bits & QUIET) == 0) {
        kind.registry.loop.callExceptionHandler(report());
      }
    }
  }

  private ExceptionContext report() {
    String name = rare != null && rare.name != null ? rare.name : Task.defaultName(bits >>> NUMBER);
    String at =
        place == null ? "" : " running at " + place.getFileName() + ":" + place.getLineNumber();
    ExceptionContext report =
        ExceptionContext.of(
                "Task was destroyed but it is pending! Nobody held it any more, nor anything that"
                    + " could have woken it, so it would never have gone on, and its finally blocks"
                    + " have not run. Keep what it waits for where it will be completed, or cancel"
                    + " the task when it is not needed")
            .with(
                "lostTask",
                "<Task pending name='" + name + "' coro=<" + kind.function + "()" + at + ">>");
    if (place != null) {
      report = report.with("taskStack", List.of(place));
    }
    StackTraceElement[] created = rare == null ? null : rare.created;
    return created == null ? report : report.with("sourceTraceback", List.of(created));
  }

  /** Hands what is collected over to the loops; one thread for all of them. */
  private static final class Collected implements Runnable {

    static final ReferenceQueue<Task<?>> QUEUE = new ReferenceQueue<>();

    static {
      Thread thread = new Thread(null, new Collected(), "asyncio_lost_tasks", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }

    @Override
    public void run() {
      while (true) {
        try {
          ((TaskEntry) QUEUE.remove()).collected();
        } catch (InterruptedException e) {
          // Nobody has a reason to; and there is nothing to stop for.
        }
      }
    }
  }
}
