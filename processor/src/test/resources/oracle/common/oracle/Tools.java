package oracle;

import dev.fermata.asyncio.SendGenerator;
import dev.fermata.asyncio.StopIterationException;
import java.util.ArrayList;
import java.util.List;

/** What random programs call of their own. */
public interface Tools {
  default int three(int a, int b, int c) {
    return a * 100 + b * 10 + c;
  }

  default int sum(int... xs) {
    int sum = xs.length;
    for (int x : xs) {
      sum += x;
    }
    return sum;
  }

  default String all(Object first, Object... rest) {
    return first + "/" + rest.length;
  }

  default <X> X same(X x) {
    return x;
  }

  default <X> X after(Object ignored, X x) {
    return x;
  }

  default <X> X either(boolean first, X a, X b) {
    return first ? a : b;
  }

  default <X> X first(List<X> xs) {
    return xs.get(0);
  }

  default <X extends Object & Comparable<? super X>> X greater(X a, X b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  // All that a generator yields; and what stands for a yield where values go to a list.

  default List<Object> drained(Iterable<?> values) {
    return addAll(new ArrayList<>(), values);
  }

  default <S> S add(List<Object> out, Object value) {
    out.add(value);
    return null;
  }

  default List<Object> addAll(List<Object> out, Iterable<?> values) {
    for (Object value : values) {
      out.add(value);
    }
    return out;
  }

  @SuppressWarnings("unchecked")
  default <R> R addSent(List<Object> out, SendGenerator<?, ?, R> values) {
    while (true) {
      try {
        out.add(values.next());
      } catch (StopIterationException end) {
        return (R) end.value();
      }
    }
  }
}
