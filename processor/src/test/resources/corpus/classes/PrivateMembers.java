package corpus.classes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import oracle.Trace;

// run: fresh
/** Private fields, methods and constructors of a class, in every kind of use. */
@Async
class PrivateMembers {
  // catalogue 100
  private int count = 1;
  private long total;
  private byte small = 100;
  private char letter = 'a';
  private short brief;
  private boolean flag;
  private double ratio = 1.5;
  private float real = 0.5f;
  private String text = "t";
  private Integer boxed = 5;
  private Byte boxedByte = 7;
  private int[] array = {1, 2, 3};
  private List<String> list = new ArrayList<>();
  private PrivateMembers other;
  private static int shared = 10;
  private static final int LIMIT = 3;
  private static final byte TINY = -2;
  private static final String WORD = "word";
  private final String name;

  PrivateMembers() {
    this("named");
  }

  private PrivateMembers(String name) {
    this.name = name;
  }

  private int next() {
    return ++count;
  }

  private static String join(String... parts) {
    return String.join("+", parts);
  }

  private <T> List<T> twice(T x) {
    return List.of(x, x);
  }

  private int over(int x) {
    return x;
  }

  private String over(String x) {
    return x + x;
  }

  private void fails(String message) throws java.io.IOException {
    throw new java.io.IOException(message);
  }

  private PrivateMembers other(Trace t) {
    t.log("other");
    if (other == null) other = new PrivateMembers("second");
    return other;
  }

  private PrivateMembers none(Trace t) {
    t.log("none");
    return null;
  }

  @Override
  public String toString() {
    return name + count + total + small + letter + brief + flag + ratio + real + text + boxed;
  }

  public Coroutine<Object> reads(Trace t) {
    t.log(count + await(t.later(this.count)) + count);
    t.log(name + text + await(t.later(name)) + list + array[await(t.later(1))]);
    t.log(shared + PrivateMembers.shared + LIMIT + TINY + WORD);
    t.log(other(t).name + other(t).count);
    return Coroutine.of(boxed + await(t.later(boxed)));
  }

  public Coroutine<Object> writes(Trace t) {
    count = 7;
    this.count = await(t.later(8));
    total = count = await(t.later(9));
    small = 5;
    letter = 'z';
    brief = 3;
    boxedByte = 9;
    flag = await(t.later(true));
    text = null;
    text = "new";
    boxed = count;
    list = new ArrayList<>();
    list.add("x");
    array[1] = await(t.later(5));
    array[count - 7] += 3;
    shared = await(t.later(20));
    PrivateMembers.shared = shared + 1;
    other(t).count = await(t.later(4));
    (other(t)).total = t.v(3);
    t.log(count = t.v(11));
    return Coroutine.of(this + " " + other + list + array[1] + array[2] + shared + boxedByte);
  }

  public Coroutine<Object> compounds(Trace t) {
    count += 2;
    count += await(t.later(3));
    count -= t.v(1);
    small += 200;
    small >>>= 1;
    small += await(t.later(300));
    letter += 1;
    brief *= 3.7;
    total += 0.7;
    total <<= 3;
    ratio *= await(t.later(2));
    real += 1.25;
    flag |= await(t.later(true));
    flag ^= true;
    text += 1;
    text += await(t.later("x"));
    text += 'c' + 1;
    boxed += 1;
    boxed -= await(t.later(2));
    shared *= 2;
    shared += await(t.later(1));
    other(t).count += 5;
    other(t).count += await(t.later(6));
    t.log(other(t).count -= t.v(2));
    other(t).text += other(t).text + await(t.later("!"));
    t.log(count + (count += await(t.later(1))) + count);
    return Coroutine.of(this + " " + other + shared);
  }

