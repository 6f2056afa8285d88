package corpus.names;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Locals and parameters that shadow fields; fields that shadow types. */
@Async
interface Shadowing {
  int x = 100;
  String s = "field";

  default Coroutine<Object> localShadowsField(Trace t) {
    int before = x;
    int x = await(t.later(1));
    t.log(x);
    t.log(Shadowing.x);
    await(t.later(0));
    return Coroutine.of(before + x + this.x + s);
  }

  default Coroutine<Object> inBlocks(Trace t) {
    {
      int x = await(t.later(1));
      t.log(x);
    }
    t.log(x + await(t.later(0)));
    for (int x = 0; x < 2; x++) await(t.later(x));
    return Coroutine.of(x);
  }

  default Coroutine<Object> lambdaParameterShadows(Trace t) {
    java.util.function.IntUnaryOperator f = x -> x + 1;
    await(t.later(0));
    return Coroutine.of(f.applyAsInt(x) + x);
  }

  class Sub {
    int x = 7;

    int both() {
      return x + Shadowing.x;
    }
  }

  default Coroutine<Object> anonymousShadows(Trace t) {
    Object o = new Object() {
      int x = 3;

      @Override
      public String toString() {
        return x + s + Shadowing.x;
      }
    };
    await(t.later(0));
    return Coroutine.of(o + "" + new Sub().both());
  }

  default int min(int a, int b) {
    return 42;
  }

  default Coroutine<Object> methodNamedLikeStaticImport(Trace t) {
    return Coroutine.of(min(await(t.later(1)), 2));
  }

  default Coroutine<Object> localNamedLikeType(Trace t) {
    int Integer = await(t.later(5));
    String String = "s" + Integer;
    await(t.later(0));
    return Coroutine.of(String + Integer);
  }

  default Coroutine<Object> localNamedLikePackage(Trace t) {
    int java = await(t.later(1));
    int corpus = await(t.later(2));
    int dev = 3;
    await(t.later(0));
    return Coroutine.of(java + corpus + dev);
  }
}
