package corpus.switches;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** switch expressions: awaits in the selector, the results, between operands. */
@Async
interface SwitchExpression {
  default Coroutine<Object> awaitInSelector(Trace t) {
    for (int i = 0; i < 3; i++) {
      String s = switch (await(t.later(i))) {
        case 0 -> "zero";
        case 1 -> "one";
        default -> "many";
      };
      t.log(s);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> awaitInResults(Trace t) {
    for (int i = 0; i < 4; i++) {
      t.log(switch (i) {
        case 0 -> await(t.later("zero"));
        case 1 -> {
          int x = await(t.later(1));
          yield "one" + x;
        }
        case 2 -> "two";
        default -> {
          if (await(t.later(false))) yield "no";
          yield await(t.later("yes"));
        }
      });
    }
    return Coroutine.of("end");
  }

  // catalogue 54
  default Coroutine<Object> operandsWaitingOnTheLeft(Trace t) {
    int i = 5;
    int r = i++ + t.v(1) * switch (i) {
      case 6 -> {
        i = await(t.later(100));
        yield i;
      }
      default -> 0;
    } + i;
    t.log(r);
    return Coroutine.of(java.util.Arrays.asList(t.v(1), switch (await(t.later(2))) {
      case 2 -> await(t.later("two"));
      default -> 0;
    }, t.v(3)));
  }

  default Coroutine<Object> oldStyle(Trace t) {
    for (int i = 0; i < 4; i++) {
      int r = switch (await(t.later(i))) {
        case 0:
          t.log("zero");
        case 1:
          await(t.later("one"));
          yield 1;
        case 2:
          yield await(t.later(2));
        default:
          int x = await(t.later(5));
          yield x * 2;
      };
      t.log(r);
    }
    return Coroutine.of("end");
  }

  // catalogue 136
  default Coroutine<Object> yieldThroughFinally(Trace t) {
    for (int i = 0; i < 2; i++) {
      int r = t.v(100) + switch (i) {
        case 0 -> {
          try {
            yield await(t.later(1));
          } finally {
            await(t.later("f"));
            t.log("finally");
          }
        }
        default -> {
          try {
            await(t.fail("x"));
            yield 2;
          } catch (IllegalStateException e) {
            yield await(t.later(3));
          } finally {
            await(t.later("g"));
          }
        }
      };
      t.log(r);
    }
    return Coroutine.of("end");
  }

  // catalogue 136
  default Coroutine<Object> yieldFromLoops(Trace t) {
    int r = switch (await(t.later(1))) {
      case 1 -> {
        for (int i = 0; ; i++) {
          while (true) {
            if (await(t.later(i)) == 2) yield i * 10;
            break;
          }
        }
      }
      default -> -1;
    };
    return Coroutine.of(r);
  }

  default Coroutine<Object> nested(Trace t) {
    for (int i = 0; i < 4; i++) {
      t.log(switch (i & 1) {
        case 0 -> switch (await(t.later(i))) {
          case 0 -> "00";
          default -> {
            String s = switch (i) {
              case 2 -> await(t.later("two"));
              default -> "other";
            };
            yield s + await(t.later("!"));
          }
        };
        default -> await(t.later("odd"));
      });
    }
    return Coroutine.of("end");
  }

  // catalogue 70
  default Coroutine<Object> enumsExhaustive(Trace t) {
    for (OldSwitch.Color c : OldSwitch.Color.values()) {
      t.log(switch (await(t.later(c))) {
        case RED -> 1;
        case GREEN -> await(t.later(2));
        case BLUE -> 3;
      });
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> throwing(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        t.log(switch (i) {
          case 0 -> throw new IllegalStateException("arrow");
          case 1 -> {
            await(t.later(1));
            throw new ArithmeticException("block");
          }
          default -> await(t.<Integer>fail("await"));
        });
      } catch (RuntimeException e) {
        t.log(e);
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 126
  default Coroutine<Object> numericTypes(Trace t) {
    for (int i = 0; i < 3; i++) {
      double d = switch (await(t.later(i))) {
        case 0 -> 1;
        case 1 -> await(t.later(2L));
        default -> 2.5f;
      };
      Object o = switch (await(t.later(i))) {
        case 0 -> 1;
        case 1 -> 'c';
        default -> await(t.later("s"));
      };
      var v = switch (await(t.later(i))) {
        case 0 -> 1;
        case 1 -> 2L;
        default -> 'c';
      };
      t.log(d);
      t.log(o);
      t.log(v);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> inConditions(Trace t) {
    int i = 0;
    while (switch (await(t.later(i))) {
      case 0, 1 -> true;
      default -> await(t.later(false));
    }) {
      i++;
    }
    if (switch (i) { case 2 -> await(t.later(true)); default -> false; } && t.v(true)) t.log("two");
    t.log(switch (await(t.later(i))) { case 2 -> 1; default -> 0; } == 1 ? "a" : "b");
    return Coroutine.of(i);
  }

  default Coroutine<Object> lambdaResults(Trace t) {
    java.util.function.IntUnaryOperator f = switch (await(t.later(1))) {
      case 1 -> x -> x + 1;
      default -> {
        await(t.later(0));
        yield x -> x;
      }
    };
    return Coroutine.of(f.applyAsInt(await(t.later(5))));
  }

  default Coroutine<Object> asReceiver(Trace t) {
    return Coroutine.of((switch (await(t.later("k"))) {
      case "k" -> await(t.later("value"));
      default -> "none";
    }).length());
  }

  default Coroutine<Object> jumpInsideYieldBlock(Trace t) {
    int r = switch (await(t.later(0))) {
      default -> {
        int sum = 0;
        outer:
        for (int i = 0; i < 3; i++) {
          for (int j = 0; j < 3; j++) {
            if (await(t.later(j)) == i) continue outer;
            sum++;
          }
        }
        yield sum;
      }
    };
    return Coroutine.of(r);
  }

  default Coroutine<Object> assignedInside(Trace t) {
    int x;
    int y = switch (await(t.later(1))) {
      case 1 -> x = await(t.later(5));
      default -> x = 6;
    };
    return Coroutine.of(x + y);
  }

  default Coroutine<Object> yieldStatementsWithoutAwait(Trace t) {
    int k = await(t.later(3));
    int r = switch (k) {
      case 3 -> {
        int s = 0;
        for (int i = 0; i < 5; i++) {
          if (i == 3) break;
          s += i;
        }
        yield s;
      }
      default -> 0;
    };
    await(t.later(r));
    return Coroutine.of(r);
  }

  // catalogue 69
  default Coroutine<Object> large(Trace t) {
    String all = "";
    for (int i = 0; i < 12; i++) {
      all += switch (await(t.later(i))) {
        case 0 -> await(t.later("a"));
        case 1, 2 -> "b" + await(t.later(i));
        case 3 -> { await(t.later(0)); yield "c"; }
        case 4 -> { String q = await(t.later("d")); yield q + q; }
        case 5 -> i > 3 ? await(t.later("e")) : "f";
        case 6 -> switch (await(t.later(1))) { case 1 -> "g"; default -> "h"; };
        case 7 -> { for (int j = 0; ; j++) if (await(t.later(j)) == 2) yield "i" + j; }
        case 8 -> { try { yield await(t.later("j")); } finally { await(t.later("k")); } }
        case 9 -> String.valueOf(await(t.later('l')));
        default -> await(t.later(i == 10)) && t.v(true) ? "m" : "n";
      };
    }
    return Coroutine.of(all);
  }
}
