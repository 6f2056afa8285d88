package dev.fermata.processor.big;

import static dev.fermata.processor.big.Shape.body;
import static dev.fermata.processor.big.Shape.each;
import static dev.fermata.processor.big.Shape.nested;

import java.util.function.IntFunction;

/** The ways in which bodies are big. */
final class Shapes {

  // Statements

  static final Shape AWAITS =
      body(
          "Awaits",
          n ->
              """
              int x = 1;
              %sreturn Coroutine.of(x);
              """
                  .formatted(each(n, i -> "x = x * 31 + await(t.later(%d));\n".formatted(i))));

  static final Shape AWAITS_IN_LOOP =
      body(
          "AwaitsInLoop",
          n ->
              """
              int x = 1;
              for (int round = 0; round < 3; round++) {
                try {
              %s    if (round == 1) continue;
                  t.log(x);
                } catch (IllegalStateException e) {
                  t.log("caught", e);
                  if (await(t.later(x)) == 7) break;
                } finally {
                  x += await(t.later(round));
                }
              }
              return Coroutine.of(x);
              """
                  .formatted(
                      each(
                          n,
                          i ->
                              i % 50 == 7
                                  ? "if (x == %d) break;\n".formatted(i)
                                  : "x = x * 31 + await(t.later(%d));\n".formatted(i))));

  static final Shape STATEMENTS =
      body(
          "Statements",
          n ->
              """
              int x = await(t.later(1));
              %st.log(x);
              x += await(t.later(2));
              return Coroutine.of(x);
              """
                  .formatted(each(n, i -> "x = x * 31 + %d;\n".formatted(i))));

  static final Shape STATEMENTS_AND_AWAITS =
      body(
          "StatementsAndAwaits",
          n ->
              """
              int x = await(t.later(1));
              String s = "";
              %sreturn Coroutine.of(x + s);
              """
                  .formatted(
                      each(
                              n,
                              i ->
                                  switch (i % 100) {
                                    case 10 -> "int v%d = x + %d;\n".formatted(i, i);
                                    case 30 -> "x += v%d;\n".formatted(i - 20);
                                    case 50 -> "if (x %% 3 == 0) { x++; } else { s += x; }\n";
                                    case 60 ->
                                        "for (int i = 0; i < 3; i++) { if (i == 2) break; x += i; }\n";
                                    case 70 ->
                                        "Runnable r%d = () -> t.log(v%d);\n".formatted(i, i - 60);
                                    case 90 -> "r%d.run();\n".formatted(i - 20);
                                    case 99 -> "x += await(t.later(x));\n";
                                    default -> "x = x * 31 + %d;\n".formatted(i);
                                  })
                          .replace("%%", "%")));

  static final Shape STATEMENTS_UNDER_HANDLERS =
      body(
          "StatementsUnderHandlers",
          n ->
              """
              int x = 1;
              String s = "a";
              outer:
              for (int round = 0; ; round++) {
                try {
                  x += await(t.later(round));
                  int y = x;
              %s    if (round == 1) throw new IllegalStateException("x" + y);
                  if (round == 2) break outer;
                  s += y;
                } catch (IllegalStateException e) {
                  t.log(e + s);
                  s += await(t.later("c"));
                } finally {
                  t.log("finally", x);
                  if (round == 3) return Coroutine.of(s + x);
                }
              }
              return Coroutine.of(s + x);
              """
                  .formatted(
                      each(
                          n,
                          i ->
                              i % 100 == 5
                                  ? "if (x == %d) continue outer; else if (y == %d) return Coroutine.of(x);\n"
                                      .formatted(i, -i)
                                  : "y = y * 31 + x + %d;\n".formatted(i))));

  static final Shape LOCALS =
      body(
          "Locals",
          n ->
              """
              %sawait(t.pause());
              %slong sum = await(t.later(0L));
              String text = "";
              %sreturn Coroutine.of(sum + text);
              """
                  .formatted(
                      each(n, i -> "int v%d = t.v(%d);\n".formatted(i, i)),
                      each(n, i -> "String s%d = \"s\" + v%d;\n".formatted(i, i)),
                      each(n, i -> "sum += v%d;\ntext += s%d;\n".formatted(i, i))));

