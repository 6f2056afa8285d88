package dev.fermata.processor.desugar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Switches, old and new, statements and expressions. */
class SwitchToIrTest {

  @Test
  void fallsThrough() {
    assertThat(
            Desugared.of(
                """
                switch (i) {
                  case 1:
                    await(num());
                  case 2:
                    break;
                  default:
                    a();
                }
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            switch `«i»`! break end
            case 1
              eval await(`«self».num()`)
            case 2
              jump end
            default
              | «self».a();
            return `«i»`!
            """);
  }

  @Test
  void endsArrowCasesWithAJump() {
    assertThat(
            Desugared.of(
                """
                switch (await(num())) {
                  case 1, 2 -> a();
                  default -> {
                  }
                }
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            switch await(`«self».num()`) break end
            case 1, 2
              | «self».a();
              jump end
            default
              | {
              }
              jump end
            return `«i»`!
            """);
  }

  @Test
  void assignsWhatASwitchYields() {
    assertThat(
            Desugared.of(
                """
                int n = i + switch (s) {
                  case "a" -> await(num());
                  case "b" -> {
                    if (i > 1) yield 3;
                    yield await(num());
                  }
                  default -> throw new Exception();
                };
                return Coroutine.of(n);
                """))
        .isEqualTo(
            """
            declare int n = [<`«i»`!> + <{switch `«s»`! break end
            case "a"
              eval (result = await(`«self».num()`))
              jump end
            case "b"
              | if («i» > 1) «jump end after result = 3;»
              block
                eval (result = await(`«self».num()`))
                jump end
              jump end
            default
              | throw new «#java.lang.Exception»();
              jump end; result}>]
            return `«n»`!
            """);
  }

  @Test
  void namesConstantsOfEnumsSimply() {
    assertThat(
            Desugared.of(
                """
                Color c = Color.RED;
                int n = switch (c) {
                  case RED -> 1;
                  case GREEN -> await(num());
                };
                return Coroutine.of(n);
                """))
        .isEqualTo(
            """
            declare «#Color» c = `«#Color».RED`
            declare int n = {switch `«c»`! break end
            case RED
              eval (result = `1`!)
              jump end
            case GREEN
              eval (result = await(`«self».num()`))
              jump end
            default
              | throw new %s; result}
            return `«n»`!
            """
                .formatted(
                    Runtime.version().feature() < 21
                        ? "«#java.lang.IncompatibleClassChangeError»();"
                        : "«#java.lang.MatchException»(null, null);"));
  }

  @Test
  void leavesASwitchWhoseSelectorAloneSuspendsInTheText() {
    assertThat(
            Desugared.of(
                """
                int n = switch (await(num())) { case 1 -> 2; default -> 3; };
                return Coroutine.of(n);
                """))
        .isEqualTo(
            """
            declare int n = [switch (<await(`«self».num()`)>) { case 1 -> 2; default -> 3; }]
            return `«n»`!
            """);
  }

  @Test
  void writesConstantLocalsAsLiterals() {
    assertThat(
            Desugared.of(
                """
                final int one = 1;
                switch (i) {
                  case one + 1 -> await(num());
                  default -> a();
                }
                return Coroutine.of(i);
                """))
        .isEqualTo(
            """
            declare final int one = `1`!
            switch `«i»`! break end
            case 2
              eval await(`«self».num()`)
              jump end
            default
              | «self».a();
              jump end
            return `«i»`!
            """);
  }
}
