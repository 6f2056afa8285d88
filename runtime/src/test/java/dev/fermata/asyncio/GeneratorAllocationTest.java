package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That a value of a generator costs no memory but its own. */
class GeneratorAllocationTest {

  private static final int MANY = 10_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** As the processor would compile it: counts, in boxes of its own or all in one. */
  private static final class Counter extends YieldFrame<Object, Object, @Nullable Object> {
    private final int to;
    private final boolean boxes;
    private int i;

    Counter(int to, boolean boxes) {
      this.to = to;
      this.boxes = boxes;
    }

    @Override
    protected @Nullable Object step(@Nullable Object sent, @Nullable Throwable thrown)
        throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      state = 1;
      if (i == to) {
        return DONE;
      }
      i++;
      return boxes ? Long.valueOf(i + 1000L) : "one";
    }
  }

  /** Hands the values of another on. */
  private static final class Outer extends YieldFrame<Object, Object, @Nullable Object> {
    private final Generator<?> inner;

    Outer(Generator<?> inner) {
      this.inner = inner;
    }

    @Override
    protected @Nullable Object step(@Nullable Object sent, @Nullable Throwable thrown)
        throws Throwable {
      if (state == CREATED) {
        state = 1;
        return yieldFrom(inner);
      }
      return DONE;
    }
  }

  /** Keeps the values, so that no compiler can do without them. */
  private static long allocated(Iterator<?> values, Object[] kept) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int n = 0;
    while (values.hasNext()) {
      kept[n++] = values.next();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /** Returns the bytes for a number of values, beyond those for none. */
  private static long bytes(int count, boolean boxes, int depth) {
    Object[] kept = new Object[count];
    long[] bytes = new long[2];
    // The first time loads classes.
    for (int round = 0; round < 3; round++) {
      for (int many = 0; many < 2; many++) {
        Generator<?> generator = new Counter(many * count, boxes);
        for (int i = 0; i < depth; i++) {
          generator = new Outer(generator);
        }
        bytes[many] = allocated(generator, kept);
      }
    }
    return bytes[1] - bytes[0];
  }

  private static long bytesOfBoxes(int count) {
    Object[] kept = new Object[count];
    long bytes = 0;
    for (int round = 0; round < 3; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < count; i++) {
        kept[i] = Long.valueOf(i + 1000L);
      }
      bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    return bytes;
  }

  @Test
  void aValueCostsNothing() {
    for (int depth : List.of(0, 1, 20)) {
      assertThat(bytes(MANY, false, depth)).as("at depth %d", depth).isZero();
    }
  }

  @Test
  void aPrimitiveCostsItsBox() {
    for (int depth : List.of(0, 1, 20)) {
      assertThat(bytes(MANY, true, depth)).as("at depth %d", depth).isEqualTo(bytesOfBoxes(MANY));
    }
  }
}
