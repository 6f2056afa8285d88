package dev.fermata.asyncio;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** A body on a thread of its own, which runs only while somebody waits for its next value. */
public final class Strand<Y, S, R> implements SendGenerator<Y, S, R> {
  static final Object DONE = new Object();
  private static final Object NOTHING = new Object();
  private static final ThreadLocal<Strand<?, ?, ?>> CURRENT = new ThreadLocal<>();

  /** The body as javac compiled it: returns how it ended. */
  public interface Body {
    Object run() throws Throwable;
  }

  private static final Set<Strand<?, ?, ?>> SUSPENDED = ConcurrentHashMap.newKeySet();

  private final Body body;
  private final boolean async;
  private final Semaphore bodysTurn = new Semaphore(0);
  private final Semaphore callersTurn = new Semaphore(0);
  private boolean begun;
  private boolean done;
  private volatile boolean discarded;
  private Object ahead = NOTHING;
  private Object in;
  private Throwable thrownIn;
  private Object out;
  private Throwable failure;
  private Object result;

  /** Of a body, or the mere end of one. */
  Strand(Body body, R result) {
    this(body, result, false);
  }

  private Strand(Body body, R result, boolean async) {
    this.body = body;
    this.async = async;
    this.result = result;
  }

  public static <Y> Strand<Y, Object, Object> of(Body body) {
    return new Strand<>(body, null);
  }

  public static <Y> AsyncGenerator<Y> ofAsync(Body body) {
    return new AsyncStrand<>(new Strand<Y, Object, Object>(body, null, true));
  }

  /** Ends the threads of those that nobody will ask again. */
  public static void discard() {
    for (Strand<?, ?, ?> strand : SUSPENDED) {
      strand.discarded = true;
      strand.bodysTurn.release();
    }
    SUSPENDED.clear();
  }

  private void checkWanted() {
    if (discarded) {
      throw new Discarded();
    }
  }

  /** Unwinds the body of a strand that nobody will ask again. */
  private static final class Discarded extends Error {
    private static final long serialVersionUID = 1;
  }

  static Strand<?, ?, ?> current() {
    return CURRENT.get();
  }

  Object give(Object value) {
    checkWanted();
    out = value;
    SUSPENDED.add(this);
    callersTurn.release();
    bodysTurn.acquireUninterruptibly();
    checkWanted();
    Throwable thrown = thrownIn;
    if (thrown != null) {
      thrownIn = null;
      throw Asyncio.<RuntimeException>same(thrown);
    }
    return in;
  }

  static Object giveAll(Strand<?, ?, ?> source) {
    Object sent = null;
    Throwable thrown = null;
    while (true) {
      Object value = source.resume(sent, thrown);
      if (value == DONE) {
        return source.takeResult();
      }
      sent = null;
      thrown = null;
      try {
        sent = current().give(value);
      } catch (GeneratorExit exit) {
        source.close();
        throw exit;
      } catch (Throwable e) {
        thrown = e;
      }
    }
  }

  Object takeResult() {
    Object taken = result;
    result = null;
    return taken;
  }

  boolean isDone() {
    return done;
  }

  boolean hasBegun() {
    return begun;
  }

  Object resume(Object sent, Throwable thrown) {
    checkWanted();
    if (ahead != NOTHING && thrown == null) {
      Object value = ahead;
      ahead = value == DONE ? DONE : NOTHING;
      return value;
    }
    ahead = NOTHING;
    if (done) {
      if (thrown != null) {
        throw Asyncio.<RuntimeException>same(thrown);
      }
      return DONE;
    }
    if (!begun) {
      begun = true;
      if (thrown != null) {
        done = true;
        throw Asyncio.<RuntimeException>same(thrown);
      }
      if (body == null) {
        done = true;
        return DONE;
      }
      Thread thread = new Thread(this::run, "strand");
      thread.setDaemon(true);
      thread.start();
    } else {
      SUSPENDED.remove(this);
      in = sent;
      thrownIn = thrown;
      bodysTurn.release();
    }
    callersTurn.acquireUninterruptibly();
    if (failure != null) {
      Throwable failed = failure;
      failure = null;
      throw Asyncio.<RuntimeException>same(failed);
    }
    return done ? DONE : out;
  }

  private void run() {
    CURRENT.set(this);
    try {
      Object end = body.run();
      if (end instanceof Strand) {
        Strand<?, ?, ?> last = (Strand<?, ?, ?>) end;
        result = last.body == null ? last.takeResult() : giveAll(last);
      }
    } catch (Throwable e) {
      failure = named(e);
    }
    done = true;
    callersTurn.release();
  }

  /** A body that lets the end of another pass must not look as if it had ended. */
  private Throwable named(Throwable e) {
    if (!async) {
      return e instanceof StopIterationException
          ? new IllegalStateException("a generator raised StopIterationException", e)
          : e;
    }
    return e instanceof StopIterationException || e instanceof StopAsyncIterationException
        ? new IllegalStateException(
            "an asynchronous generator raised "
                + e.getClass().getSimpleName().replaceFirst("Exception$", ""),
            e)
        : e;
  }

  @Override
  public boolean hasNext() {
    if (ahead == NOTHING) {
      ahead = resume(null, null);
    }
    return ahead != DONE;
  }

  @Override
  public Y next() {
    return valueOf(resume(null, null));
  }

  @Override
  public Y send(S value) {
    return valueOf(resume(value, null));
  }

  @Override
  public Y throwInto(Throwable exception) {
    return valueOf(resume(null, exception));
  }

  @SuppressWarnings("unchecked")
  private Y valueOf(Object value) {
    if (value == DONE) {
      throw new StopIterationException(takeResult());
    }
    return (Y) value;
  }

  @Override
  public void close() {
    if (!begun) {
      begun = true;
      done = true;
    } else if (!done) {
      Object value;
      try {
        value = resume(null, new GeneratorExit());
      } catch (GeneratorExit closed) {
        return;
      }
      if (value != DONE) {
        throw new IllegalStateException("ignored GeneratorExit");
      }
    }
  }
}
