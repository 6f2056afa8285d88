package dev.fermata.processor.desugar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is saved of an operand, and in which order, when a later one suspends. */
class OperandsToIrTest {

  @Test
  void unboxesTheLeftOperandFirst() {
    assertThat(
            Desugared.of(
                """
                i = boxed + await(num());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval (i = [<`«boxed»`> + <await(`«self».num()`)>])
            return `«i»`
            """);
  }

  @Test
  void takesTheTextOfTheLeftOperandAtOnce() {
    assertThat(
            Desugared.of(
                """
                Object o = p;
                o += "," + p + await(num());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            declare «#java.lang.Object» o = `«p»`!
            eval (o = [<TEXT `«o»`> + (<[<`"," + «p»`> + <await(`«self».num()`)>]>)])
            return `«i»`!
            """);
  }

  @Test
  void leavesOperandsBehindTheLastSuspensionInTheText() {
    assertThat(
            Desugared.of(
                """
                f(a(), "x", await(num()), a());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval [«self».f(<`«self».a()`>, <`"x"`!>, <await(`«self».num()`)>, «self».a())]
            return `«i»`!
            """);
  }

  @Test
  void initialisesTheClassBeforeTheArguments() {
    assertThat(
            Desugared.of(
                """
                new Point(a(), await(num()));
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval [<EFFECT `initialize(«#Point».class)`>new «#Point»(<`«self».a()`>, <await(`«self».num()`)>)]
            return `«i»`!
            """);
  }

  @Test
  void doesNotInitialiseClassesOfTheJdk() {
    assertThat(
            Desugared.of(
                """
                new Exception("x" + await(num()));
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval [new «#java.lang.Exception»(<[<`"x"`!> + <await(`«self».num()`)>]>)]
            return `«i»`!
            """);
  }

  @Test
  void checksTheOuterInstanceFirst() {
    assertThat(
            Desugared.of(
                """
                p.next.new Inner(await(num()));
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval [<NON_NULL `«p».next`>.new Inner(<await(`«self».num()`)>)]
            return `«i»`!
            """);
  }

  @Test
  void evaluatesABoundReceiverWhereItStands() {
    assertThat(
            Desugared.of(
                """
                Map.entry((Supplier<String>) p::toString, await(num()));
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval [«#java.util.Map».entry(<`(«#java.util.function.Supplier»<«#java.lang.String»>) «p»::toString`>, <await(`«self».num()`)>)]
            return `«i»`!
            """);
  }

  @Test
  void suspendsOnTheRightOfAShortCircuitOnlyIfAsked() {
    assertThat(
            Desugared.of(
                """
                boolean b = i > 1 && await(flag()) || boxed == i;
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            declare boolean b = [<(`«i» > 1` && await(`«self».flag()`))> || «boxed» == «i»]
            return `«i»`!
            """);
  }

  @Test
  void choosesBetweenSuspensions() {
    assertThat(
            Desugared.of(
                """
                int n = await(flag()) ? await(num()) : boxed;
                return Coroutine.of(n);
                """))
        .isEqualTo(
            """
            declare int n = (await(`«self».flag()`) ? await(`«self».num()`) : `«boxed»`!)
            return `«n»`!
            """);
  }

  @Test
  void spellsOutArrays() {
    assertThat(
            Desugared.of(
                """
                int[][] grid = {{1}, {i, await(num())}};
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            declare int[][] grid = [new «type int[][]» {<`new «type int[]» {1}`>, <[new «type int[]» {<`«i»`!>, <await(`«self».num()`)>}]>}]
            return `«i»`!
            """);
  }

  @Test
  void bindsPatternsOfAnAwaitedSubject() {
    assertThat(
            Desugared.of(
                """
                if (await(obj()) instanceof Point q && q.x > 1) a();
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            if [<let subject = await(`«self».obj()`) in `«pattern q: «subject» instanceof «#Point» «q:declare»»`> && «q».x > 1]
              | «self».a();
            return `«i»`!
            """);
  }

  @Test
  void awaitsOneSuspensionInsideAnother() {
    assertThat(
            Desugared.of(
                """
                int n = await(num(), RuntimeException.class) + await(await(flag()) ? num() : num());
                return Coroutine.of(n);
                """))
        .isEqualTo(
            """
            declare int n = [<await(`«self».num()`)> + <await([<await(`«self».flag()`)> ? «self».num() : «self».num()])>]
            return `«n»`!
            """);
  }
}
