package corpus.switches;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** switch statements with colons: fall-through, default anywhere, each selector type. */
@Async
interface OldSwitch {
  // catalogue 62
  default Coroutine<Object> awaitInSelector(Trace t) {
    for (int i = 0; i < 4; i++) {
      switch (await(t.later(i))) {
        case 0:
          t.log("zero");
        case 1:
          t.log("one");
          break;
        case 2:
          t.log("two");
          break;
        default:
          t.log("many");
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> awaitInGroups(Trace t) {
    for (int i = 0; i < 4; i++) {
      switch (i) {
        case 0:
          await(t.later("zero"));
        case 1:
          await(t.later("one"));
          break;
        case 2:
          t.log("two");
          await(t.later("2"));
          break;
        default:
          await(t.later("many"));
      }
      t.log("after", i);
    }
    return Coroutine.of("end");
  }

  // catalogue 67
  default Coroutine<Object> defaultFirst(Trace t) {
    for (int i = 0; i < 3; i++) {
      switch (i) {
        default:
          await(t.later("default"));
        case 0:
          await(t.later("zero"));
          break;
        case 1:
          await(t.later("one"));
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 67
  default Coroutine<Object> defaultInTheMiddle(Trace t) {
    for (int i = 0; i < 4; i++) {
      switch (await(t.later(i))) {
        case 0:
          t.log("zero");
        default:
          await(t.later("default"));
        case 1:
          await(t.later("one"));
          if (i == 3) break;
        case 2:
          t.log("two");
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> noMatch(Trace t) {
    switch (await(t.later(5))) {
      case 1:
        await(t.later("one"));
    }
    switch (await(t.later(6))) {
    }
    return Coroutine.of("end");
  }

  // catalogue 68
  default Coroutine<Object> severalLabels(Trace t) {
    for (int i = 0; i < 5; i++) {
      switch (i) {
        case 0:
        case 1:
          await(t.later("low"));
          break;
        case 2, 3:
          await(t.later("middle"));
          break;
        default:
          await(t.later("high"));
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 64
  default Coroutine<Object> strings(Trace t) {
    for (String s : new String[] {"a", "b", "Aa", "BB", "c"}) {
      switch (await(t.later(s))) {
        case "a":
          await(t.later("is a"));
        case "b":
          t.log("b or a");
          break;
        case "Aa":
          await(t.later("same hash 1"));
          break;
        case "BB":
          await(t.later("same hash 2"));
          break;
        default:
          t.log("other");
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 64
  default Coroutine<Object> nullSelector(Trace t) {
    try {
      switch (await(t.later((String) null))) {
        case "a":
          t.log("not here");
        default:
          t.log("nor here");
      }
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      String s = null;
      switch (s) {
        default:
          await(t.later("not here"));
      }
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  enum Color {
    RED, GREEN, BLUE
  }

  // catalogue 70
  default Coroutine<Object> enums(Trace t) {
    for (Color c : Color.values()) {
      switch (await(t.later(c))) {
        case RED:
          await(t.later("r"));
          break;
        case GREEN:
          t.log("g");
        case BLUE:
          await(t.later("b"));
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> otherTypes(Trace t) {
    char c = await(t.later('b'));
    switch (c) {
      case 'a':
        await(t.later("a"));
      case 'b':
        await(t.later("b"));
    }
    byte b = 2;
    switch (b) {
      case 1 + 1:
        await(t.later("two"));
    }
    Integer boxed = await(t.later(3));
    switch (boxed) {
      case 3:
        await(t.later("three"));
    }
    switch (await(t.later(Character.valueOf('x')))) {
      case 'x':
        t.log("x");
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> constantLabels(Trace t) {
    final int one = 1;
    final String s = "s" + one;
    switch (await(t.later(1))) {
      case one:
        await(t.later("one"));
    }
    switch (await(t.later("s1"))) {
      case s:
        await(t.later("s1"));
    }
    switch (await(t.later(7))) {
      case Integer.MAX_VALUE:
        break;
      case LIMIT:
        await(t.later("limit"));
    }
    return Coroutine.of("end");
  }

  int LIMIT = 7;

  default Coroutine<Object> variablesSharedByGroups(Trace t) {
    for (int i = 0; i < 3; i++) {
      switch (i) {
        case 0:
          int x = await(t.later(10));
          t.log(x);
          break;
        case 1:
          x = await(t.later(20));
          t.log(x);
        default:
          x = 5;
          await(t.later(x));
          t.log(x);
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nested(Trace t) {
    for (int i = 0; i < 3; i++) {
      switch (i) {
        case 0:
          switch (await(t.later(i))) {
            case 0:
              await(t.later("00"));
              break;
          }
          t.log("after inner");
        case 1:
          switch (await(t.later("s" + i))) {
            default:
              if (i == 1) break;
              t.log("fell");
          }
          break;
        default:
          await(t.later("2"));
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> loopInSwitchInLoop(Trace t) {
    for (int i = 0; i < 3; i++) {
      switch (i) {
        case 1:
          while (true) {
            if (await(t.later(i)) == 1) break;
          }
          t.log("after loop");
          continue;
        default:
          for (int j = 0; j < 2; j++) await(t.later(j));
      }
      t.log("end", i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> returnsAndThrows(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        switch (await(t.later(i))) {
          case 0:
            throw new IllegalStateException("zero");
          case 1:
            await(t.fail("one"));
            break;
          default:
            return Coroutine.of("returned");
        }
      } catch (IllegalStateException e) {
        t.log(e);
      }
    }
    return Coroutine.of("not here");
  }

  default Coroutine<Object> tryInGroup(Trace t) {
    for (int i = 0; i < 3; i++) {
      switch (i) {
        case 0:
          try {
            await(t.later("try"));
            break;
          } finally {
            await(t.later("finally"));
          }
        case 1:
          try {
            await(t.fail("x"));
          } catch (IllegalStateException e) {
            await(t.later("caught"));
          }
        default:
          t.log("end");
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> selectorWithEffects(Trace t) {
    int i = 0;
    switch (i++ + await(t.later(i)) + i++) {
      case 2:
        t.log("two");
      default:
        t.log(i);
    }
    return Coroutine.of(i);
  }

  default Coroutine<Object> withoutAwait(Trace t) {
    int r = 0;
    for (int i = 0; i < 4; i++) {
      await(t.later(i));
      switch (i) {
        case 0:
          continue;
        case 1:
          r += 10;
        case 2:
          r += 100;
          break;
        default:
          return Coroutine.of(r);
      }
    }
    return Coroutine.of("not here");
  }
}
