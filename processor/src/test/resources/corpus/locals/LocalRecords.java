package corpus.locals;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import oracle.Trace;

/** Local types used across awaits. */
@Async
interface LocalRecords {
  default Coroutine<Object> record(Trace t) {
    record Point(int x, int y) {
      int sum() {
        return x + y;
      }
    }
    Point p = new Point(await(t.later(1)), await(t.later(2)));
    await(t.later(0));
    t.log(p);
    Point q = new Point(p.y(), await(t.later(p.sum())));
    return Coroutine.of(q.sum() + "" + p.equals(new Point(1, await(t.later(2)))));
  }

  default Coroutine<Object> onlyBetweenAwaits(Trace t) {
    await(t.later(1));
    record Tmp(int x) {}
    t.log(new Tmp(1));
    await(t.later(2));
    return Coroutine.of("end");
  }

  default Coroutine<Object> inBlocks(Trace t) {
    for (int i = 0; i < 2; i++) {
      if (await(t.later(i == 0))) {
        record X(int a) {}
        await(t.later(0));
        t.log(new X(i));
      } else {
        record X(String b) {}
        await(t.later(0));
        t.log(new X("b" + i));
      }
    }
    return Coroutine.of("end");
  }

  default Coroutine<Object> localTypeInSignatures(Trace t) {
    record Item(String name, int price) {}
    java.util.List<Item> items = new java.util.ArrayList<>();
    items.add(new Item("a", await(t.later(1))));
    items.add(new Item("b", await(t.later(2))));
    int sum = 0;
    for (Item i : items) sum += await(t.later(i.price()));
    Item[] array = items.toArray(new Item[0]);
    await(t.later(0));
    t.log(array[1].name());
    java.util.Map<String, Item> byName = new java.util.TreeMap<>();
    for (Item i : array) byName.put(await(t.later(i.name())), i);
    return Coroutine.of(byName + "" + sum);
  }
}
