package oracle;

import dev.fermata.asyncio.Awaitable;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What a case does, as a list of lines, and where its awaitables come from. The same class stands in
 * both worlds; only {@code Maker} differs: there an await returns at once, here it suspends as the
 * run's policy says.
 *
 * <p>Each method that makes an awaitable logs that it was called, so that a trace shows when the
 * argument of each await was evaluated. They are numbered; a run can ask that the nth fails.
 */
public final class Trace {
  private static final int LIMIT = 5_000;
  private static Trace current;

  private final List<String> lines = new ArrayList<>();
  private final List<Object> kept = new ArrayList<>();
  private final List<Runnable> deferred = new ArrayList<>();
  private boolean over;
  private final Maker maker;
  private final int failing;
  private int made;
  private int one;
  private int other;

  /**
   * A trace for one run.
   *
   * @param policy when awaits suspend; means nothing where they return at once
   * @param failing the number of the awaitable that fails, counted from 1; 0 for none
   */
  public Trace(String policy, int failing) {
    this.maker = new Maker(policy);
    this.failing = failing;
    current = this;
  }

  /** The trace of the run under way, for code that has none at hand: static initialisers. */
  public static Trace current() {
    return current;
  }

  public List<String> lines() {
    return lines;
  }

  /** How many awaitables were made, that is: how many can be asked to fail. */
  public int made() {
    return made;
  }

  // Logging, and operands that log.

  public void log(Object x) {
    if (over) {
      return;
    }
    if (lines.size() >= LIMIT) {
      throw new Error("the trace is too long");
    }
    lines.add(show(x));
  }

  public void log(String what, Object x) {
    log(what + " " + show(x));
  }

  public int v(int x) {
    log(x);
    return x;
  }

  public long v(long x) {
    log(x + "L");
    return x;
  }

  public double v(double x) {
    log(x);
    return x;
  }

  public boolean v(boolean x) {
    log(x);
    return x;
  }

  public char v(char x) {
    log(x);
    return x;
  }

  public <X> X v(X x) {
    log(x);
    return x;
  }

  /** Logs and throws. */
  public <X> X boom(String message) {
    log("boom " + message);
    throw new IllegalStateException(message);
  }

  /** A resource that logs. */
  public Res res(String name) {
    log("open " + name);
    return new Res(this, name, false);
  }

  /** A resource that logs, whose close fails. */
  public Res badRes(String name) {
    log("open " + name);
    return new Res(this, name, true);
  }

  /** What is entered and left by awaiting; to be made where it is entered. */
  public Gate gate(String name) {
    return Gate.of(this, name);
  }

  /** To be held until the end of the run, so that no collection of garbage closes it. */
  public <X> X keep(X x) {
    kept.add(x);
    return x;
  }

  // After the body.

  /** To be run at the end. */
  public void defer(Runnable action) {
    deferred.add(action);
  }

  /** Ends the trace: nothing that happens from now on belongs to it. */
  void end(String last) {
    for (int i = 0; i < deferred.size(); i++) {
      lines.add(outcome(deferred.get(i)));
    }
    lines.add(last);
    over = true;
  }

  private static String outcome(Runnable action) {
    try {
      action.run();
      return "deferred";
    } catch (Throwable e) {
      return "deferred threw " + describe(e);
    }
  }

  /** Two that must do the same and have the same value; the trace tells the world where not. */
  public void twins(Supplier<?> one, Supplier<?> other) {
    List<String> first = doing(one);
    List<String> second = doing(other);
    if (!first.equals(second)) {
      log("in the " + maker.world() + " world a twin did " + second);
    }
  }

  /** What comes now is what the lines after {@link #other} must be like. */
  public void one() {
    one = lines.size();
  }

  public void other() {
    other = lines.size();
  }

  /** Tells the world where two twins that await did not do the same; one may have had a failure. */
  public void compare() {
    List<String> first = List.copyOf(lines.subList(one, other));
    List<String> second = List.copyOf(lines.subList(other, lines.size()));
    if (failing == 0 && !first.equals(second)) {
      log("in the " + maker.world() + " world a twin did " + second);
    }
  }

  private List<String> doing(Supplier<?> action) {
    int start = lines.size();
    try {
      log("value", action.get());
    } catch (RuntimeException e) {
      log(e);
    }
    return List.copyOf(lines.subList(start, lines.size()));
  }

  // Awaitables.

  /** Has no value, later, and never fails. */
  Awaitable<Void> calm() {
    return maker.value(null);
  }

  /** Has the value later. */
  public <X> Awaitable<X> later(X x) {
    log("~" + show(x));
    Throwable injected = injected();
    return injected == null ? maker.value(x) : maker.failure(injected);
  }