  static final Shape IF_CHAIN =
      body(
          "IfChain",
          n ->
              """
              String s = "";
              for (int k = 0; k < 3; k++) {
                int x = k == 0 ? 0 : k == 1 ? %d : await(t.later(-1));
                %s {
                  s += "none";
                }
              }
              return Coroutine.of(s);
              """
                  .formatted(
                      n - 1,
                      each(n, i -> "if (x == %d) {\n  s += \"%d\";\n} else ".formatted(i, i))));

  static final Shape AWAITING_IF_CHAIN =
      body(
          "AwaitingIfChain",
          n ->
              """
              String s = "";
              for (int k = 0; k < 3; k++) {
                int x = k == 0 ? 0 : k == 1 ? %d : -1;
                %s {
                  s += "none";
                }
              }
              return Coroutine.of(s);
              """
                  .formatted(
                      n - 1,
                      each(
                          n,
                          i ->
                              i % 5 == 0
                                  ? "if (x == await(t.later(%d))) {\n  s += \"%d\";\n} else "
                                      .formatted(i, i)
                                  : "if (x == %d) {\n  s += await(t.later(\"%d\"));\n} else "
                                      .formatted(i, i))));

  static final Shape SWITCH =
      body(
          "Switch",
          n ->
              """
              String s = "";
              for (int k : new int[] {0, %d, -1, 3}) {
                switch (await(t.later(k))) {
              %s      default:
                    s += await(t.later("none"));
                }
              }
              return Coroutine.of(s);
              """
                  .formatted(
                      n - 1,
                      each(
                          n,
                          i ->
                              "case %d:\n  s += await(t.later(\"%d\"));\n%s"
                                  .formatted(i, i, i % 3 == 0 && i < n - 1 ? "" : "  break;\n"))));

  static final Shape STRING_SWITCH =
      body(
          "StringSwitch",
          n ->
              """
              String s = "";
              for (String k : new String[] {"k0", "k%d", "?"}) {
                s += switch (await(t.later(k))) {
              %s      default -> await(t.later("none"));
                };
              }
              return Coroutine.of(s);
              """
                  .formatted(
                      n - 1,
                      each(
                          n,
                          i ->
                              i % 2 == 0
                                  ? "case \"k%d\" -> await(t.later(\"%d\"));\n".formatted(i, i)
                                  : "case \"k%d\" -> \"%d\";\n".formatted(i, i))));

  static final Shape NESTED_TRIES =
      body(
          "NestedTries",
          n ->
              """
              int x = 0;
              %s
              return Coroutine.of(x);
              """
                  .formatted(
                      nested(
                          n,
                          i -> "try {\nx += await(t.later(%d));\n".formatted(i),
                          "t.boom(\"core\");\n",
                          i ->
                              i % 2 == 0
                                  ? """
                                    } catch (IllegalStateException e%d) {
                                      x += await(t.later(%d));
                                      throw new IllegalArgumentException("a" + x);
                                    } catch (IllegalArgumentException e%d) {
                                      t.log("caught", e%d);
                                      throw new IllegalStateException("s" + x);
                                    }
                                    """
                                      .formatted(i, i, i, i)
                                  : "} finally {\nx += await(t.later(%d));\n}\n".formatted(i))));

  static final Shape NESTED_IFS =
      body(
          "NestedIfs",
          n ->
              """
              int x = 0;
              %s
              return Coroutine.of(x);
              """
                  .formatted(
                      nested(
                          n,
                          i -> "if (x == %d) {\nx++;\n".formatted(i),
                          "x += await(t.later(5));\n",
                          i -> "}\n")));

