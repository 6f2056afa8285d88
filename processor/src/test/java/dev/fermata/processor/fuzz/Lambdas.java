package dev.fermata.processor.fuzz;

import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes lambdas, references to functions, and anonymous classes. */
final class Lambdas {
  private final Grammar grammar;
  private final Random random;
  private final Scope scope;

  Lambdas(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  /** What stands in one that is no coroutine. */
  private Piece inside(Supplier<Piece> made) {
    return scope.within(Place.PLAIN, true, made);
  }

  private Piece inside(Type type, int depth) {
    return inside(() -> grammar.expressions.make(type, depth));
  }

  /** Something that is called at once. */
  Piece make(Type type, int depth) {
    String boxed = type.boxed();
    return new Menu<Piece>(random)
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "((Supplier<" + boxed + ">" + alsoSerializable() + ") () -> ",
                    inside(type, depth),
                    ").get()"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "((java.util.function.UnaryOperator<"
                        + boxed
                        + ">"
                        + alsoSerializable()
                        + ") "
                        + grammar.self()
                        + "::same).apply(",
                    grammar.expressions.make(type, depth),
                    ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    // No pattern there: where one is hoisted to, javac 17 loses it.
                    "new Object() {\n" + boxed + " held = ",
                    inside(type, 0),
                    ";\n" + boxed + " get() {\nreturn ",
                    inside(() -> random.nextBoolean() ? Piece.text("held") : given(type, depth)),
                    ";\n}\n}.get()"))
        .choose();
  }

  private String alsoSerializable() {
    return random.nextInt(3) == 0 ? " & java.io.Serializable" : "";
  }

  private Piece given(Type type, int depth) {
    return Piece.text("same(", grammar.expressions.exactly(type, depth), ")");
  }

  Piece number(int depth) {
    Type type = Type.INT;
    return new Menu<Piece>(random)
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "((java.util.function.IntSupplier) () -> ",
                    inside(type, depth),
                    ").getAsInt()"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    // Evaluated, and checked for null, where it stands.
                    "((java.util.function.IntUnaryOperator) ",
                    grammar.expressions.make(Type.BOX, depth),
                    "::plus).applyAsInt(",
                    grammar.expressions.make(type, depth),
                    ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "((java.util.function.ToIntFunction<String>) String::length).applyAsInt(",
                    grammar.expressions.make(Type.STRING, depth),
                    ")"))
        .add(
            1,
            () ->
                Piece.expression(
                    type,
                    "((java.util.function.IntFunction<Box>) Box::new).apply(",
                    grammar.expressions.make(type, depth),
                    ").f"))
        .choose();
  }

  /** A lambda that captures variables and runs at the end, or a coroutine awaited here. */
  Made statement(int depth) {
    return new Menu<Made>(random)
        .add(3, this::deferred)
        .add(2, scope.place().awaits(), () -> supplied(depth))
        .add(1, scope.place().awaits(), () -> applied(depth))
        .add(1, scope.place().awaits(), () -> anonymous(depth))
        .choose();
  }

  private Made deferred() {
    Piece body = inside(() -> Piece.text("t.log(", grammar.expressions.any(2), ");\n"));
    return Made.simple("t.defer(() -> {\n", body, "});\n");
  }

  private Made supplied(int depth) {
    String name = scope.reserve();
    Piece body =
        random.nextInt(3) == 0
            ? Piece.text("t.coro(", inside(Type.OBJECT, 1), ")")
            : Piece.text("{\n", grammar.bodies.coroutine(true, depth, 2), "}");
    return made("Supplier<Coroutine<Object>> " + name + " = () -> ", body, name + ".get()");
  }

  private Made applied(int depth) {
    String name = scope.reserve();
    int mark = scope.mark();
    String parameter = scope.reserve();
    Piece body =
        scope.within(
            Place.PLAIN,
            true,
            () -> {
              String copy = scope.declare(Type.STRING, false).name();
              return Piece.text(
                  "String " + copy + " = " + parameter + ";\n",
                  grammar.bodies.coroutine(false, depth, 2));
            });
    scope.release(mark);
    Piece argument = grammar.expressions.make(Type.STRING, 1);
    return made(
        "java.util.function.Function<String, Coroutine<Object>> "
            + name
            + " = "
            + parameter
            + " -> ",
        Piece.text("{\n", body, "}"),
        Piece.text(name + ".apply(", argument, ")"));
  }

  private Made anonymous(int depth) {
    String name = scope.reserve();
    int mark = scope.mark();
    String field = scope.reserve();
    Piece initial = inside(Type.INT, 0);
    scope.publishField(field, Type.INT);
    Piece body = grammar.bodies.coroutine(true, depth, 2);
    scope.release(mark);
    return made(
        "Supplier<Coroutine<Object>> " + name + " = ",
        Piece.text(
            "new Supplier<>() {\nprivate int " + field + " = ",
            initial,
            ";\npublic Coroutine<Object> get() {\n",
            body,
            "}\n}"),
        name + ".get()");
  }

  private static Made made(String declaration, Piece value, Object call) {
    return new Made(
        Piece.statement(declaration, value, ";\nt.log(await(", call, "));\n"), true, Set.of());
  }
}