  /** Has no value, later. */
  public Awaitable<Void> pause() {
    log("~");
    Throwable injected = injected();
    return injected == null ? maker.value(null) : maker.failure(injected);
  }

  /** Fails later. */
  public <X> Awaitable<X> fail(Throwable failure) {
    log("~!" + describe(failure));
    Throwable injected = injected();
    return maker.failure(injected == null ? failure : injected);
  }

  /** Fails later with an IllegalStateException. */
  public <X> Awaitable<X> fail(String message) {
    return fail(new IllegalStateException(message));
  }

  /** A coroutine that has the value later; to be awaited where it is made. */
  public <X> Coroutine<X> coro(X x) {
    log("@" + show(x));
    Throwable injected = injected();
    return injected == null ? maker.coroutine(x) : maker.failedCoroutine(injected);
  }

  /** A coroutine that fails later; to be awaited where it is made. */
  public <X> Coroutine<X> failCoro(String message) {
    log("@!" + message);
    Throwable injected = injected();
    return maker.failedCoroutine(injected == null ? new IllegalStateException(message) : injected);
  }

  /** One of Java's own. */
  public <X> CompletionStage<X> stage(X x) {
    log("^" + show(x));
    Throwable injected = injected();
    return injected == null ? maker.stage(x) : maker.failedStage(injected);
  }

  /** One of Java's own, that fails. */
  public <X> CompletionStage<X> failStage(Throwable failure) {
    log("^!" + describe(failure));
    Throwable injected = injected();
    return maker.failedStage(injected == null ? failure : injected);
  }

  private Throwable injected() {
    made++;
    return made == failing ? new Injected("await " + made) : null;
  }

  // Text that does not depend on the world.

  /** The value as text: arrays by element, failures with what they suppress, lambdas by nothing. */
  public static String show(Object x) {
    if (x == null) {
      return "null";
    }
    if (x instanceof Throwable) {
      return describe((Throwable) x);
    }
    if (x instanceof Object[]) {
      StringJoiner joined = new StringJoiner(", ", "[", "]");
      for (Object element : (Object[]) x) {
        joined.add(show(element));
      }
      return joined.toString();
    }
    if (x instanceof int[]) {
      return Arrays.toString((int[]) x);
    }
    if (x instanceof long[]) {
      return Arrays.toString((long[]) x);
    }
    if (x instanceof double[]) {
      return Arrays.toString((double[]) x);
    }
    if (x instanceof byte[]) {
      return Arrays.toString((byte[]) x);
    }
    if (x instanceof char[]) {
      return Arrays.toString((char[]) x);
    }
    if (x instanceof short[]) {
      return Arrays.toString((short[]) x);
    }
    if (x instanceof boolean[]) {
      return Arrays.toString((boolean[]) x);
    }
    if (x instanceof float[]) {
      return Arrays.toString((float[]) x);
    }
    if (x instanceof Class) {
      return ((Class<?>) x).getSimpleName();
    }
    if (x instanceof CharSequence
        || x instanceof Number
        || x instanceof Boolean
        || x instanceof Character
        || x instanceof Enum
        || x instanceof Record
        || x instanceof Iterable
        || x instanceof Map) {
      return x.toString();
    }
    if (x instanceof Awaitable) {
      return "an awaitable";
    }
    String text = x.toString();
    int at = text.indexOf('@');
    return at < 0 ? text : "an object";
  }

  /** Class, message and suppressed exceptions; without what the virtual machine makes up. */
  public static String describe(Throwable e) {
    StringBuilder text = new StringBuilder(e.getClass().getSimpleName());
    String message = e.getMessage();
    if (e instanceof ClassCastException && message != null) {
      // The rest names the class loaders.
      int loaders = message.indexOf(" (");
      message = loaders < 0 ? message : message.substring(0, loaders);
    }
    if (e instanceof IllegalStateException && message != null) {
      // The rest names the generator and its place.
      int exit = message.indexOf("ignored GeneratorExit");
      message = exit < 0 ? message : "ignored GeneratorExit";
    }
    // The virtual machine tells a null by the expression, which is another one in generated code.
    if (message != null && !(e instanceof NullPointerException)) {
      text.append(": ").append(message);
    }
    for (Throwable suppressed : e.getSuppressed()) {
      text.append(" +{").append(describe(suppressed)).append('}');
    }
    if (e instanceof ExceptionInInitializerError && e.getCause() != null) {
      text.append(" <- ").append(describe(e.getCause()));
    }
    return text.toString();
  }

  /** What an awaitable fails with when the run asks for it. */
  public static final class Injected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Injected(String message) {
      super(message);
    }
  }
}
