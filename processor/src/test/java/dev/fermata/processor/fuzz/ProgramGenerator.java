package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes one program from a seed: an @Async type with an entry and a few functions, some of which it
 * may inherit.
 */
final class ProgramGenerator {
  private static final int ENTRY_BUDGET = 70;
  private static final int FUNCTION_BUDGET = 20;
  private static final Type[] FIELDS = {
    Type.INT,
    Type.STRING,
    Type.INTEGER,
    Type.LONG,
    Type.SHORT,
    Type.CHAR,
    Type.FLOAT,
    Type.INTS,
    Type.BOX
  };

  private static final String TWINS =
      "t.twins(() -> drained(%s%s)), () -> %s%s, new java.util.ArrayList<>()));\n";
  private static final String ASYNC_TWINS =
      """
      t.one();
      try {
      t.log("value", await(%s%s).toList()));
      } catch (RuntimeException e) {
      t.log(e);
      }
      t.other();
      try {
      t.log("value", await(%s%s, new java.util.ArrayList<>())));
      } catch (RuntimeException e) {
      t.log(e);
      }
      t.compare();
      """;

  private final Random random;
  private final boolean isClass;
  private final boolean inherits;
  private final Grammar grammar;

  private ProgramGenerator(long seed, int java) {
    // Seeds that follow each other give numbers that resemble each other.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    this.isClass = random.nextInt(3) == 0;
    this.inherits = random.nextInt(3) == 0;
    this.grammar = new Grammar(random, java, inherits);
  }

  /** In the language of the running JDK. */
  static Program generate(long seed) {
    return generate(seed, Runtime.version().feature());
  }

  static Program generate(long seed, int java) {
    return new Program(seed, new ProgramGenerator(seed, java).file());
  }

  private Piece file() {
    List<Object> parts = new ArrayList<>();
    parts.add(
        """
        package %s;

        import static dev.fermata.asyncio.Asyncio.await;

        import dev.fermata.Async;
        import dev.fermata.asyncio.AsyncGenerator;
        import dev.fermata.asyncio.AsyncIterable;
        import dev.fermata.asyncio.Coroutine;
        import dev.fermata.asyncio.Generator;
        import dev.fermata.asyncio.SendGenerator;
        import java.util.List;
        import java.util.function.Supplier;
        import oracle.Box;
        import oracle.Color;
        import oracle.Dot;
        import oracle.Pair;
        import oracle.Shape;
        import oracle.Tools;
        import oracle.Trace;

        """
            .formatted(Program.PACKAGE));
    if (inherits) {
      parts.add(
          Piece.text(
              "@Async\n@SuppressWarnings(\"all\")\ninterface "
                  + Program.BASE
                  + " extends Tools {\n",
              functions(true, "default "),
              "}\n\n"));
    }
    String modifier = isClass ? "" : "default ";
    int mark = grammar.scope.mark();
    parts.add("@Async\n@SuppressWarnings(\"all\")\n" + header() + " {\n");
    if (isClass) {
      parts.add(fields());
    }
    parts.add(entry(modifier));
    parts.add(functions(false, modifier));
    parts.add("}\n");
    grammar.scope.release(mark);
    return Piece.text(parts);
  }

  private String header() {
    String name = (isClass ? "class " : "interface ") + Program.NAME;
    return name + (isClass ? " implements " : " extends ") + (inherits ? Program.BASE : "Tools");
  }

  private Piece fields() {
    List<Object> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Type type = FIELDS[random.nextInt(FIELDS.length)];
      String name = grammar.scope.reserve();
      grammar.scope.publishField(name, type);
      String visible = random.nextBoolean() ? "private " : "";
      parts.add(
          Piece.statement(visible + type.text() + " " + name + " = " + type.simplest() + ";\n"));
    }
    return Piece.text(parts);
  }

  private Piece entry(String modifier) {
    grammar.functions.inside(-1);
    grammar.expressions.allow(ENTRY_BUDGET);
    return Piece.text(
        modifier + "Coroutine<Object> run(Trace t) {\n",
        isClass ? "" : twins(),
        grammar.bodies.coroutine(false, 3, 3 + random.nextInt(4)),
        "}\n\n");
  }

  /** A generator does what its body would do with a list to add to. */
  private Piece twins() {
    List<Object> parts = new ArrayList<>();
    for (Function function : grammar.functions.all()) {
      if (function.hasTwin()) {
        String arguments = "(t, " + random.nextInt(9) + ", \"x\"";
        String template = function.awaits() ? ASYNC_TWINS : TWINS;
        parts.add(
            Piece.statement(
                template.formatted(function.name(), arguments, function.twinName(), arguments)));
      }
    }
    return Piece.text(parts);
  }

  private Piece functions(boolean inherited, String modifier) {
    List<Object> parts = new ArrayList<>();
    for (Function function : grammar.functions.all()) {
      if (function.inherited() == inherited) {
        grammar.expressions.allow(FUNCTION_BUDGET);
        parts.add(grammar.functions.declaration(function, modifier));
      }
    }
    return Piece.text(parts);
  }
}
