package dev.fermata.asyncio;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of context variables: a persistent map, so that to copy a context is to copy a
 * reference. The empty map is null, which is all that code without context variables ever sees.
 *
 * <p>A hash array mapped trie, as in CPython. Five bits of the variable's hash choose one of 32
 * places in a node; a node stores only the places taken, each as a pair: a variable and its value,
 * or null and a further node for the next five bits. Hashes are unique, so no two variables share
 * all places, and a further node always holds two variables or more.
 */
final class ContextMap {

  private static final int BITS = 5;

  /** Which places are taken. */
  private final int taken;

  /** How many variables this node and those below have. */
  private final int size;

  private final @Nullable Object[] pairs;

  private ContextMap(int taken, int size, @Nullable Object[] pairs) {
    this.taken = taken;
    this.size = size;
    this.pairs = pairs;
  }

  /** Returns the value of a variable, or {@link Token#MISSING} if it has none. */
  static @Nullable Object get(@Nullable ContextMap map, ContextVar<?> var) {
    long hash = var.hash;
    while (map != null) {
      hash = Long.rotateLeft(hash, BITS);
      int place = place(hash);
      if ((map.taken & place) == 0) {
        return Token.MISSING;
      }
      int index = map.index(place);
      Object key = map.pairs[index];
      if (key == var) {
        return map.pairs[index + 1];
      }
      if (key != null) {
        return Token.MISSING;
      }
      map = (ContextMap) map.pairs[index + 1];
    }
    return Token.MISSING;
  }

  static int size(@Nullable ContextMap map) {
    return map == null ? 0 : map.size;
  }

  /** Returns the map in which a variable has a value. */
  static ContextMap with(@Nullable ContextMap map, ContextVar<?> var, @Nullable Object value) {
    return with(map, var, value, 1);
  }

  /** Returns the map in which a variable has no value. */
  static @Nullable ContextMap without(@Nullable ContextMap map, ContextVar<?> var) {
    return map == null ? null : map.without(var, 1);
  }

  /** Tells of all variables and their values, in no particular order. */
  static void forEach(
      @Nullable ContextMap map, BiConsumer<? super ContextVar<?>, ? super @Nullable Object> sink) {
    if (map == null) {
      return;
    }
    for (int i = 0; i < map.pairs.length; i += 2) {
      Object key = map.pairs[i];
      Object value = map.pairs[i + 1];
      if (key == null) {
        forEach((ContextMap) value, sink);
      } else {
        sink.accept((ContextVar<?>) key, value);
      }
    }
  }

  private static ContextMap with(
      @Nullable ContextMap map, ContextVar<?> var, @Nullable Object value, int level) {
    int place = place(var, level);
    if (map == null) {
      return new ContextMap(place, 1, new @Nullable Object[] {var, value});
    }
    int index = map.index(place);
    if ((map.taken & place) == 0) {
      return map.insert(place, index, var, value);
    }
    Object key = map.pairs[index];
    Object present = map.pairs[index + 1];
    if (key == var) {
      return present == value ? map : map.replace(index, var, value, map.size);
    }
    ContextMap below =
        key == null ? (ContextMap) present : with(null, (ContextVar<?>) key, present, level + 1);
    ContextMap changed = with(below, var, value, level + 1);
    return map.replace(
        index, null, changed, map.size + changed.size - (key == null ? size(below) : 1));
  }

  private @Nullable ContextMap without(ContextVar<?> var, int level) {
    int place = place(var, level);
    if ((taken & place) == 0) {
      return this;
    }
    int index = index(place);
    Object key = pairs[index];
    if (key == var) {
      return size == 1 ? null : remove(place, index);
    }
    if (key != null) {
      return this;
    }
    ContextMap below = (ContextMap) pairs[index + 1];
    ContextMap changed = below == null ? null : below.without(var, level + 1);
    if (changed == null || changed == below) {
      return this;
    }
    return changed.size == 1
        ? replace(index, changed.pairs[0], changed.pairs[1], size - 1)
        : replace(index, null, changed, size - 1);
  }

  private ContextMap insert(int place, int index, ContextVar<?> var, @Nullable Object value) {
    @Nullable Object[] more = new @Nullable Object[pairs.length + 2];
    System.arraycopy(pairs, 0, more, 0, index);
    more[index] = var;
    more[index + 1] = value;
    System.arraycopy(pairs, index, more, index + 2, pairs.length - index);
    return new ContextMap(taken | place, size + 1, more);
  }

  private ContextMap replace(int index, @Nullable Object key, @Nullable Object value, int newSize) {
    @Nullable Object[] changed = Arrays.copyOf(pairs, pairs.length);
    changed[index] = key;
    changed[index + 1] = value;
    return new ContextMap(taken, newSize, changed);
  }

  private ContextMap remove(int place, int index) {
    @Nullable Object[] fewer = new @Nullable Object[pairs.length - 2];
    System.arraycopy(pairs, 0, fewer, 0, index);
    System.arraycopy(pairs, index + 2, fewer, index, fewer.length - index);
    return new ContextMap(taken & ~place, size - 1, fewer);
  }

  private int index(int place) {
    return 2 * Integer.bitCount(taken & (place - 1));
  }

  private static int place(ContextVar<?> var, int level) {
    return place(Long.rotateLeft(var.hash, BITS * level));
  }

  /** Returns the bit that the last five bits of a hash name. */
  private static int place(long hash) {
    return 1 << (int) hash;
  }
}
