package corpus.generators;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.Generator;
import dev.fermata.asyncio.GeneratorExit;
import dev.fermata.asyncio.SendGenerator;
import dev.fermata.asyncio.StopIterationException;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import oracle.Trace;

/** send, throw, close, results and delegation. */
@Async
interface Control {
  default SendGenerator<String, Integer, String> adder(Trace t) {
    int sum = 0;
    try {
      while (true) {
        Integer n = Generator.yield("sum " + sum);
        t.log("sent", n);
        if (n == null) return SendGenerator.returning("total " + sum);
        sum += n;
      }
    } finally {
      t.log("adder ends");
    }
  }

  default Coroutine<Object> sending(Trace t) {
    SendGenerator<String, Integer, String> adder = adder(t);
    t.log(adder.next());
    for (int i = 1; i < 4; i++) {
      t.log(adder.send(await(t.later(i))));
    }
    try {
      adder.send(null);
    } catch (StopIterationException end) {
      t.log("result", end.value());
    }
    try {
      adder.next();
    } catch (NoSuchElementException end) {
      t.log("no more");
    }
    return Coroutine.of(adder.hasNext());
  }

  default Generator<String> stubborn(Trace t) {
    for (int i = 0; i < 3; i++) {
      try {
        Generator.yield("v" + i);
      } catch (IllegalStateException e) {
        t.log("caught", e);
        Generator.yield("handled " + e.getMessage());
      } finally {
        t.log("finally", i);
      }
    }
    return Generator.completed();
  }

  default Coroutine<Object> throwing(Trace t) {
    Generator<String> g = stubborn(t);
    t.log(g.next());
    t.log(g.throwInto(new IllegalStateException(await(t.later("x")))));
    t.log(g.next());
    try {
      g.throwInto(new IOException("not caught"));
    } catch (Exception e) {
      t.log(e);
    }
    return Coroutine.of(g.hasNext());
  }

  // catalogue 104
  default Coroutine<Object> throwingBeforeTheBegin(Trace t) {
    Generator<String> g = stubborn(t);
    try {
      g.throwInto(new IllegalStateException("early"));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of(g.hasNext());
  }

  default Coroutine<Object> throwingToTheEnd(Trace t) {
    Generator<String> g = stubborn(t);
    g.next();
    g.next();
    g.next();
    t.log(g.throwInto(new IllegalStateException("last")));
    try {
      g.throwInto(new IllegalStateException("out"));
    } catch (IllegalStateException e) {
      t.log(e);
    }
    return Coroutine.of(g.hasNext());
  }

  default Generator<Integer> closable(Trace t, int how) {
    try {
      Generator.yield(1);
      Generator.yield(2);
    } catch (GeneratorExit exit) {
      t.log("exit");
      if (how == 1) return Generator.completed();
      if (how == 2) throw new IllegalArgumentException("instead");
      if (how == 3) Generator.yield(3);
      throw exit;
    } finally {
      t.log("closed");
    }
    return Generator.completed();
  }

  default Coroutine<Object> closing(Trace t) {
    for (int how = 0; how < 4; how++) {
      for (int taken = 0; taken < 3; taken++) {
        t.log(how + "/" + taken);
        Generator<Integer> g = closable(t, how);
        try {
          for (int i = 0; i < taken; i++) t.log(g.next());
          await(t.pause());
          g.close();
          g.close();
        } catch (IllegalArgumentException e) {
          t.log(e);
        } catch (IllegalStateException e) {
          t.log("ignored");
        }
        t.log(g.hasNext());
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> closedByTry(Trace t) {
    try (Generator<Integer> g = closable(t, 0)) {
      for (int i : g) {
        t.log(await(t.later(i)));
        if (i == 1) break;
      }
    }
    return Coroutine.of("end");
  }

  default SendGenerator<Object, Object, String> inner(Trace t, String name) {
    try {
      Object a = Generator.yield(name + " first");
      t.log(name + " got", a);
      Object b = Generator.yield(name + " second");
      t.log(name + " got", b);
      return SendGenerator.returning(name + "'s result");
    } catch (IllegalStateException e) {
      t.log(name + " caught", e);
      Generator.yield(name + " handled");
      return SendGenerator.returning(name + " after " + e.getMessage());
    } finally {
      t.log(name + " ends");
    }
  }

  default SendGenerator<Object, Object, String> outer(Trace t, int depth) {
    if (depth == 0) return inner(t, "inner");
    Generator.yield("before " + depth);
    String result;
    try {
      result = Generator.yieldFrom(outer(t, depth - 1));
    } catch (IllegalArgumentException e) {
      result = "caught " + e.getMessage();
    } finally {
      t.log("delegated", depth);
    }
    t.log(result);
    Generator.yield("after " + depth);
    return SendGenerator.returning(depth + ": " + result);
  }

  // catalogue 106
  default Coroutine<Object> delegating(Trace t) {
    for (int depth = 0; depth < 4; depth++) {
      SendGenerator<Object, Object, String> g = outer(t, depth);
      Object value = g.next();
      try {
        for (int n = 0; ; n++) {
          t.log(value);
          value = g.send(await(t.later(n)));
        }
      } catch (StopIterationException end) {
        t.log("result", end.value());
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 106
  default Coroutine<Object> throwingThroughDelegation(Trace t) {
    for (int taken = 1; taken < 7; taken++) {
      for (RuntimeException e :
          List.of(new IllegalStateException("s" + taken), new IllegalArgumentException("a" + taken))) {
        SendGenerator<Object, Object, String> g = outer(t, 2);
        try {
          for (int i = 0; i < taken; i++) t.log(g.next());
          t.log("thrown", g.throwInto(await(t.later(e))));
          g.forEachRemaining(t::log);
        } catch (RuntimeException out) {
          t.log(out);
        }
      }
    }
    return Coroutine.of("end");
  }

  // catalogue 106
  default Coroutine<Object> closingThroughDelegation(Trace t) {
    for (int taken = 0; taken < 7; taken++) {
      t.log(taken);
      SendGenerator<Object, Object, String> g = outer(t, 2);
      for (int i = 0; i < taken; i++) t.log(g.next());
      await(t.pause());
      g.close();
      t.log(g.hasNext());
    }
    return Coroutine.of("end");
  }

  default Generator<Object> ofCollections(Trace t) {
    Generator.yieldFrom(List.of(1, 2));
    Generator.yieldFrom(List.of().iterator());
    Generator.yieldFrom(t.v(List.of("a")).iterator());
    Generator<?> begun = stubborn(t);
    begun.next();
    Generator.yieldFrom(begun);
    return Generator.completed();
  }

  default Coroutine<Object> delegatingToCollections(Trace t) {
    for (Object o : ofCollections(t)) t.log(await(t.later(o)));
    return Coroutine.of("end");
  }

  record Node(Node left, Object value, Node right) {}

  default Generator<Object> walk(Node node) {
    if (node != null) {
      Generator.yieldFrom(walk(node.left()));
      Generator.yield(node.value());
      Generator.yieldFrom(walk(node.right()));
    }
    return Generator.completed();
  }

  default Coroutine<Object> recursion(Trace t) {
    Node leaf = new Node(null, 1, null);
    Node tree = new Node(new Node(leaf, 2, new Node(null, 3, null)), 4, new Node(leaf, 5, null));
    for (Object o : walk(tree)) t.log(await(t.later(o)));
    return Coroutine.of("end");
  }
}
