package corpus.privatetypes;

import static dev.fermata.asyncio.Asyncio.await;

import dev.fermata.Async;
import dev.fermata.asyncio.Coroutine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import oracle.Trace;

// run: fresh
/** Private classes and interfaces, generic ones and inner ones. */
@Async
class Classes {
  private static final class Node {
    private final int value;
    private Node next;
    private int visits;
    static int made;

    private Node(int value) {
      this.value = value;
      made++;
    }

    private Node(int value, Node next) {
      this(value);
      this.next = next;
    }

    int depth() {
      return next == null ? 1 : 1 + next.depth();
    }
  }

  private static class Box<T> {
    private T content;
    List<T> history = new ArrayList<>();

    Box(T content) {
      this.content = content;
    }

    T swap(T other) {
      T old = content;
      content = other;
      history.add(old);
      return old;
    }

    private <R> Box<R> map(Function<? super T, ? extends R> f) {
      return new Box<R>(f.apply(content));
    }
  }

  private static class Plain {
    int x = 3;
  }

  private static class Sub extends Plain {
    private int y = 4;

    @Override
    public String toString() {
      return "Sub" + x + y;
    }
  }

  private interface Visitor {
    int visit(Node node);

    default Visitor twice() {
      return node -> 2 * visit(node);
    }
  }

  private interface Mapper<A, B> {
    B map(A a);
  }

  private class Worker {
    private final String name;
    private int jobs;

    private Worker(String name) {
      this.name = name;
    }

    private class Tool {
      String label() {
        return name + total;
      }
    }

    void work() {
      jobs++;
      total++;
    }
  }

  private class Simple {
    int seen = total;
  }

  private int total;
  private Node head;
  private final Box<String> box = new Box<>("start");
  private Worker worker;
  private final Deque<Worker> workers = new ArrayDeque<>();

  private int walk(Visitor visitor) {
    int sum = 0;
    for (Node n = head; n != null; n = n.next) {
      sum += visitor.visit(n);
    }
    return sum;
  }

  private static <N extends Node> N same(N node) {
    return node;
  }

  private <A, B> Coroutine<Box<B>> mapped(Trace t, Box<A> from, Mapper<? super A, ? extends B> f) {
    return Coroutine.of(new Box<B>(f.map(await(t.later(from.content)))));
  }

  String over(Object o) {
    return "object";
  }

  String over(Plain o) {
    return "plain";
  }

  private String over(Sub o) {
    return "sub";
  }

  public Coroutine<Object> nodes(Trace t) {
    head = new Node(1);
    head = new Node(await(t.later(2)), head);
    head.next.next = new Node(3);
    head.next.visits += await(t.later(5));
    head.visits++;
    for (Node n = head; n != null; n = n.next) {
      t.log(n.value + "/" + n.visits + await(t.later("/")) + n.depth());
    }
    Node.made += await(t.later(10));
    return Coroutine.of(Node.made + same(head).value + Classes.<Node>same(await(t.later(head))).visits);
  }

  public Coroutine<Object> visitors(Trace t) {
    head = new Node(4, new Node(5));
    int factor = await(t.later(3));
    Visitor v = n -> n.value * factor;
    t.log(walk(v) + await(t.later(walk(v.twice()))));
    t.log(walk(Node::depth));
    t.log(walk(
        new Visitor() {
          int calls;

          @Override
          public int visit(Node node) {
            node.visits++;
            return ++calls * factor;
          }
        }));
    class Counting implements Visitor {
      @Override
      public int visit(Node node) {
        return node.visits;
      }
    }
    return Coroutine.of(walk(new Counting()) + await(t.later(head)).visits);
  }

  public Coroutine<Object> generic(Trace t) {
    Box<Integer> numbers = new Box<>(await(t.later(1)));
    Box<Object> objects = new Box<Object>("s");
    var any = new Box<Object>(await(t.later("v")));
    objects.swap(numbers.swap(await(t.later(2))));
    any.swap(2);
    t.log(box.swap(await(t.later("next"))) + box.content + numbers.content + objects.history);
    box.content += await(t.later("!"));
    Box<String> text = await(mapped(t, numbers, n -> "n" + n));
    Box<? extends Number> wild = numbers;
    t.log(text.content.length() + wild.content.intValue() + await(t.later(text)).map(String::length).content);
    List<Box<String>> boxes = new ArrayList<>(List.of(box, text));
    boxes.removeIf(b -> b.content.isEmpty());
    Mapper<Box<String>, String> content = b -> b.content;
    for (Box<String> each : boxes) {
      t.log(content.map(each) + await(t.later(each.history)));
    }
    Supplier<Box<String>> make = () -> new Box<>("made");
    Function<String, Box<String>> more = Box::new;
    return Coroutine.of(make.get().content + more.apply("ref").content);
  }

  public Coroutine<Object> inner(Trace t) {
    worker = new Worker(await(t.later("w")));
    worker.work();
    Worker other = this.new Worker("o" + await(t.later(1)));
    workers.add(worker);
    workers.add(other);
    for (Worker each : workers) {
      each.work();
      each.jobs += await(t.later(2));
    }
    Worker.Tool tool = other.new Tool();
    t.log(tool.label() + worker.jobs + workers.peek().name + new Simple().seen);
    Classes none = null;
    try {
      none.new Worker(t.v("never"));
    } catch (NullPointerException e) {
      t.log("null");
    }
    try {
      none.new Worker(await(t.later("never")));
    } catch (NullPointerException e) {
      t.log("null");
    }
    t.log(await(t.later(this)).new Worker("n" + await(t.later(2))).name);
    Supplier<Worker> make = () -> new Worker("lambda");
    Function<String, Worker> named = Worker::new;
    Supplier<Simple> simple = Simple::new;
    t.log(named.apply("ref").name + await(t.later(simple.get())).seen);
    return Coroutine.of(make.get().name + total + new Simple().seen);
  }

  public Coroutine<Object> overloads(Trace t) {
    Plain plain = new Plain();
    Sub sub = new Sub();
    Plain hidden = sub;
    t.log(over(plain) + over(sub) + over(hidden) + over((Object) sub) + sub.x);
    t.log(over(await(t.later(plain))) + over(await(t.later(sub))) + over(await(t.later((Object) 1))));
    UnaryOperator<Plain> op = p -> p instanceof Sub ? new Plain() : p;
    return Coroutine.of(over(op.apply(await(t.later(sub)))) + sub + op.apply(sub).x);
  }

  public Coroutine<Object> instances(Trace t) {
    List<Object> some = List.of(new Sub(), new Plain(), new Node(1), "text", new Box<>(2));
    String text = "";
    for (Object each : some) {
      if (each instanceof Sub) text += "sub" + await(t.later(((Sub) each).y));
      if (each instanceof Plain p && p.x == await(t.later(3))) text += "plain" + p.x;
      if (!(await(t.later(each)) instanceof Node node)) continue;
      text += node.value;
    }
    try {
      Node bad = (Node) await(t.later(some.get(3)));
      t.log(bad.value);
    } catch (ClassCastException e) {
      t.log("cast");
    }
    Class<?> type = Sub.class;
    t.log(type.getSuperclass() == Plain.class ? type.getSimpleName() : "?");
    t.log(Node[].class.getSimpleName() + Node.class.isInstance(await(t.later(head))));
    return Coroutine.of(text);
  }
}
