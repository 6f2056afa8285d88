package corpus.patterns;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** instanceof patterns and the scope of their bindings. */
@Async
interface InstanceOf {
  // catalogue 135
  default Coroutine<Object> simple(Trace t) {
    for (Object o : new Object[] {"text", 5, null}) {
      if (await(t.later(o)) instanceof String s) {
        t.log(await(t.later(s.length())));
        t.log(s);
      } else if (o instanceof Integer i && await(t.later(i)) > 3) {
        t.log(i + await(t.later(1)));
      } else {
        t.log("neither");
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 135
  default Coroutine<Object> early(Trace t, Object o) {
    if (!(o instanceof String s)) return Coroutine.of("no string");
    await(t.later(0));
    t.log(s.length());
    if (!(await(t.later(o)) instanceof CharSequence c)) {
      throw new IllegalStateException();
    }
    await(t.later(1));
    return Coroutine.of(s + c);
  }

  // catalogue 135
  default Coroutine<Object> negatedWithReturn(Trace t) {
    t.log(await(early(t, 1)));
    return Coroutine.of(await(early(t, "x")));
  }

  // catalogue 135
  default Coroutine<Object> whileNot(Trace t) {
    java.util.Iterator<Object> it = java.util.List.<Object>of(1, 2, "three", 4).iterator();
    Object o = await(t.later(0));
    while (!(o instanceof String s)) {
      o = await(t.later(it.next()));
    }
    await(t.later("after"));
    return Coroutine.of(s.length());
  }

  // catalogue 135
  default Coroutine<Object> whileNotAwaited(Trace t) {
    java.util.Iterator<Object> it = java.util.List.<Object>of(1, 2, "three", 4).iterator();
    while (!(await(t.later(it.next())) instanceof String s && t.v(s.length()) == 5)) {
      t.log("again");
    }
    await(t.later("after"));
    return Coroutine.of(s);
  }

  // catalogue 135
  default Coroutine<Object> conditionalAndLogical(Trace t) {
    for (Object o : new Object[] {"a", 1}) {
      t.log(o instanceof String s ? await(t.later(s)) : "none");
      t.log(o instanceof String s && await(t.later(s.equals("a"))));
      t.log(!(o instanceof String s) || await(t.later(s.equals("b"))));
      t.log(await(t.later(o)) instanceof Integer i ? i + await(t.later(1)) : await(t.later(-1)));
    }
    return Coroutine.of("end");
  }

  // catalogue 65
  default Coroutine<Object> sameNameOtherType(Trace t) {
    for (Object o : new Object[] {"a", 1, 2.5}) {
      if (o instanceof String x) await(t.later(x));
      if (o instanceof Integer x) await(t.later(x + 1));
      if (o instanceof Double x && await(t.later(x)) > 2) t.log(x);
    }
    return Coroutine.of("end");
  }

  // catalogue 66
  default Coroutine<Object> bindingAcrossAwaits(Trace t) {
    Object o = await(t.later((Object) "bound"));
    if (o instanceof String s && s.length() > 2) {
      o = null;
      await(t.later(1));
      await(t.later(2));
      t.log(s);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> bindingAssigned(Trace t) {
    Object o = "a";
    if (o instanceof String s) {
      s = s + await(t.later("b"));
      await(t.later(0));
      t.log(s);
    }
    return Coroutine.of(o);
  }

  default Coroutine<Object> bindingCaptured(Trace t) {
    Runnable r = null;
    for (Object o : new Object[] {1, "a"}) {
      if (o instanceof String s) {
        await(t.later(0));
        r = () -> t.log(s);
      }
    }
    await(t.later(1));
    r.run();
    return Coroutine.of("end");
  }

  default Coroutine<Object> forCondition(Trace t) {
    Object o = "aaa";
    for (; o instanceof String s && await(t.later(s.length())) > 0; o = s.substring(1)) {
      t.log(s);
    }
    return Coroutine.of(o);
  }

  default Coroutine<Object> forUpdateUsesBinding(Trace t) {
    Object o = "ab";
    for (int i = 0; o instanceof String s && i < await(t.later(s.length())); i += await(t.later(s.length() - 1))) {
      t.log(s + i);
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> doWhile(Trace t) {
    Object o = await(t.later("x"));
    int n = 0;
    do {
      n++;
      if (n == 2) o = 5;
    } while (!(o instanceof Integer i && await(t.later(i)) == 5));
    await(t.later(0));
    return Coroutine.of(i);
  }

  default Coroutine<Object> shadowsField(Trace t) {
    if (await(t.later((Object) "local")) instanceof String NAME && await(t.later(true))) {
      t.log(NAME);
    }
    return Coroutine.of(NAME);
  }

  String NAME = "field";

  default Coroutine<Object> generic(Trace t) {
    Object o = java.util.List.of("a");
    if (o instanceof java.util.List<?> l && await(t.later(l.size())) == 1) {
      await(t.later(0));
      for (Object x : l) t.log(await(t.later(x)));
    }
    java.util.Collection<String> c = java.util.List.of("b");
    if (c instanceof java.util.List<String> l) {
      await(t.later(0));
      return Coroutine.of(l.get(0).length());
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> nestedBindings(Trace t) {
    Object a = "a", b = 2;
    if (a instanceof String s && b instanceof Integer i && await(t.later(s + i)) != null && await(t.later(true))) {
      t.log(s + i);
    }
    if (!(a instanceof String s) || !(b instanceof Integer i)) {
      return Coroutine.of("not here");
    }
    await(t.later(0));
    return Coroutine.of(s + i);
  }

  default Coroutine<Object> assertBinding(Trace t) {
    Object o = "x";
    boolean b = o instanceof String s && await(t.later(s.equals("x")));
    boolean c = !(await(t.later(o)) instanceof String s) || s.isEmpty();
    return Coroutine.of(b + "" + c);
  }

  default Coroutine<Object> inReturn(Trace t) {
    Object o = await(t.later((Object) "xyz"));
    return Coroutine.of(o instanceof String s ? s.charAt(await(t.later(1))) : 'n');
  }

  default Coroutine<Object> finalBinding(Trace t) {
    if (await(t.later((Object) 3)) instanceof final Integer i) {
      await(t.later(i));
      return Coroutine.of(i);
    }
    return Coroutine.of("not here");
  }
}
