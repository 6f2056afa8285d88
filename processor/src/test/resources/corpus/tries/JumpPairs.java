package corpus.tries;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Each way of leaving the try against each way of leaving a finally that suspends. */
@Async
interface JumpPairs {
  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> returnReturn(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        return Coroutine.of("try");
      } finally {
        await(t.later("f"));
        return Coroutine.of("finally");
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> returnBreak(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        return Coroutine.of(await(t.later("try")));
      } finally {
        await(t.later("f"));
        break;
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> returnContinue(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        return Coroutine.of(await(t.later("try")));
      } finally {
        await(t.later("f" + i));
        continue;
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> breakReturn(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        if (await(t.later(true))) break;
      } finally {
        return Coroutine.of(await(t.later("finally")));
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> breakBreak(Trace t) {
    outer:
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        try {
          if (await(t.later(true))) break outer;
        } finally {
          await(t.later("f" + i + j));
          break;
        }
      }
      t.log("after inner", i);
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> breakContinue(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        if (await(t.later(true))) break;
      } finally {
        await(t.later("f" + i));
        continue;
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> continueReturn(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        if (await(t.later(true))) continue;
      } finally {
        return Coroutine.of(await(t.later("finally")));
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> continueBreak(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        if (await(t.later(true))) continue;
      } finally {
        await(t.later("f"));
        break;
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> continueContinue(Trace t) {
    outer:
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        try {
          if (await(t.later(true))) continue outer;
        } finally {
          await(t.later("f" + i + j));
          continue;
        }
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 1 2
  @SuppressWarnings("finally")

  default Coroutine<Object> throwReturn(Trace t) {
    try {
      t.boom("x");
    } finally {
      await(t.later("f"));
      return Coroutine.of("finally");
    }
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> throwBreak(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        t.boom("x");
      } finally {
        await(t.later("f"));
        break;
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> throwContinue(Trace t) {
    for (int i = 0; i < 2; i++) {
      try {
        t.boom("x");
      } finally {
        await(t.later("f"));
        continue;
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 12
  @SuppressWarnings("finally")

  default Coroutine<Object> labelledBreakOutOfThreeDropsExceptions(Trace t) {
    try {
      out: {
        try {
          try {
            try {
              await(t.fail("one"));
            } finally {
              await(t.later(1));
              t.boom("two");
            }
          } finally {
            await(t.later(2));
          }
        } finally {
          await(t.later(3));
          break out;
        }
      }
      t.log("dropped");
      t.boom("survives");
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  // catalogue 2
  @SuppressWarnings("finally")

  default Coroutine<Object> conditionalOverride(Trace t) {
    for (int i = 0; i < 4; i++) {
      try {
        if (i == 3) return Coroutine.of(await(t.later("try")));
        if (i == 2) break;
        if (i == 1) t.boom("x");
      } finally {
        if (await(t.later(i)) < 3) continue;
        t.log("not overridden");
      }
    }
    return Coroutine.of("end");
  }
}
