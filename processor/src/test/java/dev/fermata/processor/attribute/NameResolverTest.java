package dev.fermata.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of each name, by the printed code of small bodies: holes stand in guillemets. */
class NameResolverTest {

  @Test
  void typesAndMembersAreNamedInFull() {
    String text =
        Bodies.textOf(
            """
            int LIMIT = 3;
            static int max() { return LIMIT; }
            int size();
            class Nested { int f; static int COUNT; }
            enum Color { RED }
            default Coroutine<Void> run(Map.Entry<String, Integer> e, Nested n) {
              int a = LIMIT + T.LIMIT + max() + size() + this.size() + T.this.size() + n.f;
              int[] xs[] = {}, ys = new int[Nested.COUNT];
              final @SuppressWarnings(value = "x") List<? extends Map.Entry<String, T>> l = List.of();
              Class<?> c = Nested.class;
              sleep(a);
              Object o = new Nested();
              Object m = (Function<Integer, Awaitable<Void>>) Asyncio::sleep;
              System.out.println(java.util.List.of(e.getKey(), hashCode()));
              switch (Color.RED) { case RED: a++; break; }
              return Coroutine.completed();
            }
            """);
    assertThat(text)
        .isEqualTo(
            """
            Run(self, e, n)
              declare int a = `«#p.T».LIMIT + «#p.T».LIMIT + «#p.T».max() + «self».size() + «self».size() + «self».size() + «n».f`
              declare «type int[][]» xs = `{}`
              declare «type int[]» ys = `new int[«#p.T.Nested».COUNT]`
              declare final @«#java.lang.SuppressWarnings»(value = "x") «#java.util.List»<? extends «#java.util.Map».Entry<«#java.lang.String», «#p.T»>> l = `«#java.util.List».of()`
              declare «#java.lang.Class»<?> c = `«#p.T.Nested».class`
              | «#dev.fermata.asyncio.Asyncio».sleep(«a»);
              declare «#java.lang.Object» o = `new «#p.T.Nested»()`
              declare «#java.lang.Object» m = `(«#java.util.function.Function»<«#java.lang.Integer», «#dev.fermata.asyncio.Awaitable»<«#java.lang.Void»>>) «#dev.fermata.asyncio.Asyncio»::sleep`
              | «#java.lang.System».out.println(java.util.List.of(«e».getKey(), «self».hashCode()));
              | switch («#p.T.Color».RED) { case RED: «a:read_write»++; break; }
              | «return»
            """
                .stripTrailing());
  }

  @Test
  void lambdasAndClassesCaptureAndKeepTheirOwn() {
    String text =
        Bodies.textOf(
            """
            int size();
            default Coroutine<Integer> run(int x, String... names) {
              Runnable r = () -> System.out.println(x + size());
              Supplier<Integer> s = new Supplier<>() {
                int count;
                public Integer get() { int y = x; return y + count + T.this.size() + size() + this.hashCode() + hashCode(); }
                int size() { return 1; }
              };
              BiFunction<Integer, Integer, Integer> f = (a, b) -> { int c = a + b; return c + x; };
              for (String name : names) {
                if (name.isEmpty()) continue;
                Runnable q = this::size;
              }
              class Local<E> { E e; Local(E e) { this.e = e; } T t() { return T.this; } }
              new Local<String>("x").t();
              return Coroutine.of(x + names.length);
            }
            """);
    assertThat(text)
        .isEqualTo(
            """
            Run(self, x, names)
              declare «#java.lang.Runnable» r = `() -> «#java.lang.System».out.println(«x:capture» + «self:capture».size())`
              declare «#java.util.function.Supplier»<«#java.lang.Integer»> s = `new «#java.util.function.Supplier»<>() {
                int count;
                public «#java.lang.Integer» get() { int y = «x:capture»; return y + count + «self:capture».size() + size() + this.hashCode() + hashCode(); }
                int size() { return 1; }
              }`
              declare «#java.util.function.BiFunction»<«#java.lang.Integer», «#java.lang.Integer», «#java.lang.Integer»> f = `(«a:declare», «b:declare») -> { int «c:declare» = «a» + «b»; return «c» + «x:capture»; }`
              | for («#java.lang.String» «name:declare» : «names») {
                if («name».isEmpty()) continue;
                «#java.lang.Runnable» «q:declare» = «self»::size;
              }
              | class Local<E> { E e; Local(E e) { this.e = e; } «#p.T» t() { return «self:capture»; } }
              | «scope of Local(«self»)».new Local<«#java.lang.String»>("x").t();
              | «return «x» + «names».length»
            """
                .stripTrailing());
  }

