package dev.fermata.processor.fuzz;

import dev.fermata.processor.fuzz.Function.Form;
import dev.fermata.processor.fuzz.Function.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The functions that a body may call: those after it, so that no recursion is endless. */
final class Functions {
  private static final Type[] RESULTS = {
    Type.INT, Type.STRING, Type.BOOLEAN, Type.LONG, Type.BOX, Type.INTEGER, Type.OBJECT
  };
  private static final Type[] VALUES = {Type.INT, Type.STRING, Type.OBJECT, Type.INTEGER};

  private static final Form[] FORMS = Form.values();

  private final Grammar grammar;
  private final Random random;
  private final List<Function> all = new ArrayList<>();
  private int current = -1;

  Functions(Grammar grammar, boolean inherits) {
    this.grammar = grammar;
    this.random = grammar.random;
    int count = random.nextInt(4);
    int own = inherits ? random.nextInt(count + 1) : count;
    for (int i = 0; i < count; i++) {
      all.add(function(i, i >= own));
    }
  }

  private Function function(int index, boolean inherited) {
    Kind kind =
        new Menu<Kind>(random)
            .add(4, () -> Kind.COROUTINE)
            .add(2, () -> Kind.GENERATOR)
            .add(1, () -> Kind.SENDER)
            .add(2, () -> Kind.ASYNC_GENERATOR)
            .choose();
    Type[] results = kind == Kind.COROUTINE ? RESULTS : VALUES;
    Form form = FORMS[random.nextInt(kind == Kind.COROUTINE ? FORMS.length : FORMS.length - 1)];
    return new Function(
        index,
        kind,
        form,
        results[random.nextInt(results.length)],
        inherited,
        !inherited && random.nextInt(3) == 0);
  }

  List<Function> all() {
    return all;
  }

  /** Says whose body is made: that of the function of this index, -1 for the entry. */
  void inside(int index) {
    current = index;
  }

  /** The type in which the function stands whose body is made. */
  String type() {
    return current >= 0 && all.get(current).inherited() ? Program.BASE : Program.NAME;
  }

  /** One that can be called here, or null. */
  @Nullable Function any(Set<Kind> kinds) {
    return any(f -> kinds.contains(f.kind()));
  }

  /** One that can be called here and has such a result or values, or null. */
  @Nullable Function any(Set<Kind> kinds, Type result) {
    return any(f -> kinds.contains(f.kind()) && f.gives(result));
  }

  private @Nullable Function any(Predicate<Function> wanted) {
    boolean inherited = current >= 0 && all.get(current).inherited();
    List<Function> found =
        all.subList(current + 1, all.size()).stream()
            .filter(f -> f.inherited() || !inherited)
            .filter(wanted)
            .toList();
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  Piece call(Function function, int depth) {
    return call(function, function.result(), depth);
  }

  /** A call that has such a result or values. */
  Piece call(Function function, Type result, int depth) {
    Expressions expressions = grammar.expressions;
    List<Object> parts = new ArrayList<>();
    parts.add(function.name() + "(t, ");
    parts.add(expressions.make(Type.INT, depth));
    if (function.form() == Form.VARARGS) {
      for (int i = random.nextInt(3); i > 0; i--) {
        parts.add(", ");
        parts.add(expressions.make(Type.STRING, depth));
      }
    } else {
      parts.add(", ");
      parts.add(
          switch (function.form()) {
            case PLAIN, VARARGS -> expressions.make(Type.STRING, depth);
            case GENERIC -> expressions.any(depth);
            case ECHO ->
                Piece.text("(" + result.boxed() + ") ", expressions.exactly(result, depth));
          });
    }
    parts.add(")");
    return Piece.text(parts);
  }

  /** The function itself, with its body; and below it a twin, where it has one. */
  Piece declaration(Function function, String modifier) {
    inside(function.index());
    Scope scope = grammar.scope;
    int mark = scope.mark();
    String number = scope.declare(Type.INT, false).name();
    String last = scope.reserve();
    String type = "String";
    String first = "";
    if (function.form() == Form.VARARGS) {
      type = "String...";
      String text = scope.declare(Type.STRING, random.nextBoolean()).name();
      first = "String " + text + " = " + last + ".length == 0 ? \"none\" : " + last + "[0];\n";
    } else if (function.isGeneric()) {
      type = "X";
      scope.publish(last, Type.OBJECT, true);
    } else {
      scope.publish(last, Type.STRING, random.nextBoolean());
    }
    Piece body = Piece.text(first, grammar.bodies.of(function, last, 2, 1 + random.nextInt(3)));
    scope.release(mark);
    String parameters = "(Trace t, int %s, %s %s".formatted(number, type, last);
    String generic = function.isGeneric() ? "<X> " : "";
    Piece declared =
        Piece.statement(
            "\n%s%s%s %s%s) {\n"
                .formatted(
                    function.hidden() ? hidden(function, modifier) : modifier,
                    generic,
                    function.returned(),
                    function.name(),
                    parameters),
            body,
            "}\n");
    if (!function.hasTwin()) {
      return declared;
    }
    return Piece.text(
        declared,
        Piece.statement(
            "\n%s%s%s %s%s, List<Object> out) {\n"
                .formatted(
                    modifier,
                    generic,
                    function.awaits() ? "Coroutine<List<Object>>" : "List<Object>",
                    function.twinName(),
                    parameters),
            Piece.twin(body),
            "}\n"));
  }

  /** Of a generator, javac's world overrides what is not private there. */
  private static String hidden(Function function, String modifier) {
    return function.isGenerator() ? "private /* or " + modifier.strip() + " */ " : "private ";
  }
}
