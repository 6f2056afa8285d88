package corpus.members;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Problem;
import oracle.Trace;

/** throws clauses: what is declared is what can be caught where the coroutine is awaited. */
@Async
interface Throws {
  default Coroutine<Integer> read(Trace t, int x) throws Problem {
    await(t.later(x));
    if (x > 1) throw new Problem("x" + x);
    return Coroutine.of(x);
  }

  default Coroutine<Object> caughtByType(Trace t) {
    try {
      t.log(await(read(t, 1)));
      t.log(await(read(t, 2)));
    } catch (Problem e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> passedOn(Trace t) throws Problem {
    int x = await(read(t, 1));
    return Coroutine.of(x + await(read(t, 5)));
  }

  default Coroutine<Object> declaredAtAwait(Trace t) {
    try {
      await(t.fail(new Problem("future's")), Problem.class);
    } catch (Problem e) {
      t.log(e);
    }
    try {
      await(t.failStage(new Problem.Special("stage's")), Problem.Special.class, java.io.IOException.class);
    } catch (Problem.Special e) {
      t.log(e);
    } catch (java.io.IOException e) {
      t.log("not here");
    }
    try {
      return Coroutine.of(await(t.later(1), Problem.class, java.io.IOException.class, InterruptedException.class));
    } catch (Problem | java.io.IOException | InterruptedException e) {
      return Coroutine.of(await(t.later("not here")));
    }
  }

  // catalogue 130
  default Coroutine<Integer> precise(Trace t, int x) throws Problem.Special, java.io.IOException {
    try {
      await(t.later(x));
      if (x == 1) throw new Problem.Special("special");
      if (x == 2) throw new java.io.IOException("io");
      if (x == 3) throw new IllegalStateException("unchecked");
      return Coroutine.of(x);
    } catch (Exception e) {
      await(t.later("rethrow"));
      t.log(e);
      throw e;
    }
  }

  // catalogue 130
  default Coroutine<Object> preciseRethrow(Trace t) {
    for (int i = 0; i < 4; i++) {
      try {
        t.log(await(precise(t, i)));
      } catch (Problem.Special | java.io.IOException | IllegalStateException e) {
        t.log(e.getClass());
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 130
  default Coroutine<Object> multiCatchRethrow(Trace t) throws Problem, java.io.IOException {
    try {
      if (await(t.later(true))) throw new Problem("one");
      else throw new java.io.IOException("two");
    } catch (Problem | java.io.IOException e) {
      await(t.later(e.getMessage()));
      throw e;
    }
  }

  default Coroutine<Object> subclassFirst(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        if (await(t.later(i)) == 0) throw new Problem("general");
        throw new Problem.Special("special");
      } catch (Problem.Special e) {
        await(t.later("special"));
        t.log(e);
      } catch (Problem e) {
        await(t.later("general"));
        t.log(e);
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> throwAwaited(Trace t) {
    try {
      throw await(t.later(new Problem("awaited")));
    } catch (Problem e) {
      t.log(e);
    }
    try {
      throw (RuntimeException) await(t.later((Throwable) new IllegalStateException("cast")));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    try {
      throw await(t.later((IllegalStateException) null));
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> throwConditional(Trace t) {
    try {
      throw await(t.later(true)) ? new IllegalStateException("a") : new ArithmeticException("b");
    } catch (RuntimeException e) {
      t.log(e);
    }
    try {
      throw switch (await(t.later(1))) {
        case 1 -> new ArithmeticException(await(t.later("c")));
        default -> new IllegalStateException("d");
      };
    } catch (ArithmeticException | IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> checkedInFinally(Trace t) throws Problem {
    try {
      await(t.later(1));
    } finally {
      if (await(t.later(true))) throw new Problem("finally");
    }
    return Coroutine.of("not here");
  }

  default Coroutine<Object> causeKept(Trace t) {
    try {
      try {
        await(t.fail("inner"));
      } catch (IllegalStateException e) {
        throw new Problem.Special(await(t.later("outer")) + e.getMessage());
      }
    } catch (Problem e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 49
  default Coroutine<Object> throwInLambdaBody(Trace t) {
    java.util.function.Supplier<Integer> s = () -> {
      throw new IllegalStateException("lambda");
    };
    try {
      t.log(s.get() + await(t.later(1)));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }
}
