package corpus.switches;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** switch statements with arrows. */
@Async
interface ArrowSwitch {
  default Coroutine<Object> statements(Trace t) {
    for (int i = 0; i < 4; i++) {
      switch (await(t.later(i))) {
        case 0 -> t.log("zero");
        case 1 -> await(t.later("one"));
        case 2 -> {
          await(t.later("two"));
          t.log("2");
        }
        default -> throw new IllegalStateException("many");
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 68
  default Coroutine<Object> severalLabels(Trace t) {
    for (String s : new String[] {"a", "b", "c", "d"}) {
      switch (s) {
        case "a", "b" -> await(t.later("ab"));
        case "c" -> {
        }
        default -> await(t.later("rest"));
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 70
  default Coroutine<Object> enums(Trace t) {
    for (OldSwitch.Color c : OldSwitch.Color.values()) {
      switch (c) {
        case RED -> await(t.later("r"));
        case GREEN -> t.log("g");
        default -> await(t.later("other"));
      }
      switch (await(t.later(c))) {
        case BLUE -> t.log("blue");
        case RED, GREEN -> await(t.later(c.ordinal()));
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> breakInBlock(Trace t) {
    for (int i = 0; i < 2; i++) {
      switch (i) {
        case 0 -> {
          if (await(t.later(true))) break;
          t.log("not here");
        }
        default -> {
          for (; ; ) {
            if (await(t.later(true))) break;
          }
          t.log("after loop");
        }
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> jumps(Trace t) {
    outer:
    for (int i = 0; i < 5; i++) {
      switch (await(t.later(i))) {
        case 0 -> {
          continue;
        }
        case 1 -> {
          continue outer;
        }
        case 3 -> {
          break outer;
        }
        default -> t.log("default");
      }
      t.log("after", i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> definiteAssignment(Trace t) {
    int x;
    switch (await(t.later(2))) {
      case 1 -> x = 10;
      case 2 -> x = await(t.later(20));
      default -> throw new IllegalStateException();
    }
    return Coroutine.of(x);
  }

  default Coroutine<Object> nestedInTry(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        switch (i) {
          case 0 -> await(t.fail("a"));
          case 1 -> t.log(await(t.later("b")));
          default -> {
            try {
              return Coroutine.of(await(t.later("c")));
            } finally {
              await(t.later("inner"));
            }
          }
        }
      } catch (IllegalStateException e) {
        t.log(e);
      } finally {
        await(t.later("f"));
      }
    }
    return Coroutine.of("end");
  }
}