  public Coroutine<Object> increments(Trace t) {
    t.log(count++ + ++count + count-- - --count);
    t.log(small++);
    small = 127;
    t.log(++small);
    t.log(letter++ + "" + ++letter);
    t.log(boxed++ + boxed + --boxed);
    t.log(ratio++ + ++ratio + real--);
    t.log(shared++ + ++shared);
    t.log(other(t).count++ + await(t.later(1)) + ++other(t).count);
    total++;
    --this.total;
    return Coroutine.of(this + " " + other + shared);
  }

  public Coroutine<Object> methods(Trace t) {
    t.log(next() + await(t.later(next())) + this.next());
    t.log(join() + join("a") + join("a", await(t.later("b")), "c"));
    t.log(twice("x") + "" + this.<Integer>twice(await(t.later(3))));
    t.log(over(1) + over("s") + over(await(t.later(2))) + over(await(t.later("u"))));
    t.log(other(t).over(t.v(3)) + other(t).next());
    try {
      fails(await(t.later("bad")));
    } catch (java.io.IOException e) {
      t.log(e);
    }
    return Coroutine.of(new PrivateMembers(await(t.later("made"))).name + new PrivateMembers("m"));
  }

  public Coroutine<Object> nulls(Trace t) {
    try {
      none(t).count = t.v(1);
    } catch (NullPointerException e) {
      t.log("npe");
    }
    try {
      none(t).count = await(t.later(2));
    } catch (NullPointerException e) {
      t.log("npe");
    }
    try {
      none(t).count += await(t.later(3));
    } catch (NullPointerException e) {
      t.log("npe");
    }
    try {
      none(t).count += t.v(3);
    } catch (NullPointerException e) {
      t.log("npe");
    }
    try {
      none(t).over(t.v(4));
    } catch (NullPointerException e) {
      t.log("npe");
    }
    try {
      none(t).over(await(t.later(5)));
    } catch (NullPointerException e) {
      t.log("npe");
    }
    try {
      boxed = null;
      t.log(boxed + await(t.later(6)));
    } catch (NullPointerException e) {
      t.log("npe");
    }
    return Coroutine.of("end");
  }

  public Coroutine<Object> inLambdas(Trace t) {
    int local = await(t.later(1));
    IntSupplier next = () -> count += local;
    IntSupplier again = this::next;
    Supplier<String> plus = () -> text += name;
    Function<String, String> twice = this::over;
    Function<String, PrivateMembers> make = PrivateMembers::new;
    Function<PrivateMembers, Integer> of = PrivateMembers::next;
    Runnable shares = () -> shared++;
    t.log(next.getAsInt() + again.getAsInt() + plus.get() + twice.apply("q"));
    t.log(make.apply(await(t.later("n"))).name + of.apply(this));
    shares.run();
    Object anonymous =
        new Object() {
          int count = 50;

          @Override
          public String toString() {
            count++;
            total += 2;
            return count + text + PrivateMembers.this.count + over("r") + LIMIT + new PrivateMembers("i").name;
          }
        };
    t.log(anonymous);
    await(t.pause());
    t.log(anonymous);
    class Local {
      int sum() {
        return count + local + next();
      }
    }
    return Coroutine.of(new Local().sum() + await(t.later(shared)));
  }

  public Coroutine<Object> constants(Trace t) {
    switch (await(t.later(3))) {
      case LIMIT:
        t.log("limit");
        break;
      default:
        t.log("other");
    }
    switch (count) {
      case LIMIT -> t.log("three");
      case TINY + 3 -> t.log("one");
      default -> t.log("none");
    }
    byte b = TINY;
    return Coroutine.of(1-TINY + b + WORD.length());
  }

  private Coroutine<Integer> fetch(Trace t, int n) {
    count += await(t.later(n));
    return Coroutine.of(count);
  }

  private <T> Coroutine<T> generic(Trace t, T x) {
    return Coroutine.of(await(t.later(x)));
  }

  public Coroutine<Object> coroutines(Trace t) {
    t.log(await(fetch(t, 3)) + await(this.fetch(t, await(t.later(4)))));
    return Coroutine.of(await(generic(t, "g")) + await(other(t).fetch(t, 1)));
  }
}
