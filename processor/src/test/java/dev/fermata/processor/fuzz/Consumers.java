package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Function.Kind;
import dev.fermata.processor.fuzz.Scope.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes yields, and statements that take the values of generators. */
final class Consumers {
  private static final Set<Kind> PLAIN = Set.of(Kind.GENERATOR, Kind.SENDER);
  private static final Set<Kind> ASYNC = Set.of(Kind.ASYNC_GENERATOR);

  private final Grammar grammar;
  private final Random random;
  private final Scope scope;

  Consumers(Grammar grammar) {
    this.grammar = grammar;
    this.random = grammar.random;
    this.scope = grammar.scope;
  }

  /** A yield of the generator in whose body it stands; its value is an Object. */
  Piece yielding(int depth) {
    Function gives = Objects.requireNonNull(scope.place().gives());
    String type = gives.kind() == Kind.ASYNC_GENERATOR ? "AsyncGenerator" : "Generator";
    return Piece.text(
        new Piece.Fork(
            type + ".<" + gives.result().boxed() + ", Object>yield(", "this.<Object>add(out, "),
        grammar.expressions.exactly(gives.result(), depth),
        ")");
  }

  private @Nullable Function source(Set<Kind> kinds) {
    return grammar.functions.any(kinds);
  }

  private Piece call(Function function) {
    return grammar.functions.call(function, 1);
  }

  /** Whether there are generators here. */
  boolean any() {
    return source(PLAIN) != null || (scope.place().awaits() && source(ASYNC) != null);
  }

  /** Whether the generator in whose body this stands can yield what others do. */
  boolean delegates() {
    Function gives = scope.place().gives();
    return gives != null && gives.kind() != Kind.ASYNC_GENERATOR && delegate(gives) != null;
  }

  private @Nullable Function delegate(Function gives) {
    return grammar.functions.any(PLAIN, gives.result());
  }

  Made delegation() {
    Function gives = Objects.requireNonNull(scope.place().gives());
    Function source = Objects.requireNonNull(delegate(gives));
    return source.kind() == Kind.GENERATOR
        ? Made.simple(new Piece.Fork("Generator.yieldFrom(", "addAll(out, "), call(source), ");\n")
        : Made.simple(
            "t.log(",
            new Piece.Fork("Generator.<String>yieldFrom(", "this.<String>addSent(out, "),
            call(source),
            "));\n");
  }

  Made statement(int depth) {
    boolean awaits = scope.place().awaits();
    Function plain = source(PLAIN);
    Function async = awaits ? source(ASYNC) : null;
    Function sender = source(Set.of(Kind.SENDER));
    int mark = scope.mark();
    Made made =
        new Menu<Made>(random)
            .add(3, plain, source -> loop(source, depth))
            .add(2, plain, source -> closing(source, depth))
            .add(4, sender, source -> steps(source))
            .add(2, plain, source -> steps(source))
            .add(5, async, source -> loop(source, depth))
            .add(4, async, source -> steps(source))
            .choose();
    scope.release(mark);
    return made;
  }

  /** A loop over all that the generator yields. */
  private Made loop(Function function, int depth) {
    // What is left before its end must not be closed by a collection of garbage.
    Piece values =
        function.kind() == Kind.ASYNC_GENERATOR
            ? Piece.text("await(t.keep(", call(function), "))")
            : call(function);
    return over(function, values, depth);
  }

  private Made over(Function function, Object values, int depth) {
    String variable = scope.declare(function.result(), random.nextBoolean()).name();
    String label = random.nextBoolean() ? scope.freeLabel() : null;
    Target target = new Target(label, true, true);
    scope.enter(target);
    Made body = grammar.statements.block(depth);
    scope.leave(target);
    return new Made(
        Piece.statement(
            (label == null ? "" : label + ":\n")
                + "for ("
                + function.result().text()
                + " "
                + variable
                + " : ",
            values,
            ") ",
            body.piece()),
        true,
        body.exits());
  }

  /** A loop in a try, which closes the generator in any case. */
  private Made closing(Function function, int depth) {
    String name = scope.reserve();
    Piece call = call(function);
    Made loop = over(function, name, depth);
    return new Made(
        Piece.statement(
            "try (" + function.returned() + " " + name + " = ", call, ") {\n", loop.piece(), "}\n"),
        true,
        loop.exits());
  }

  /** One value after the other, by hand. */
  private Made steps(Function function) {
    String name = scope.reserve();
    List<Object> parts = new ArrayList<>();
    boolean async = function.kind() == Kind.ASYNC_GENERATOR;
    parts.add("{\n" + function.returned() + " " + name + " = " + (async ? "t.keep(" : ""));
    parts.add(call(function));
    parts.add((async ? ")" : "") + ";\ntry {\n");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      parts.add(async ? asyncStep(name) : step(name, function.kind() == Kind.SENDER));
    }
    parts.add(async || random.nextBoolean() ? "" : "t.log(" + name + ".hasNext());\n");
    String caught = scope.reserve();
    parts.add("} catch (RuntimeException " + caught + ") {\nt.log(" + caught + ");\n}\n}\n");
    return new Made(Piece.statement(parts.toArray()), true, Set.of());
  }

  private Piece step(String name, boolean sends) {
    return new Menu<Piece>(random)
        .add(4, () -> logged(name + ".next()"))
        .add(
            6,
            sends,
            () -> {
              Piece sent = grammar.expressions.any(1);
              return Piece.statement(
                  "t.log(" + name + ".next());\nt.log(" + name + ".send(", sent, "));\n");
            })
        .add(1, () -> logged(name + ".throwInto(new IllegalStateException(\"in\"))"))
        .add(1, () -> Piece.statement(name + ".close();\n"))
        .choose();
  }

  private Piece asyncStep(String name) {
    return new Menu<Piece>(random)
        .add(4, () -> logged("await(" + name + ".anext())"))
        .add(
            3,
            () -> {
              Piece sent = grammar.expressions.any(1);
              return Piece.statement(
                  "t.log(await(" + name + ".anext()));\nt.log(await(" + name + ".asend(",
                  sent,
                  ")));\n");
            })
        .add(1, () -> logged("await(" + name + ".athrow(new IllegalStateException(\"in\")))"))
        .add(1, () -> Piece.statement("await(" + name + ".aclose());\n"))
        .choose();
  }

  private static Piece logged(String value) {
    return Piece.statement("t.log(" + value + ");\n");
  }
}
