package corpus.lambdas;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Box;
import oracle.Trace;

/** Method references, with the receiver taken when they are evaluated. */
@Async
interface References {
  // catalogue 128
  default Coroutine<Object> boundReceiver(Trace t) {
    Box a = new Box(1);
    Box r = a;
    java.util.function.IntUnaryOperator f = r::plus;
    r = new Box(100);
    t.log(f.applyAsInt(await(t.later(1))));
    java.util.function.IntUnaryOperator g = await(t.later(r))::plus;
    await(t.later(0));
    t.log(g.applyAsInt(1));
    return Coroutine.of("end");
  }

  // catalogue 128
  default Coroutine<Object> nullReceiverAtOnce(Trace t) {
    String s = null;
    try {
      use(s::length, await(t.later(1)));
    } catch (NullPointerException e) {
      t.log(e);
    }
    try {
      use(await(t.later(s))::length, t.v(1));
    } catch (NullPointerException e) {
      t.log(e);
    }
    return Coroutine.of("end");
  }

  default int use(java.util.function.IntSupplier s, int x) {
    return s.getAsInt() + x;
  }

  // catalogue 128
  default Coroutine<Object> receiverBeforeLaterArguments(Trace t) {
    Box a = new Box(5);
    t.log(use(t.v(a)::get, await(t.later(1))));
    t.log(use(a::get, await(change(t, a))));
    return Coroutine.of("end");
  }

  default Coroutine<Integer> change(Trace t, Box b) {
    await(t.later(0));
    b.f = 50;
    return Coroutine.of(1);
  }

  default Coroutine<Object> kinds(Trace t) {
    java.util.function.Function<String, Integer> length = String::length;
    java.util.function.IntFunction<int[]> array = int[]::new;
    java.util.function.Supplier<Box> box = Box::new;
    java.util.function.Function<Integer, Box> boxOf = Box::new;
    java.util.function.ToIntFunction<String> parse = Integer::parseInt;
    java.util.function.Supplier<String> self = await(t.later("self"))::toString;
    await(t.later(0));
    return Coroutine.of(length.apply("abc") + array.apply(2).length + box.get().f + boxOf.apply(await(t.later(7))).f + parse.applyAsInt("5") + self.get());
  }

  default Coroutine<Object> thisReferences(Trace t) {
    java.util.function.BiFunction<java.util.function.IntSupplier, Integer, Integer> f = this::use;
    await(t.later(0));
    return Coroutine.of(f.apply(() -> 1, await(t.later(2))));
  }

  default Coroutine<Object> asArguments(Trace t) {
    t.log(java.util.stream.Stream.of("b", "a").map(String::toUpperCase).sorted().toList() + await(t.later("x")));
    java.util.List<Object> seen = new java.util.ArrayList<>();
    java.util.List.of(await(t.later(1)), await(t.later(2))).forEach(seen::add);
    return Coroutine.of(seen);
  }

  default Coroutine<Object> generic(Trace t) {
    java.util.function.Supplier<java.util.ArrayList<String>> s = java.util.ArrayList<String>::new;
    java.util.function.Function<Object, Object> id = this::<Object>same;
    return Coroutine.of(s.get() + "" + id.apply(await(t.later(3))));
  }

  default <X> X same(X x) {
    return x;
  }
}