  @Test
  void jumpsStayInsideAndReturnsBecomeHoles() {
    String text =
        Bodies.textOf(
            """
            default Coroutine<Supplier<String>> run(Object o) {
              outer:
              for (int i = 0; i < 3; i++) {
                // why
                while (true) { if (i == 1) continue outer; break; } // done
                if (o instanceof String s && s.length() > i) return Coroutine.of(() -> s);
              }
              if (!(o instanceof Integer n)) {
                return (Coroutine.of(null));
              }
              int v = switch (n) { case 1 -> 2; default -> { yield 3; } };
              await(sleep(v));
              return run(o);
            }
            """);
    assertThat(text)
        .isEqualTo(
            """
            Run(self, o)
              | outer:
              for (int «i:declare» = 0; «i» < 3; «i:read_write»++) {
                // why
                while (true) { if («i» == 1) continue outer; break; } // done
                if («pattern s: «o» instanceof «#java.lang.String» «s:declare»» && «s».length() > «i») «return («type java.util.function.Supplier<java.lang.String>») () -> «s:capture»»
              }
              | if (!(«pattern n: «o» instanceof «#java.lang.Integer» «n:declare»»)) {
                «return null»
              }
              declare int v = `switch («n») { case 1 -> 2; default -> { yield 3; } }`
              suspends: await(sleep(v));
              suspends: return run(o);
            """
                .stripTrailing());
  }

  @Test
  void privateMethodsHaveAnotherInTheirPlace() {
    String text =
        Bodies.textOf(
            """
            private int helper(int a) { return a + other(); }
            private <X> int other() { return 1; }
            private static int stat(int... xs) { return xs.length; }
            private void clear() { other(); }
            private Coroutine<Integer> co(int a) { return Coroutine.of(a); }
            default Coroutine<Integer> run(T t) {
              int a = helper(1) + this.helper(2) + t.helper(3) + this.<String>other() + T.stat() + stat(1);
              clear();
              Supplier<Integer> s = () -> other();
              await(co(1));
              Object c = co(helper(3));
              return t.co(2);
            }
            """);
    assertThat(text)
        .isEqualTo(
            """
            Co(self, a)
              | «return «a»»
            Run(self, t)
              declare int a = `helper(«self», 1) + TCoroutines.helper(«self», 2) + TCoroutines.helper(«t», 3) + TCoroutines.<«#java.lang.String»>other(«self») + TCoroutines.stat(«self») + stat(«self», 1)`
              | clear_(«self»);
              declare «#java.util.function.Supplier»<«#java.lang.Integer»> s = `() -> other(«self:capture»)`
              suspends: await(co(1));
              declare «#java.lang.Object» c = `new Co(«self», helper(«self», 3))`
              suspends: return t.co(2);
            function helper(a) { return «a» + other(«self»); }
            function other() { return 1; }
            function stat(xs) { return «xs».length; }
            function clear_() { other(«self»); }
            """
                .stripTrailing());
  }

  @Test
  void referencesToPrivateMethodsBecomeLambdas() {
    assertThat(
            Bodies.textOf(
                """
        private int helper(int a) { return a; }
        private static int stat(int a) { return a; }
        private Coroutine<Integer> co(int a) { return Coroutine.of(a); }
        default <X extends Comparable<X>> Coroutine<X> run(X x, T t, int a) {
          IntUnaryOperator f = this::helper;
          IntUnaryOperator g = T::stat;
          ToIntBiFunction<T, Integer> h = T::helper;
          IntFunction<Coroutine<Integer>> c = this::co;
          List<X> xs = new ArrayList<X>();
          Function<String, Integer> len = String::length;
          Supplier<List<X>> mk = ArrayList<X>::new;
          IntUnaryOperator bad = t::helper;
          return Coroutine.of(x);
        }
        """))
        .isEqualTo(
            """
            Co(self, a)
              | «return «a»»
            Run(self, x, t, a)
              declare «#java.util.function.IntUnaryOperator» f = `a2 -> helper(«self:capture», a2)`
              declare «#java.util.function.IntUnaryOperator» g = `a2 -> stat(«self:capture», a2)`
              declare «#java.util.function.ToIntBiFunction»<«#p.T», «#java.lang.Integer»> h = `(receiver, a2) -> helper(receiver, a2)`
              declare «#java.util.function.IntFunction»<«#dev.fermata.asyncio.Coroutine»<«#java.lang.Integer»>> c = `a2 -> new Co(«self:capture», a2)`
              declare «#java.util.List»<«#X»> xs = `new «#java.util.ArrayList»<«#X»>()`
              declare «#java.util.function.Function»<«#java.lang.String», «#java.lang.Integer»> len = `«#java.lang.String»::length`
              declare «#java.util.function.Supplier»<«#java.util.List»<«#X»>> mk = `«#java.util.ArrayList»<«#X»>::new`
              declare «#java.util.function.IntUnaryOperator» bad = `t::helper`
              | «return «x»»
            function helper(a) { return «a»; }
            function stat(a) { return «a»; }
            [fermata.out-of-reach] A coroutine runs in a class generated beside its own type, which cannot reach everything yet. helper is private in T. Make it package-private; where it is a method reference, a lambda that calls it may do.
            """
                .stripTrailing());
  }

