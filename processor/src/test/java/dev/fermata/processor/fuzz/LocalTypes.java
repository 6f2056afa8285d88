package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Scope.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes local classes, records, enums and interfaces, and the expressions that use them. */
final class LocalTypes {
  private static final String RECORDS_COROUTINE =
      """
      Coroutine<String> co(Trace t, int x) {
      int y = await(t.later(x + a));
      for (int i = 0; i < 2; i++) {
      y += await(t.later(sum(i)));
      }
      return Coroutine.of(y + "" + Trace.show(await(t.later(b))));
      }
      """;

  private final Grammar grammar;
  private final Random random;
  private final Scope scope;

  LocalTypes(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  Made declaration() {
    return new Menu<Made>(random)
        .add(3, this::capturing)
        .add(2, this::record)
        .add(1, this::enumeration)
        .add(1, this::functional)
        .choose();
  }

  private Piece operand(Type type, int depth) {
    return grammar.expressions.make(type, depth);
  }

  private Made declared(String name, List<Use> uses, Object... parts) {
    scope.publishType(name, uses);
    return new Made(Piece.statement(parts), true, Set.of());
  }

  /** A class that captures variables, with a method that is a coroutine. */
  private Made capturing() {
    String name = scope.reserveType();
    int mark = scope.mark();
    String field = scope.reserve();
    Piece initial = scope.within(Place.PLAIN, true, () -> operand(Type.INT, 0));
    scope.publishField(field, Type.INT);
    Piece method =
        scope.within(
            Place.PLAIN,
            true,
            () -> {
              String parameter = scope.declare(Type.INT, false).name();
              Piece returned = operand(Type.INT, 2);
              return Piece.text("int m(int " + parameter + ") {\nreturn ", returned, ";\n}\n");
            });
    boolean awaits = scope.place().awaits();
    Piece coroutine =
        !awaits
            ? Piece.text("")
            : scope.within(
                Place.PLAIN,
                true,
                () -> {
                  String parameter = scope.declare(Type.STRING, false).name();
                  return Piece.statement(
                      "Coroutine<Object> co(String " + parameter + ") {\n",
                      grammar.bodies.coroutine(false, 1, 2),
                      "}\n");
                });
    scope.release(mark);
    List<Use> uses = new ArrayList<>();
    uses.add(
        use(
            Type.INT,
            depth ->
                Piece.expression(
                    Type.INT, "new " + name + "().m(", operand(Type.INT, depth), ")")));
    if (awaits) {
      uses.add(
          new Use(
              Type.OBJECT,
              true,
              depth ->
                  Piece.expression(
                      Type.OBJECT,
                      "await(new " + name + "().co(",
                      operand(Type.STRING, depth),
                      "))")));
    }
    return declared(
        name,
        uses,
        "class " + name + " {\nint " + field + " = ",
        initial,
        ";\n",
        method,
        coroutine,
        "}\n");
  }

  private static Use use(Type type, java.util.function.IntFunction<Piece> make) {
    return new Use(type, false, make);
  }

  private Made record() {
    String name = scope.reserveType();
    boolean awaits = scope.place().awaits();
    Type type = new Type[] {Type.STRING, Type.LONG, Type.OBJECT, Type.INTS}[random.nextInt(4)];
    List<Use> uses = new ArrayList<>();
    uses.add(
        use(
            Type.OBJECT,
            depth ->
                Piece.expression(
                    Type.OBJECT, "((Object) ", made(name, type, depth), ".toString())")));
    uses.add(use(type, depth -> Piece.expression(type, made(name, type, depth), ".b()")));
    uses.add(
        use(
            Type.INT,
            depth ->
                Piece.expression(
                    Type.INT, made(name, type, depth), ".sum(", operand(Type.INT, depth), ")")));
    if (awaits) {
      uses.add(
          new Use(
              Type.STRING,
              true,
              depth ->
                  Piece.expression(
                      Type.STRING,
                      "await(",
                      made(name, type, depth),
                      ".co(t, ",
                      operand(Type.INT, depth),
                      "))")));
    }
    return declared(
        name,
        uses,
        """
        record %s(int a, %s b) {
        %s {
        if (a > 9) {
        throw new IllegalArgumentException("a");
        }
        }
        int sum(int x) {
        return a * 10 + x;
        }
        """
            .formatted(name, type.text(), name),
        awaits ? RECORDS_COROUTINE : "",
        "}\n");
  }

  private Piece made(String name, Type type, int depth) {
    return Piece.text(
        "new " + name + "(", operand(Type.INT, depth), ", ", operand(type, depth), ")");
  }

  private Made enumeration() {
    String name = scope.reserveType();
    Use chosen =
        use(
            Type.INT,
            depth ->
                Piece.expression(
                    Type.INT,
                    name + ".at(",
                    operand(Type.INT, depth),
                    ").of(",
                    operand(Type.INT, depth),
                    ")"));
    Use named =
        use(
            Type.STRING,
            depth ->
                Piece.expression(Type.STRING, name + ".at(", operand(Type.INT, depth), ").name()"));
    Use switched =
        use(
            Type.STRING,
            depth ->
                Piece.expression(
                    Type.STRING,
                    "(switch (" + name + ".at(",
                    operand(Type.INT, depth),
                    ")) {\ncase A -> ",
                    operand(Type.STRING, depth),
                    ";\ncase B -> ",
                    operand(Type.STRING, depth),
                    ";\n})"));
    return declared(
        name,
        List.of(chosen, named, switched),
        """
        enum %s {
        A,
        B {
        @Override
        int of(int x) {
        return -x;
        }
        };
        int of(int x) {
        return x + ordinal();
        }
        static %s at(int i) {
        return values()[i & 1];
        }
        }
        """
            .formatted(name, name));
  }

  /** An interface for lambdas, of functions and of coroutines. */
  private Made functional() {
    String name = scope.reserveType();
    Use called =
        use(
            Type.INT,
            depth -> {
              int mark = scope.mark();
              String parameter = scope.reserve();
              Piece body = scope.within(Place.PLAIN, true, () -> operand(Type.INT, depth));
              scope.release(mark);
              return Piece.expression(
                  Type.INT,
                  "((" + name + ") " + parameter + " -> ",
                  body,
                  ").twice(",
                  operand(Type.INT, depth),
                  ")");
            });
    Use added =
        use(
            Type.INT,
            depth ->
                Piece.expression(
                    Type.INT,
                    name + ".plus(",
                    operand(Type.INT, depth),
                    ").twice(",
                    operand(Type.INT, depth),
                    ")"));
    return declared(
        name,
        List.of(called, added),
        """
        interface %s {
        int of(int x);
        default int twice(int x) {
        return of(of(x));
        }
        static %s plus(int n) {
        return x -> x + n;
        }
        }
        """
            .formatted(name, name));
  }
}
