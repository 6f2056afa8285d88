package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oracle.Trace;

/** Variables whose type is an anonymous class, or mentions one. */
@Async
interface AnonymousVariables {
  default Coroutine<Object> notAcross(Trace t) {
    t.log(await(t.later(1)));
    var counter = new Object() {
      int n;

      void increment() {
        n++;
      }
    };
    counter.increment();
    counter.n += 2;
    t.log(counter.n);
    return Coroutine.of(counter.n + await(t.later(4)));
  }

  default Coroutine<Object> across(Trace t) {
    var counter = new Object() {
      int n;

      void increment() {
        n++;
      }
    };
    counter.increment();
    counter.n += await(t.later(2));
    await(t.later(0));
    counter.increment();
    return Coroutine.of(counter.n);
  }

  default Coroutine<Object> capturing(Trace t, int a) {
    int base = await(t.later(a));
    var pair = new Object() {
      int sum = base + a;

      int add(int x) {
        sum += x;
        return sum + twice(base);
      }

      int twice(int x) {
        return 2 * x + own();
      }
    };
    t.log(pair.add(await(t.later(5))));
    await(t.later(0));
    return Coroutine.of(pair.add(1) + pair.sum);
  }

  default Coroutine<Object> callsCapturing(Trace t) {
    return capturing(t, 3);
  }

  default int own() {
    return 1000;
  }

  default Coroutine<Object> withArguments(Trace t) {
    var list = new java.util.ArrayList<String>(List.of("a", await(t.later("b")))) {
      String last() {
        return get(size() - 1);
      }
    };
    await(t.later(0));
    list.add(await(t.later("c")));
    return Coroutine.of(list.last() + list);
  }

  default Coroutine<Object> directMember(Trace t) {
    int n = new Object() {
      int f(int x) {
        return x + 1;
      }
    }.f(await(t.later(3)));
    t.log(n);
    String s = new Object() {
      String name = "n";
    }.name + await(t.later("m"));
    int deep = new Object() {
      int fact(int x) {
        return x == 0 ? 1 : x * fact(x - 1);
      }
    }.fact(4) + await(t.later(1));
    return Coroutine.of(n + s + deep);
  }

  default Coroutine<Object> inferred(Trace t) {
    t.log(List.of(new Object() {
      int n = 7;
    }).get(0).n + await(t.later(1)));
    var list = List.of(new Object() {
      int n = 8;
    });
    t.log(await(t.later(2)));
    for (var each : list) {
      t.log(each.n + await(t.later(each.n)));
    }
    return Coroutine.of(list.get(0).n);
  }

  default Coroutine<Object> lambdas(Trace t) {
    int n = await(t.later(3));
    Stream.of(1, 2)
        .map(x -> new Object() {
          int a = x;
          int b = x + n;
        })
        .filter(o -> o.a > 1)
        .forEach(o -> t.log(o.a + o.b));
    await(t.later(0));
    var found = Optional.of(n).map(x -> new Object() {
      int twice = x * 2;
    });
    await(t.later(0));
    return Coroutine.of(found.map(o -> o.twice).get() + found.get().twice);
  }

  default Coroutine<Object> inLoops(Trace t) {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      int k = i;
      var box = new Object() {
        int n = k;
      };
      await(t.later(i));
      box.n++;
      sum += box.n;
    }
    for (var box = new Object() {
          int n = 2;
        }; box.n > 0; box.n--) {
      sum += await(t.later(box.n));
    }
    return Coroutine.of(sum);
  }

  default Coroutine<Object> captured(Trace t) {
    var box = new Object() {
      int n = 1;
    };
    Runnable r = () -> box.n++;
    await(t.later(0));
    r.run();
    Supplier<Coroutine<Integer>> c = () -> Coroutine.of(box.n + await(t.later(10)));
    t.log(await(c.get()));
    var other = new Object() {
      int sum() {
        return box.n + 5;
      }
    };
    await(t.later(0));
    var same = await(t.later(true)) ? box : null;
    await(t.later(0));
    return Coroutine.of(other.sum() + same.n);
  }

  default Coroutine<Object> ofInterface(Trace t) {
    var r = new Runnable() {
      int runs;

      @Override
      public void run() {
        runs++;
      }
    };
    r.run();
    Runnable plain = r;
    await(t.later(0));
    plain.run();
    return Coroutine.of(r.runs);
  }

  default <T extends Comparable<T>> Coroutine<Object> generic(Trace t, T one, T two) {
    var max = new Object() {
      T value = one;

      void offer(T other) {
        value = value.compareTo(other) > 0 ? value : other;
      }
    };
    await(t.later(0));
    max.offer(await(t.later(two)));
    await(t.later(0));
    return Coroutine.of(max.value);
  }

  default Coroutine<Object> callsGeneric(Trace t) {
    return generic(t, "a", "b");
  }

  default Coroutine<Object> coroutineMethods(Trace t) {
    var fetcher = new Object() {
      int calls;

      Coroutine<Integer> fetch(int x) {
        calls++;
        return Coroutine.of(x + await(t.later(calls)));
      }
    };
    t.log(await(fetcher.fetch(10)));
    t.log(await(fetcher.fetch(20)));
    return Coroutine.of(fetcher.calls);
  }

  default Coroutine<Object> arrays(Trace t) {
    var boxes = Stream.of(1, 2).map(x -> new Object() {
      int n = x;
    }).toList();
    await(t.later(0));
    var first = boxes.get(0);
    first.n = await(t.later(5));
    var again = boxes.get(0);
    await(t.later(0));
    return Coroutine.of(again.n + first.n);
  }

  default Coroutine<Object> tries(Trace t) {
    var box = new Object() {
      String s = "";
    };
    try {
      box.s += await(t.later("a"));
      await(t.fail("x"));
    } catch (IllegalStateException e) {
      box.s += await(t.later("b"));
    } finally {
      box.s += await(t.later("c"));
    }
    return Coroutine.of(box.s);
  }

  default void anOrdinaryMethod() {
    var o = new Object() {
      int n;
    };
    o.n++;
    Function<Integer, Integer> f = x -> o.n + x;
    f.apply(1);
  }
}
