package corpus22.patterns;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import oracle.Trace;

/** Patterns of all kinds with awaits in guards, nested, generic and without names. */
@Async interface Mixed {
  sealed interface S<T> permits A, B, C {}
  record A<T>(T x, S<T> s) implements S<T> {}
  record B<T>(int n, T... ts) implements S<T> { public B { n++; } }
  enum C implements S<Object> { X, Y }
  default Coroutine<Object> records(Trace t) {
    List<Object> out = new ArrayList<>();
    Object[] in = {new A<>(1, new B<>(2, "q", "r")), new A<>("s", C.X), C.Y, new B<String>(0), null, 7, "str", new int[]{1}, new A<>(null, null)};
    for (Object o : in) {
      out.add(switch (o) {
        case A(Integer i, B(var n, var ts)) when n > await(t.later(i)) && ts.length == 2 -> { int q = await(t.later(n)); yield "AB" + q + ts[0]; }
        case A(String s, C c) when c == C.X && await(t.later(s)).length() == 1 -> s + c;
        case C.X, C.Y -> "const";
        case A(var x, var y) when x == null & await(t.later(true)) -> "nulls" + y;
        case A<?> a -> a;
        case B<?>(int n, Object[] ts) -> n + await(t.later(ts.length));
        case null, default -> o instanceof Integer i && i > await(t.later(5)) ? i : o instanceof int[] arr && arr.length > 0 ? arr[0] : "other";
      });
    }
    return Coroutine.of(out.toString());
  }
  default Coroutine<Object> unnamed(Trace t) {
    int total = 0;
    for (var _ : List.of(1, 2)) { total += await(t.later(1)); }
    for (int i = 0, _ = await(t.later(9)); i < 2; i++) { total += i; }
    try { int _ = await(t.later(1)); throw new IllegalStateException(); } catch (IllegalStateException _) { total += await(t.later(100)); }
    BiFunction<Integer, Integer, Coroutine<Integer>> f = (_, y) -> Coroutine.of(await(t.later(y)));
    total += await(f.apply(1, 2));
    Object o = new A<>(3, new B<>(4));
    if (!(o instanceof A(Integer x, B(_, _)) && await(t.later(x)) == 3)) return Coroutine.of("no");
    total += x;
    while (!(o instanceof String str)) { o = await(t.later("now")); }
    total += str.length();
    try (AutoCloseable _ = () -> t.log("closed")) { await(t.later(1)); } catch (Exception _) { }
    int n = total;
    return Coroutine.of(switch (o) { case A(_, _), B(_, _) -> await(t.later(1)); case String _ when n > 5 -> await(t.later(n)); default -> 0; });
  }
  default <T> Coroutine<Object> generic(Trace t, S<T> s) {
    return Coroutine.of(switch (s) { case A<T>(T x, A<T>(T y, _)) -> await(t.later(x)) + "" + y; case A<T> a -> a.x(); case B<T>(_, var ts) when ts.length > await(t.later(0)) -> ts[0]; case B<T> b -> b.n(); case C c -> c.name() + await(t.later(1)); });
  }
  default Coroutine<Object> generics(Trace t) {
    return Coroutine.of(await(generic(t, new A<>("a", new A<>("b", null)))) + "" + await(generic(t, new B<>(1, "z"))) + await(generic(t, C.Y)) + await(generic(t, new B<>(1))));
  }
}
