package dev.fermata.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Syntax younger than the API that the processor is compiled with. */
class YoungerSyntaxTest {

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  void recordPatternsAndUnnamedVariables() {
    assertThat(
            Bodies.textOf(
                """
        record Point(Object x, Object y) {}
        sealed interface S {} record A(int i) implements S {} record B(String s) implements S {}
        default Coroutine<Integer> run(Object o, S s) {
          if (o instanceof Point(Integer a, var b) && a > 1) { b.hashCode(); }
          int v = switch (s) { case A(int i) when i > 3 -> i; case A(_) -> 1; case B b -> b.s().length(); };
          for (var _ : new int[2]) { int _ = 3; }
          BiFunction<Integer, Integer, Integer> f = (_, q) -> q;
          Supplier<Coroutine<Integer>> none = () -> Coroutine.of(v);
          Function<String, Coroutine<Integer>> one = _ -> Coroutine.of(v);
          record L(Map.Entry<String, Integer> e) { L { hashCode(); } int z() { return e.getValue(); } }
          return Coroutine.of(new L(null).z());
        }
        """))
        .isEqualTo(
            """
            Run(self, o, s)
              | if («pattern a, b: «o» instanceof «#p.T.Point»(«#java.lang.Integer» «a:declare», var «b:declare»)» && «a» > 1) { «b».hashCode(); }
              declare int v = `switch («s») { case «#p.T.A»(int «i:declare») when «i» > 3 -> «i»; case «#p.T.A»(_) -> 1; case «#p.T.B» «b:declare» -> «b».s().length(); }`
              | for (var _ : new int[2]) { int _ = 3; }
              declare «#java.util.function.BiFunction»<«#java.lang.Integer», «#java.lang.Integer», «#java.lang.Integer»> f = `(_, «q:declare») -> «q»`
              declare «#java.util.function.Supplier»<«#dev.fermata.asyncio.Coroutine»<«#java.lang.Integer»>> none = `() -> «new Lambda1(«self:capture», «v:capture»)»`
              declare «#java.util.function.Function»<«#java.lang.String», «#dev.fermata.asyncio.Coroutine»<«#java.lang.Integer»>> one = `_ -> «new Lambda2(«self:capture», «v:capture»)»`
              | record L(«#java.util.Map».Entry<«#java.lang.String», «#java.lang.Integer»> e) { L { hashCode(); } int z() { return e.getValue(); } }
              | «return new «#L»(null).z()»
            Lambda1(self, v)
              | «#dev.fermata.asyncio.Coroutine».of(«v»)
            Lambda2(self, v)
              | «#dev.fermata.asyncio.Coroutine».of(«v»)
            """
                .stripTrailing());
  }
}
