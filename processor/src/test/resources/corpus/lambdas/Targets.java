package corpus.lambdas;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.io.Serializable;
import java.util.*;
import java.util.function.*;
import oracle.Trace;

/** Lambdas whose type comes from where they are passed. */
@Async
interface Targets {
  interface Op<A, B> { Coroutine<B> apply(A a); default <C> Op<A, C> then(Op<? super B, C> next) { return a -> Coroutine.of(null); } }
  interface Op2<A> extends Op<A, A> {}
  default <A, B> Coroutine<B> call(A a, Op<A, B> op) { return op.apply(a); }
  default <A> Coroutine<List<A>> all(Supplier<Coroutine<A>>... s) {
    List<A> l = new ArrayList<>();
    for (Supplier<Coroutine<A>> x : s) l.add(await(x.get()));
    return Coroutine.of(l);
  }
  default Coroutine<Object> generic(Trace t) {
    int r = await(call(1, x -> { int y = await(t.later(x)); return Coroutine.of(y + 1); }));
    String s = await(call(2, x -> t.coro("s" + await(t.later(x)))));
    Op<Integer, String> op = x -> Coroutine.of("a" + await(t.later(x)));
    Op2<Integer> op2 = x -> Coroutine.of(x * await(t.later(x)));
    return Coroutine.of(r + s + await(op.apply(3)) + await(op2.apply(4)));
  }
  default Coroutine<Object> varargs(Trace t) {
    int k = await(t.later(5));
    List<Integer> l = await(all(() -> Coroutine.of(await(t.later(1))), () -> { await(t.pause()); return Coroutine.of(k); }, () -> t.coro(3)));
    List<String> none = await(all());
    return Coroutine.of(l + "" + none);
  }
  default Coroutine<Object> conditional(Trace t) {
    boolean b = await(t.later(true));
    Supplier<Coroutine<String>> s = b ? () -> Coroutine.of("y" + await(t.later(1))) : () -> { await(t.pause()); return Coroutine.of("n"); };
    Supplier<Coroutine<String>> u = await(t.later(false)) ? () -> Coroutine.of("y" + await(t.later(1))) : () -> { await(t.pause()); return Coroutine.of("n"); };
    Supplier<Coroutine<String>> w = switch (await(t.later(2))) { case 1 -> () -> t.coro("one"); default -> () -> Coroutine.of("more" + await(t.later(9))); };
    return Coroutine.of(await(s.get()) + await(u.get()) + await(w.get()));
  }
  default Coroutine<Object> casts(Trace t) {
    Object o = (Supplier<Coroutine<String>> & Serializable) () -> Coroutine.of("y" + await(t.later(1)));
    await(t.pause());
    t.log(o instanceof Serializable);
    @SuppressWarnings("unchecked")
    var s = (Supplier<Coroutine<String>> & Serializable) o;
    return Coroutine.of(await(s.get()) + await(((Supplier<Coroutine<String>> & Serializable) () -> t.coro("z")).get()));
  }
  default Coroutine<Object> recursion(Trace t) {
    @SuppressWarnings("unchecked")
    Function<Integer, Coroutine<Integer>>[] f = new Function[1];
    f[0] = n -> n <= 1 ? Coroutine.of(1) : Coroutine.of(n * await(f[0].apply(n - 1)));
    class Holder { Function<Integer, Coroutine<Integer>> fib; }
    Holder h = new Holder();
    h.fib = n -> {
      if (n < 2) return Coroutine.of(await(t.later(n)));
      return Coroutine.of(await(h.fib.apply(n - 1)) + await(h.fib.apply(n - 2)));
    };
    return Coroutine.of(await(f[0].apply(4)) + await(h.fib.apply(4)));
  }
}
