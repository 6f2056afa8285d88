package dev.fermata.processor.desugar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Local classes that move out of a body, and the scopes they take along. */
class LocalTypesToIrTest {

  @Test
  void passesWhatTheClassCapturesWhereItIsCreated() {
    assertThat(
            Desugared.of(
                """
                class Local {
                  int n = i + a();
                }
                await(num());
                f(new Local().n);
                return Coroutine.of(i);
                """))
        .contains("«scope of Local(«i», «self»)».new Local().n");
  }

  @Test
  void capturesWhatALambdaPassesToTheClass() {
    assertThat(
            Desugared.of(
                """
                class Local {
                  int n = i;
                }
                await(num());
                Supplier<Object> one = () -> new Local();
                Supplier<Object> two = Local::new;
                return Coroutine.of(i);
                """))
        .contains("() -> «scope of Local(«i:capture»)».new Local()")
        .contains("`() -> «scope of Local(«i:capture»)».new Local()`");
  }

  @Test
  void leavesTheClassAloneThatUsesNothing() {
    assertThat(
            Desugared.of(
                """
                class Local {
                  int n = 1;
                }
                await(num());
                f(new Local().n);
                return Coroutine.of(i);
                """))
        .doesNotContain("scope of");
  }

  @Test
  void leavesTheClassAloneThatItsStatementHolds() {
    assertThat(
            Desugared.of(
                """
                await(num());
                if (i > 0) {
                  class Local {
                    int n = i;
                  }
                  f(new Local().n);
                }
                return Coroutine.of(i);
                """))
        .doesNotContain("scope of");
  }
}
