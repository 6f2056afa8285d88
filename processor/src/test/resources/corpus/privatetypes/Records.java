package corpus.privatetypes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import oracle.Trace;

// run: fresh
/** Private records as locals, fields, elements, parameters and results. */
@Async
class Records {
  private record Key(String name, int n) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return n - other.n;
    }
  }

  private record Entry(Key key, List<Integer> values) {
    private Entry {
      values = new ArrayList<>(values);
    }

    private Entry(Key key) {
      this(key, List.of(key.n()));
    }

    static Entry of(String name) {
      return new Entry(new Key(name, name.length()));
    }

    Entry with(int value) {
      values.add(value);
      return this;
    }

    private int sum() {
      return values.stream().mapToInt(v -> v).sum();
    }
  }

  private final Map<Key, Entry> entries = new HashMap<>();
  private Entry last;
  private Key[] keys = new Key[2];
  private static Entry shared = new Entry(new Key("shared", 1));

  private Coroutine<Entry> load(Trace t, Key key) {
    t.log("load " + key);
    return Coroutine.of(new Entry(key, List.of(await(t.later(key.n())))));
  }

  private Coroutine<List<Entry>> all(Trace t, Key... some) {
    List<Entry> found = new ArrayList<>();
    for (Key key : some) {
      found.add(await(load(t, key)));
    }
    return Coroutine.of(found);
  }

  private Entry remember(Entry entry) {
    last = entry;
    return entry;
  }

  Entry open(Key key) {
    return entries.get(key);
  }

  public Coroutine<Object> locals(Trace t) {
    Key a = new Key("a", 1);
    var b = new Key("b", await(t.later(2)));
    Entry entry = await(load(t, a));
    t.log(entry.key().name() + await(t.later(entry.values())) + b);
    t.log(a.equals(new Key("a", await(t.later(1)))));
    Object o = await(t.later(b));
    return Coroutine.of(o + " " + entry.sum() + new Entry(b).with(await(t.later(7))).sum());
  }

  public Coroutine<Object> collections(Trace t) {
    Key a = new Key("aa", 2);
    entries.put(a, await(load(t, a)));
    entries.computeIfAbsent(new Key("bb", 3), k -> new Entry(k)).with(await(t.later(5)));
    entries.computeIfAbsent(new Key("cc", 4), Entry::new);
    t.log(entries.get(a).key().n() + await(t.later(open(a).sum())));
    t.log(new TreeMap<>(entries));
    int sum = 0;
    for (Map.Entry<Key, Entry> each : entries.entrySet()) {
      sum += each.getKey().n() * await(t.later(each.getValue().sum()));
    }
    for (Entry each : entries.values()) {
      sum += each.key.n + await(t.later(1));
    }
    return Coroutine.of(sum);
  }

  public Coroutine<Object> streams(Trace t) {
    List<Entry> some = await(all(t, new Key("x", 9), new Key("yy", 5), new Key("z", 7)));
    t.log(some.stream().map(Entry::key).sorted().map(Key::name).collect(Collectors.joining()));
    some.sort(Comparator.comparing(Entry::key));
    t.log(some);
    some.sort(Comparator.comparing(e -> e.key().name()));
    t.log(some.stream().collect(Collectors.groupingBy(e -> e.key().name().length())).get(2));
    Function<Key, Entry> make = Entry::new;
    BiFunction<String, Integer, Key> key = Key::new;
    t.log(make.andThen(Entry::sum).apply(key.apply("k", await(t.later(11)))));
    return Coroutine.of(some.stream().mapToInt(Entry::sum).max().getAsInt());
  }

  public Coroutine<Object> arrays(Trace t) {
    keys[0] = new Key("first", await(t.later(1)));
    keys[await(t.later(1))] = new Key("second", 2);
    Key[] more = {new Key("m", 1), await(t.later(new Key("n", 2)))};
    Key[][] table = new Key[await(t.later(2))][1];
    table[1][0] = more[1];
    Object[] plain = more;
    try {
      plain[0] = await(t.later("text"));
    } catch (ArrayStoreException e) {
      t.log("no text");
    }
    Entry[] entries = Arrays.stream(keys).map(Entry::new).toArray(Entry[]::new);
    t.log(entries.getClass().getComponentType().getSimpleName());
    return Coroutine.of(Arrays.toString(keys) + Arrays.deepToString(table) + entries.length);
  }

  public Coroutine<Object> fields(Trace t) {
    last = new Entry(new Key("l", 3));
    this.last = await(load(t, last.key()));
    shared = await(t.later(shared)).with(4);
    Records.shared.values.add(await(t.later(6)));
    t.log(last + " " + shared + remember(Entry.of("four")).sum());
    return Coroutine.of(await(load(t, last.key)).key.name + shared.sum());
  }

  public Coroutine<Object> choices(Trace t) {
    Key a = new Key("a", 1);
    Key chosen = await(t.later(true)) ? a : new Key("b", 2);
    Object o = await(t.later(false)) ? a : "text";
    t.log(chosen + "" + o + await(t.later(chosen)));
    Key assigned;
    if ((assigned = await(t.later(a))) == a) {
      t.log(assigned != chosen);
    }
    Key none = null;
    try {
      t.log(none.name() + await(t.later(1)));
    } catch (NullPointerException e) {
      t.log("null");
    }
    return Coroutine.of(none + "" + (Object) await(t.later(none)));
  }

  /** In package-private functions too. */
  Coroutine<Entry> shown(Trace t, Key key) {
    return load(t, key);
  }

  public Coroutine<Object> throughTheFace(Trace t) {
    Entry entry = await(shown(t, new Key("face", 8)));
    return Coroutine.of(entry.key() + "" + await(this.shown(t, entry.key)).sum());
  }
}
