package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No comment of a body is lost in the generated source, wherever it stands, nor written twice. */
class CommentsTest {

  private static final Pattern COMMENT = Pattern.compile("c\\d\\d");

  @Test
  void betweenTheBlocksOfStatements() {
    keepsAll(
        """
        // c01
        if (x > 0) { // c02
          // c03
          await(foo(1));
          // c04
        } // c05
        // c06
        else if (x < 0) { // c07
          await(foo(2)); // c08
          // c09
        }
        /* c10 */ else /* c11 */ { // c12
          await(foo(3));
          // c13
        } // c14
        try { // c15
          // c16
          await(foo(4));
          // c17
        } // c18
        // c19
        catch (IllegalStateException e) { // c20
          await(foo(5));
          // c21
        }
        // c22
        catch (IllegalArgumentException e) { // c23
          // c24
        } // c25
        // c26
        finally { // c27
          await(foo(6)); // c28
          // c29
        } // c30
        // c31
        do { // c32
          await(foo(7));
          // c33
        } // c34
        // c35
        while (x > 9); // c36
        for (int i = 0; i < 2; i++) { // c37
          await(foo(8));
          // c38
        } // c39
        synchronized (await(foo(9))) { // c40
          x++; // c41
          // c42
        } // c43
        // c44
        """);
  }

  @Test
  void inOldSwitches() {
    keepsAll(
        """
        switch (await(foo(1))) { // c01
          // c02
          case 1: // c03
            // c04
            await(foo(2)); // c05
            break; // c06
          // c07
          default: // c08
            await(foo(3));
            // c09
        } // c10
        """);
  }

  @Test
  void inArrowSwitches() {
    keepsAll(
        """
        switch (await(foo(1))) { // c01
          // c02
          case 1 -> await(foo(2)); // c03
          // c04
          case 2 -> { // c05
            // c06
            await(foo(2)); // c07
            // c08
          } // c09
          case 3 -> throw new IllegalStateException(); // c10
          // c11
          default -> // c12
            await(foo(3)); // c13
          // c14
        } // c15
        int y = switch (x) { // c16
          // c17
          case 1 -> await(foo(2)); // c18
          // c19
          default -> { // c20
            await(foo(3)); // c21
            // c22
            yield 3; // c23
            // c24
          } // c25
          // c26
        }; // c27
        """);
  }

  @Test
  void inSwitchesOverNull() {
    if (Runtime.version().feature() >= 21) {
      keepsAll(
          """
          Object o = await(foo(1)); // c01
          switch (o) { // c02
            // c03
            case null -> await(foo(2)); // c04
            // c05
            case Integer i when i > await(foo(2)) -> { // c06
              // c07
              await(foo(2)); // c08
              // c09
            } // c10
            default -> // c11
              await(foo(3)); // c12
            // c13
          } // c14
          switch (o) { // c15
            case String s: // c16
              await(foo(3)); // c17
              break;
            // c18
            default: // c19
              await(foo(3)); // c20
              // c21
          } // c22
          """);
    }
  }

  private static void keepsAll(String body) {
    TestCompiler.Result result =
        TestCompiler.of(
                "package p; import static dev.fermata.asyncio.Asyncio.*; import dev.fermata.Async;"
                    + " import dev.fermata.asyncio.*;\n"
                    + "@Async interface Foo { default Coroutine<Integer> foo(int x) {\n"
                    + body
                    + "return Coroutine.of(x); } }")
            .pipeline()
            .compile();
    assertThat(result.errors()).isEmpty();
    assertThat(comments(result.generated("p.FooCoroutines"))).isEqualTo(comments(body));
  }

  private static List<String> comments(String text) {
    return COMMENT.matcher(text).results().map(found -> found.group()).sorted().toList();
  }
}
