package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes one program from a seed: an @Async interface with an entry and a few helpers. */
final class ProgramGenerator {
  static final String PACKAGE = "fuzz";

  private final String name;
  private final Random random;
  private final Scope scope;
  private final Helpers helpers;
  private final Expressions expressions;
  private final Statements statements;

  private ProgramGenerator(long seed) {
    this.name = "P" + Long.toString(seed).replace('-', 'm');
    // Seeds that follow each other give numbers that resemble each other.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    this.scope = new Scope(random);
    this.helpers = new Helpers(random, random.nextInt(3));
    this.expressions = new Expressions(random, scope, helpers);
    this.statements = new Statements(random, scope, expressions);
  }

  static Program generate(long seed) {
    ProgramGenerator generator = new ProgramGenerator(seed);
    return new Program(seed, generator.name, generator.type());
  }

  private Piece type() {
    List<Object> parts = new ArrayList<>();
    parts.add(
        """
        package %s;

        import static dev.fermata.asyncio.Asyncio.await;

        import dev.fermata.Async;
        import dev.fermata.asyncio.Coroutine;
        import oracle.Box;
        import oracle.Trace;

        @Async
        @SuppressWarnings("all")
        interface %s {
        default int three(int a, int b, int c) {
        return a * 100 + b * 10 + c;
        }

        default <X> X same(X x) {
        return x;
        }

        """
            .formatted(PACKAGE, name));
    parts.add(entry());
    for (int i = 0; i < helpers.all().size(); i++) {
      parts.add(helper(i));
    }
    parts.add("}\n");
    return Piece.text(parts);
  }

  private Piece entry() {
    helpers.inside(-1);
    int mark = scope.mark();
    List<Object> parts = new ArrayList<>();
    parts.add(
        """
        default Coroutine<Object> run(Trace t) {
        java.util.List<Runnable> later = new java.util.ArrayList<>();
        try {
        return inner(t, later);
        } finally {
        for (Runnable runnable : later) {
        runnable.run();
        }
        }
        }

        default Coroutine<Object> inner(Trace t, java.util.List<Runnable> later) {
        """);
    parts.add(statements.coroutineBody(4, 5 + random.nextInt(5)));
    parts.add("}\n");
    scope.release(mark);
    return Piece.text(parts);
  }

  private Piece helper(int index) {
    helpers.inside(index);
    int mark = scope.mark();
    Helpers.Helper helper = helpers.all().get(index);
    String number = scope.declare(Type.INT, false).name();
    String text = scope.declare(Type.STRING, random.nextBoolean()).name();
    Piece body =
        scope.within(
            true,
            false,
            null,
            false,
            () -> {
              Made made = statements.sequence(2, 2);
              Piece last = expressions.make(helper.result(), 2);
              return made.completes()
                  ? Piece.text(made.piece(), "return Coroutine.of(", last, ");\n")
                  : made.piece();
            });
    scope.release(mark);
    String result =
        switch (helper.result()) {
          case INT -> "Integer";
          case LONG -> "Long";
          case BOOLEAN -> "Boolean";
          default -> helper.result().text();
        };
    return Piece.statement(
        "\ndefault Coroutine<%s> %s(Trace t, int %s, String %s) {\n"
            .formatted(result, helper.name(), number, text),
        "java.util.List<Runnable> later = new java.util.ArrayList<>();\n",
        body,
        "}\n");
  }
}
