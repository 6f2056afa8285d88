package dev.fermata.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void commentsTextBlocksAndEscapesSurvive() {
    assertThat(
            Bodies.textOf(
                """
        default Coroutine<Void> run(int x) {
          // first
          // second

          /* block
           * of it */
          foo(x,
              "a"); // behind
          String s = \"""
              hi "there"
            you \\\"""
              \""";
          use(\"""
        flush
          left\""", '\\'', "\\"//no");
          int \\u0061bc = 1; /* tail */ abc++; /* other */
          {
            // inner
            abc++;
            // end
          }
          if (x > 1) // why
            abc--;
          else abc = 2;
          return Coroutine.completed();
        }
        static void foo(Object... x) {}
        static void use(Object... x) {}
        """))
        .isEqualTo(
            """
            Run(self, x)
              | // first
              // second

              /* block
               * of it */
              «#p.T».foo(«x»,
                  "a"); // behind
              declare «#java.lang.String» s = `\"""
                  hi "there"
                you \\\"""
                  \"""`
              | «#p.T».use(\"""
              flush
                left\""", '\\'', "\\"//no");
              declare int abc = `1`
              | /* tail */ «abc:read_write»++; /* other */
              | {
                // inner
                «abc:read_write»++;
                // end
              }
              | if («x» > 1) // why
                «abc:read_write»--;
              else «abc:write» = 2;
              | «return»
            """
                .stripTrailing());
  }
}
