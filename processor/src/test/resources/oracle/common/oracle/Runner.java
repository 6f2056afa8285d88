package oracle;

import dev.fermata.asyncio.Coroutine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Runs one entry of a case to its end, of which the last line of the trace tells. */
public final class Runner {
  private Runner() {}

  public static Trace run(Object instance, Method entry, String policy, int failing) {
    Trace t = new Trace(policy, failing);
    String end;
    try {
      Object value = Maker.runToEnd(() -> (Coroutine<?>) call(instance, entry, t));
      end = "returned " + Trace.show(value);
    } catch (Throwable e) {
      end = "threw " + Trace.describe(e);
    }
    t.end(end);
    Maker.discard();
    return t;
  }

  private static Object call(Object instance, Method entry, Trace t) throws Throwable {
    try {
      return entry.invoke(instance, t);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Makes the coroutine. */
  public interface Start {
    Coroutine<?> start() throws Throwable;
  }
}