  static final Shape FUNCTIONS =
      new Shape(
          "Functions",
          n ->
              each(
                      n,
                      i ->
                          """
                            default Coroutine<Integer> f%d(Trace t, int x) {
                              int y = x + await(t.later(%d));
                              return %s;
                            }
                          """
                              .formatted(
                                  i,
                                  i,
                                  i + 1 < n ? "f%d(t, y)".formatted(i + 1) : "Coroutine.of(y)"))
                  + "  default Coroutine<Object> run(Trace t) {\n"
                  + "    return Coroutine.of(await(f0(t, 1)));\n"
                  + "  }\n");

  // Expressions

  private static Shape expression(String name, String type, IntFunction<String> text) {
    return body(
        name,
        n ->
            """
            int z = 3;
            %s x = %s;
            t.log(x);
            return Coroutine.of(x + await(t.later("end")));
            """
                .formatted(type, text.apply(n)));
  }

  static final Shape ARITHMETIC =
      expression(
          "Arithmetic",
          "int",
          n -> nested(n, i -> "(%d + ".formatted(i), "await(t.later(1))", i -> " * z)"));

  static final Shape ARITHMETIC_AWAITING =
      expression(
          "ArithmeticAwaiting",
          "int",
          n -> nested(n, i -> "(await(t.later(%d)) + z * ".formatted(i), "z", i -> ")"));

  static final Shape SUM =
      expression(
          "Sum", "int", n -> "z" + each(n, i -> " + z * %d".formatted(i)) + " - await(t.later(1))");

  static final Shape SUM_AWAITING =
      expression(
          "SumAwaiting",
          "int",
          n ->
              "z"
                  + each(
                      n,
                      i ->
                          i % 2 == 0
                              ? " + z * %d".formatted(i)
                              : " - await(t.later(%d))".formatted(i)));

  static final Shape CALLS =
      expression(
          "Calls", "int", n -> nested(n, i -> "Integer.reverse(", "await(t.later(1))", i -> ")"));

  static final Shape CALLS_AWAITING =
      expression(
          "CallsAwaiting",
          "int",
          n ->
              nested(
                  n,
                  i -> "Integer.sum(await(t.later(%d)), Integer.reverse(".formatted(i),
                  "z",
                  i -> "))"));

  static final Shape AWAITS_OF_AWAITS =
      expression(
          "AwaitsOfAwaits", "int", n -> nested(n, i -> "await(t.later(", "z", i -> " + 1))"));

  static final Shape CHAIN =
      expression(
          "Chain",
          "String",
          n ->
              "new StringBuilder()"
                  + each(
                      n,
                      i -> ".append(%s)".formatted(i % 3 == 0 ? "await(t.later(" + i + "))" : "z"))
                  + ".toString()");

  static final Shape TEXT =
      expression(
          "Text",
          "String",
          n -> "\"a\"" + each(n, i -> " + z + \"%d\"".formatted(i)) + " + await(t.later(1))");

  static final Shape TEXT_AWAITING =
      expression(
          "TextAwaiting",
          "String",
          n -> "\"a\"" + each(n, i -> i % 3 == 0 ? " + await(t.later(%d))".formatted(i) : " + z"));

  static final Shape CONDITIONALS =
      expression(
          "Conditionals",
          "int",
          n ->
              nested(
                  n,
                  i -> "(z != %d + 3 ? ".formatted(i + 1),
                  "await(t.later(1))",
                  i -> " : %d)".formatted(i)));

  static final Shape CONDITIONALS_AWAITING =
      expression(
          "ConditionalsAwaiting",
          "int",
          n ->
              nested(
                  n,
                  i -> "(await(t.later(%d)) == %d ? ".formatted(i, i),
                  "z",
                  i -> " : await(t.later(%d)))".formatted(i)));

  static final Shape CONDITIONS_AWAITING =
      expression(
          "ConditionsAwaiting",
          "boolean",
          n ->
              nested(
                  n,
                  i -> "(await(t.later(true)) %s ".formatted(i % 2 == 0 ? "&&" : "&"),
                  "z == 3",
                  i -> ")"));

  private Shapes() {}
}
