package dev.fermata.processor.desugar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Statements in order, taken apart only where they suspend. */
class StatementsToIrTest {

  @Test
  void keepsStatementsAndCommentsAsTheyStand() {
    assertThat(
            Desugared.of(
                """
                // before
                if (i > 1) {
                  a();
                }
                // awaited
                await(num());
                return num();
                """))
        .isEqualTo(
            """
            | // before
            if («i» > 1) {
              «self».a();
            }
            // awaited
            eval await(`«self».num()`)
            return await(`«self».num()`)
            """);
  }

  @Test
  void keepsEveryCommentOfWhatIsTakenApart() {
    assertThat(
            Desugared.of(
                    """
                int n = await(num()); // behind a declaration
                switch (n) { // behind a brace
                  // above a case
                  case 1: // behind a label
                    await(num()); // behind a statement
                    break;
                  // above the default
                  default:
                    a();
                  // at the end of a switch
                }
                if (i > 1) {
                  await(num());
                  /* at the end of a block */
                } // behind a block
                if (i == await(num())) {
                  a();
                } // behind a block that stays whole
                return num(); // behind a return
                // at the end
                """)
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("//") || line.contains("/*"))
                .map(line -> line.replaceAll("^.*[;}] ", ""))
                .toList())
        .containsExactly(
            "// behind a declaration",
            "// behind a brace",
            "// above a case",
            "// behind a label",
            "// behind a statement",
            "// above the default",
            "// at the end of a switch",
            "/* at the end of a block */",
            "// behind a block",
            "// behind a block that stays whole",
            "// behind a return",
            "// at the end");
  }

  @Test
  void endsWithTheResult() {
    assertThat(
            Desugared.of(
                """
                if (i > 1) return Coroutine.of(2);
                if (await(flag())) return Coroutine.of(3);
                return num();
                """))
        .isEqualTo(
            """
            | if («i» > 1) «return 2»
            if await(`«self».flag()`)
              return `3`!
            return await(`«self».num()`)
            """);
  }

  @Test
  void loopsWithSuspensionsInTheHeader() {
    assertThat(
            Desugared.of(
                """
                outer:
                for (int k = 0, j = 1; k < await(num()); k++, j += await(num())) {
                  if (k == 3) continue outer;
                  while (true) {
                    await(num());
                    break outer;
                  }
                }
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            labeled outer
              declare int k = `0`!
              declare «type int» j = `1`!
              loop [<`«k»`> < <await(`«self».num()`)>] break end continue continue
                | if («k» == 3) «jump continue»
                loop forever break end continue continue
                  eval await(`«self».num()`)
                  jump outer
              update
                eval `«k:read_write»++`
                eval (j = [<`«j»`> + <await(`«self».num()`)>])
            return `«i»`!
            """);
  }

  @Test
  void goesThroughArraysAndIterables() {
    assertThat(
            Desugared.of(
                """
                for (String n : list) await(num());
                for (final int n : ints) await(num());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            block
              declare «type java.util.Iterator<java.lang.String>» iterator = [<`«list»`!>.iterator()]
              loop `«iterator».hasNext()` break end continue continue
                declare «#java.lang.String» n = `«iterator».next()`
                eval await(`«self».num()`)
            block
              declare «type int[]» array = `«ints»`!
              declare «type int» index = `0`!
              loop `«index» < «array».length` break end continue continue
                declare final int n = `«array»[«index»]`
                eval await(`«self».num()`)
              update
                eval `«index:read_write»++`
            return `«i»`!
            """);
  }

  @Test
  void testsADoLoopLast() {
    assertThat(
            Desugared.of(
                """
                do { i++; if (i == 3) continue; } while (await(flag()));
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            do await(`«self».flag()`) break end continue continue
              | { «i:read_write»++; if («i» == 3) «jump continue» }
            return `«i»`
            """);
  }

  @Test
  void assertsOnlyWhereAssertionsAreOn() {
    assertThat(
            Desugared.of(
                """
                assert await(flag()) : "no" + await(num());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            if (`«#Body».class.desiredAssertionStatus()` && [!(<await(`«self».flag()`)>)])
              throw [new «#java.lang.AssertionError»(<[<`"no"`!> + <await(`«self».num()`)>]>)]
            return `«i»`!
            """);
  }

  @Test
  void closesResourcesInReverse() {
    assertThat(
            Desugared.of(
                """
                try (var r = new StringReader("x"); r) {
                  await(num());
                } catch (IOException | RuntimeException e) {
                  await(num());
                } finally {
                  a();
                }
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            try
              declare var r = `new «#java.io.StringReader»("x")`
              declare «type java.lang.Throwable» primary = `null`!
              try
                declare «type java.io.StringReader» resource = `«r»`!
                declare «type java.lang.Throwable» primary = `null`!
                try
                  eval await(`«self».num()`)
                catch java.lang.Throwable thrown
                  eval (primary = `«thrown»`!)
                  throw `«thrown»`!
                finally
                  | if («resource» != null) {
                    if («primary» == null) {
                      «resource».close();
                    } else {
                      try {
                        «resource».close();
                      } catch («type java.lang.Throwable» «suppressed:declare») {
                        «primary».addSuppressed(«suppressed»);
                      }
                    }
                  }
              catch java.lang.Throwable thrown
                eval (primary = `«thrown»`!)
                throw `«thrown»`!
              finally
                | if («r» != null) {
                  if («primary» == null) {
                    «r».close();
                  } else {
                    try {
                      «r».close();
                    } catch («type java.lang.Throwable» «suppressed:declare») {
                      «primary».addSuppressed(«suppressed»);
                    }
                  }
                }
            catch java.io.IOException | java.lang.RuntimeException e
              eval await(`«self».num()`)
            finally
              | «self».a();
            return `«i»`!
            """);
  }

  @Test
  void keepsLocalTypesApart() {
    assertThat(
            Desugared.of(
                """
                record Pair(int a, int b) {}
                Pair pair = new Pair(1, await(num()));
                return Coroutine.of(pair.a());
                """))
        .isEqualTo(
            """
            LocalType[type=Pair, name=Pair, declaration=Code[parts=[Text[text=record Pair(int a, int b) {}]]], inner=false, outer=null, captured=[], inherited=0, line=27]
            declare «#Pair» pair = [new «#Pair»(<`1`!>, <await(`«self».num()`)>)]
            return `«pair».a()`
            """);
  }

  @Test
  void takesLambdasThatAwaitForBodiesOfTheirOwn() {
    assertThat(
            Desugared.of(
                """
                Supplier<Coroutine<Integer>> later = () -> Coroutine.of(await(num()) + boxed);
                return later.get();
                """))
        .isEqualTo(
            """
            BodyLambda(self: Body, boxed: java.lang.Integer): java.lang.Integer
              return [<await(`«self».num()`)> + «boxed»]
            declare «#java.util.function.Supplier»<«#dev.fermata.asyncio.Coroutine»<«#java.lang.Integer»>> later = `() -> «new BodyLambda(«self:capture», «boxed:capture»)»`!
            return await(`«later».get()`)
            """);
  }
}