  @Test
  void lambdasThatReturnCoroutinesBecomeMachines() {
    String text =
        Bodies.textOf(
            """
            interface Job { Coroutine<Integer> run(String name) throws Exception; }
            private void later(Job job) { go(() -> Coroutine.completed()); }
            static void go(Supplier<Coroutine<Void>> s) {}
            default Coroutine<Integer> run(int x, List<String> names) {
              later(name -> { await(sleep(x)); int y = name.length(); return Coroutine.of(x + y + names.size()); });
              Job j = (String n) -> run(1, names);
              names.forEach(n -> go(() -> { go(() -> { n.length(); this.hashCode(); return Coroutine.completed(); }); return Coroutine.completed(); }));
              return Coroutine.of(1);
            }
            """);
    assertThat(text)
        .isEqualTo(
            """
            Run(self, x, names)
              | later(«self», «name:declare» -> «new Lambda1(«self:capture», «x:capture», «names:capture», «name»)»);
              declare «#p.T.Job» j = `(«#java.lang.String» «n:declare») -> «new Lambda2(«self:capture», «names:capture», «n»)»`
              | «names».forEach(«n:declare» -> «#p.T».go(() -> «new Lambda4(«self:capture», «n:capture»)»));
              | «return 1»
            function later(job) { «#p.T».go(() -> «#dev.fermata.asyncio.Coroutine».completed()); }
            Lambda1(self, x, names, name)
              suspends: await(sleep(x));
              declare int y = `«name».length()`
              | «return «x» + «y» + «names».size()»
            Lambda2(self, names, n)
              | «self».run(1, «names»)
            Lambda3(self, n)
              | «n».length();
              | «self».hashCode();
              | «return»
            Lambda4(self, n)
              | «#p.T».go(() -> «new Lambda3(«self:capture», «n:capture»)»);
              | «return»"""
                .stripTrailing());
  }

  @Test
  void membersOfClassesAreReached() {
    List<String> out = new ArrayList<>();
    Bodies.of(
        """
        package p;
        import dev.fermata.asyncio.*;
        import java.util.*;
        @dev.fermata.Async
        public class T extends Base<String> {
          int f; private int hidden; static int S; private static final int K = 3;
          class Inner { class Deep {} }
          private class Secret {}
          private void priv() {}
          private Coroutine<Void> later() { return Coroutine.completed(); }
          protected Coroutine<Integer> run(T o, int hidden2) {
            f = S + o.f; f++; this.f += 2; inherited(); String v = value;
            Inner i = new Inner(); Inner.Deep d = i.new Deep(); Inner a = new Inner() { int z = f; int q() { return z + T.this.f; } };
            Object n = new Nested(); Nested nn = null;
            int h = hidden; priv(); super.inherited(); later(); new Secret(); int kk = K;
            Runnable r = super::inherited; Map<String, Secret> m = null;
            clone();
            Base.stat(); stat();
            return Coroutine.of(1);
          }
          public Object clone() { return null; }
        }
        class Base<V> { V value; static class Nested {} void inherited() {} static void stat() {} }
        """,
        b -> out.add(b.text()));
    assertThat(out.get(0))
        .isEqualTo(
            """
            Later(self)
              | «return»
            Run(self, o, hidden2)
              | «self».f = «#p.T».S + «o».f;
              | «self».f++;
              | «self».f += 2;
              | «self».inherited();
              declare «#java.lang.String» v = `«self».value`
              declare «#p.T.Inner» i = `«self».new Inner()`
              declare «#p.T.Inner».Deep d = `«i».new Deep()`
              declare «#p.T.Inner» a = `«self».new Inner() { int z = «self:capture».f; int q() { return z + «self:capture».f; } }`
              declare «#java.lang.Object» n = `new «#p.Base.Nested»()`
              declare «#p.Base.Nested» nn = `null`
              declare int h = `hidden(«self»)`
              | priv(«self»);
              | superInherited(«self»);
              | new Later(«self»);
              | newSecret(«self»);
              declare int kk = `3`
              declare «#java.lang.Runnable» r = `() -> superInherited(«self:capture»)`
              declare «#java.util.Map»<«#java.lang.String», «#p.T.Secret»> m = `null`
              | «self».clone();
              | «#p.Base».stat();
              | «#p.Base».stat();
              | «return 1»"""
                .stripTrailing());
  }

  @Test
  void subclassesOfLocalClassesThatCaptureStandInTheirScope() {
    assertThat(
            Bodies.textOf(
                """
                default Coroutine<Integer> run(int i) {
                  class Local {
                    int n = i;
                  }
                  if (i > 0) {
                    class Other extends Local {}
                    new Other();
                  }
                  return Coroutine.of(i);
                }
                """))
        .contains("«scope of Other(«i»)».new Other()");
  }
}
