package dev.fermata.processor.desugar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Assignments whose target or value suspends. */
class AssignmentsToIrTest {

  @Test
  void savesIndexAndArrayOfAPlainAssignment() {
    assertThat(
            Desugared.of(
                """
                ints[i++] = await(num());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval [<`«ints»`!>[<`«i:read_write»++`>] = <await(`«self».num()`)>]
            return `«i»`
            """);
  }

  @Test
  void readsTheElementBeforeACompoundAssignment() {
    assertThat(
            Desugared.of(
                """
                ints[i++] += await(num());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval let array = `«ints»`! in let index = `«i:read_write»++` in [«array»[«index»] = <`«array»[«index»]`> + <await(`«self».num()`)>]
            return `«i»`
            """);
  }

  @Test
  void narrowsAsTheOperatorDoes() {
    assertThat(
            Desugared.of(
                """
                byte b = 1;
                b += await(num());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            declare byte b = `1`!
            eval (b = [(byte) (<`«b»`> + <await(`«self».num()`)>)])
            return `«i»`!
            """);
  }

  @Test
  void unboxesTheOldValue() {
    assertThat(
            Desugared.of(
                """
                boxed -= await(num()) + 1;
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval (boxed = [<`«boxed»`> - (<[<await(`«self».num()`)> + 1]>)])
            return `«i»`!
            """);
  }

  @Test
  void evaluatesTheTargetOfACompoundAssignmentOnce() {
    assertThat(
            Desugared.of(
                """
                p.next.x *= await(num());
                Point.count <<= await(num());
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval let target = `«p».next` in [«target».x = <`«target».x`> * <await(`«self».num()`)>]
            eval [«#Point».count = <`«#Point».count`> << <await(`«self».num()`)>]
            return `«i»`!
            """);
  }

  @Test
  void leavesTheOperatorInTheTextWhenOnlyTheTargetSuspends() {
    assertThat(
            Desugared.of(
                """
                await(point()).x++;
                await(point()).all[await(num())] += 2;
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval [<await(`«self».point()`)>.x++]
            eval [<[<await(`«self».point()`)>.all]>[<await(`«self».num()`)>] += 2]
            return `«i»`!
            """);
  }

  @Test
  void assignsInsideAnExpression() {
    assertThat(
            Desugared.of(
                """
                i = i + (i = await(num())) + i;
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            eval (i = [<[<`«i»`> + <(i = await(`«self».num()`))>]> + «i»])
            return `«i»`
            """);
  }
}
