package dev.fermata.asyncio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a loop that have suspended and are not done: a list of weak references. Those that
 * have yet to begin are in the loop's queue and need no entry, so a task that never suspends costs
 * nothing here.
 *
 * <p>The list is linked one way only, to keep entries small. Those of tasks that are done stay
 * until they are as many as the others, and are then dropped together.
 */
final class TaskRegistry {

  /** Below this many it is not worth the while. */
  private static final int FEW = 64;

  final EventLoop loop;
  private final Map<Places, TaskEntry.Kind> kinds = new WeakHashMap<>();
  private @Nullable TaskEntry first;
  private int size;
  private int settled;

  TaskRegistry(EventLoop loop) {
    this.loop = loop;
  }

  /** Enters a task. */
  TaskEntry register(Task<?> task, CoroutineFrame<?> coro, int number) {
    TaskEntry entry = new TaskEntry(task, kindOf(coro), number);
    if (loop.getDebug()) {
      entry.rare().created = loop.debug.createdAt(task);
    }
    entry.next = first;
    first = entry;
    size++;
    return entry;
  }

  private TaskEntry.Kind kindOf(CoroutineFrame<?> coro) {
    Places places = Places.ofClass(coro.shown());
    TaskEntry.Kind kind = kinds.get(places);
    if (kind == null) {
      kind = new TaskEntry.Kind(this, coro.functionName());
      kinds.put(places, kind);
    }
    return kind;
  }

  /** Takes note that one of the entries is of no use any more. */
  void settled() {
    settled++;
    if (settled > FEW && settled > size / 2) {
      dropSettled();
    }
  }

  private void dropSettled() {
    TaskEntry kept = null;
    TaskEntry entry = first;
    while (entry != null) {
      TaskEntry next = entry.next;
      if (!entry.isSettled()) {
        entry.next = kept;
        kept = entry;
      }
      entry = next;
    }
    first = kept;
    size -= settled;
    settled = 0;
  }

  /** Adds the tasks to a collection, in no order. */
  void addTo(Collection<? super Task<?>> tasks) {
    for (TaskEntry entry = first; entry != null; entry = entry.next) {
      Task<?> task = entry.get();
      if (task != null) {
        tasks.add(task);
      }
    }
  }

  /** Reports what was collected, if that was not done yet: the loop is about to be closed. */
  void tellOfLost() {
    // First find them all: the list changes as they are told of.
    List<TaskEntry> lost = new ArrayList<>();
    for (TaskEntry entry = first; entry != null; entry = entry.next) {
      if (entry.get() == null) {
        lost.add(entry);
      }
    }
    lost.forEach(TaskEntry::tell);
  }

  /** Drops all entries: there will be no reports any more. */
  void clear() {
    TaskEntry entry = first;
    first = null;
    for (; entry != null; entry = entry.next) {
      entry.settle();
    }
  }
}
