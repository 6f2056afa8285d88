package corpus.blocks;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** One statement after the other. */
@Async
interface Straight {
  default Coroutine<Object> oneAwait(Trace t) {
    int x = await(t.later(1));
    t.log("x", x);
    return Coroutine.of(x + 1);
  }

  default Coroutine<Object> threeAwaits(Trace t) {
    await(t.later(1));
    t.log("between");
    await(t.later(2));
    await(t.later(3));
    return Coroutine.of("end");
  }

  default Coroutine<Void> voidResult(Trace t) {
    await(t.pause());
    return Coroutine.completed();
  }

  default Coroutine<Object> awaitInReturn(Trace t) {
    return Coroutine.of(await(t.later(7)));
  }

  default Coroutine<Object> nullResult(Trace t) {
    Object o = await(t.later(null));
    t.log("o", o);
    return Coroutine.of(o);
  }

  default Coroutine<Object> nestedBlocks(Trace t) {
    int x = 1;
    {
      int y = await(t.later(x + 1));
      {
        x += y;
        await(t.later(x));
      }
      t.log(y);
    }
    {
      String y = await(t.later("other y"));
      t.log(y);
    }
    return Coroutine.of(x);
  }

  default Coroutine<Object> emptyStatements(Trace t) {
    ;
    await(t.later(1));
    ;
    {
    }
    {
      ;
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> deadAfterReturn(Trace t) {
    if (await(t.later(true))) {
      return Coroutine.of("early");
    }
    t.log("not here");
    return Coroutine.of("late");
  }
}
