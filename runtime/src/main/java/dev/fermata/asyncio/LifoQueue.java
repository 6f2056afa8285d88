package dev.fermata.asyncio;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue from which the item comes out first that went in last. The counterpart of {@code
 * asyncio.LifoQueue}.
 *
 * @param <T> the type of the items
 */
public final class LifoQueue<T extends @Nullable Object> extends Queue<T> {

  /** Creates one that is never full. */
  public LifoQueue() {
    this(0);
  }

  /**
   * Creates one.
   *
   * @param maxsize how many items it holds at most; 0 or less for any number
   */
  public LifoQueue(int maxsize) {
    super(maxsize, Collections.asLifoQueue(new ArrayDeque<>()));
  }

  @Override
  List<Object> items() {
    List<Object> items = super.items();
    Collections.reverse(items);
    return items;
  }
}
