package dev.fermata.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Code.Access;
import dev.fermata.processor.ir.IrLabel;
import dev.fermata.processor.ir.IrVar;
import dev.fermata.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link Code} out as Java: fills the holes with the names that a machine gives its
 * variables.
 *
 * <p>A lambda that captures a field or a hoisted local captures a copy of it, made just before the
 * statement: what Java would have captured is the value, and the field may have another one when
 * the lambda runs.
 */
final class CodeWriter {

  /** What the holes are filled with. */
  interface Names {
    /** The variable's name here. */
    String nameOf(IrVar variable);

    /**
     * Whether the variable is no local of its statement or block, so that its value may change
     * later.
     */
    boolean outlives(IrVar variable);

    /** Whether the variable is declared as the first of the types that it is known to be. */
    default boolean isWidened(IrVar variable) {
      return outlives(variable) || variable.kind() == IrVar.Kind.TEMPORARY;
    }

    /** A name like {@code wish} that nothing bears. */
    String fresh(String wish);

    /** The label of the loop over states. */
    String loopLabel();

    /** The number of the state that begins at {@code label}. */
    int stateOf(IrLabel label);

    /** Whether this is a generator, which says otherwise than by a bare value that it ends. */
    boolean isGenerator();

    /** Whether that state is one of another method. */
    default boolean isElsewhere(IrLabel label) {
      return false;
    }
  }

  private final Names names;
  private final TypeNames types;
  private final Map<IrVar, String> copies = new HashMap<>();
  private boolean jumpsOut;
  private @Nullable Landing landing;

  CodeWriter(Names names, TypeNames types) {
    this.names = names;
    this.types = types;
  }

  /** Whether some text written so far jumps to a state by the label of the loop. */
  boolean jumpsOut() {
    return jumpsOut;
  }

  /** Forgets the copies made for lambdas: their scope has ended. */
  void endScope() {
    copies.clear();
  }

  /** Declarations of the copies that lambdas in {@code code} capture, one per line. */
  SourceBuilder copiesFor(Code code) {
    SourceBuilder out = new SourceBuilder();
    code.forEach(
        part -> {
          if (part instanceof Code.Use use
              && use.access() == Access.CAPTURE
              && use.var().constant() == null
              && names.outlives(use.var())
              && !copies.containsKey(use.var())) {
            String name = names.nameOf(use.var());
            String copy = names.fresh(name);
            copies.put(use.var(), copy);
            out.add("$T $L = $L;\n", types.name(use.var().type()), copy, name);
          }
        });
    return out;
  }

  /**
   * Where a jump goes that may be stopped on its way: while a finally of the text runs, the machine
   * is still in the state that the text belongs to.
   *
   * @param label the label of a block around the text
   * @param state a local that takes the state to go on with
   */
  record Landing(String label, String state) {}

  /** Writes text with jumps that may be stopped on their way. */
  SourceBuilder write(Code code, Landing around) {
    landing = around;
    SourceBuilder written = write(code);
    landing = null;
    return written;
  }

  SourceBuilder write(Code code) {
    SourceBuilder out = new SourceBuilder();
    write(code, out, Map.of());
    return out;
  }

  /**
   * Writes a label of a case; bindings that outlive it get fresh names, which {@code fresh}
   * receives.
   */
  SourceBuilder writeLabel(Code label, Map<IrVar, String> fresh) {
    label.forEach(
        part -> {
          if (part instanceof Code.Use use && use.access() == Access.DECLARE) {
            fresh.put(use.var(), names.fresh(names.nameOf(use.var())));
          }
        });
    SourceBuilder out = new SourceBuilder();
    write(label, out, fresh);
    return out;
  }

  private void write(Code code, SourceBuilder out, Map<IrVar, String> renamed) {
    List<Code.Part> parts = code.parts();
    for (int i = 0; i < parts.size(); i++) {
      Code.Part part = parts.get(i);
      if (part instanceof Code.Text text) {
        out.literal(text.text());
      } else if (part instanceof Code.NameOf name) {
        writeName(name.element(), isRaw(parts, i), out);
      } else if (part instanceof Code.TypeOf type) {
        out.add("$T", types.name(type.type()));
      } else if (part instanceof Code.Use use) {
        writeUse(use, standsAlone(parts, i), out, renamed);
      } else if (part instanceof Code.Pattern pattern) {
        writePattern(pattern, standsAlone(parts, i), out, renamed);
      } else if (part instanceof Code.Jump jump) {
        writeJump(jump, out, renamed);
      } else if (part instanceof Code.Return returned) {
        writeReturn(returned, out, renamed);
      } else if (part instanceof Code.Sent sent) {
        writeSent(sent, standsAlone(parts, i), out);
      } else if (part instanceof Code.NewMachine created) {
        writeCreation(created, out, renamed);
      } else if (part instanceof Code.NewScope scope) {
        out.add("new $T(", types.scope(scope.type()));
        writeArguments(scope.arguments(), out, renamed);
      }
    }
  }

  /** Whether a type at this place is the class as such: {@code X.class}, {@code instanceof X}. */
  private static boolean isRaw(List<Code.Part> parts, int i) {
    String before = i == 0 ? "" : textOf(parts.get(i - 1)).stripTrailing();
    String after = i == parts.size() - 1 ? "" : textOf(parts.get(i + 1)).stripLeading();
    return after.startsWith(".")
        || (after.startsWith("[") && before.endsWith("new"))
        || before.endsWith("instanceof");
  }

  private void writeName(Element element, boolean raw, SourceBuilder out) {
    if (element instanceof TypeElement type && !TypeNames.isLocal(type)) {
      out.add("$T", ClassName.get(type));
    } else if (element instanceof TypeParameterElement parameter) {
      out.add("$T", types.use(parameter));
    } else if (element instanceof TypeElement type) {
      out.add("$T", types.local(type, raw));
    } else {
      out.literal(element.getSimpleName().toString());
    }
  }

  private void writeUse(
      Code.Use use, boolean alone, SourceBuilder out, Map<IrVar, String> renamed) {
    boolean isRead = use.access() == Access.READ || use.access() == Access.CAPTURE;
    List<TypeName> bounds = types.bounds(use.var().type());
    String name = nameOf(use, renamed);
    if (isRead && bounds.size() > 1 && names.isWidened(use.var())) {
      writeCast(bounds, name, alone, out);
    } else {
      out.literal(name);
    }
  }

  private static void writeCast(
      List<TypeName> bounds, String operand, boolean alone, SourceBuilder out) {
    String separator = alone ? "(" : "((";
    for (TypeName bound : bounds) {
      out.add("$L$T", separator, bound);
      separator = " & ";
    }
    out.add(alone ? ") $L" : ") $L)", operand);
  }

  private String nameOf(Code.Use use, Map<IrVar, String> renamed) {
    if (use.access() == Access.DECLARE && renamed.containsKey(use.var())) {
      return renamed.getOrDefault(use.var(), "");
    }
    String constant = use.var().constant();
    if (constant != null && use.access() != Access.DECLARE && names.outlives(use.var())) {
      return constant;
    }
    if (use.access() == Access.CAPTURE && names.outlives(use.var())) {
      String copy = copies.get(use.var());
      if (copy == null) {
        throw new IllegalStateException("no copy was made of " + use.var());
      }
      return copy;
    }
    return names.nameOf(use.var());
  }

  /**
   *
   *
   * <pre>{@code
   * o instanceof X x    =>    (o instanceof X x2 && bound(x = x2))
   * }</pre>
   */
  private void writePattern(
      Code.Pattern pattern, boolean alone, SourceBuilder out, Map<IrVar, String> renamed) {
    Map<IrVar, String> fresh = new HashMap<>(renamed);
    List<IrVar> outliving = new ArrayList<>();
    for (IrVar binding : pattern.bindings()) {
      if (names.outlives(binding)) {
        outliving.add(binding);
        fresh.put(binding, names.fresh(names.nameOf(binding)));
      }
    }
    if (outliving.isEmpty()) {
      write(pattern.test(), out, renamed);
      return;
    }
    out.add(alone ? "" : "(");
    write(pattern.test(), out, fresh);
    for (IrVar binding : outliving) {
      out.add(" && bound($L = $L)", names.nameOf(binding), fresh.getOrDefault(binding, ""));
    }
    out.add(alone ? "" : ")");
  }

  private void writeJump(Code.Jump jump, SourceBuilder out, Map<IrVar, String> renamed) {
    out.add("{ ");
    for (Code.Assignment assignment : jump.before()) {
      out.add("$L = ", names.nameOf(assignment.variable()));
      write(assignment.value(), out, renamed);
      out.add("; ");
    }
    int state = names.stateOf(jump.target());
    if (jump.way() == Code.Way.BLOCKED) {
      // What javac demands is only that control does not go on behind it.
      out.add("return null; }");
    } else if (jump.way() == Code.Way.GUARDED && landing != null) {
      out.add("$L = $L; break $L; }", landing.state(), state, landing.label());
    } else if (names.isElsewhere(jump.target())) {
      out.add("state = $L; return $L; }", state, RuntimeNames.ELSEWHERE);
    } else {
      jumpsOut = true;
      out.add("state = $L; continue $L; }", state, names.loopLabel());
    }
  }

  private void writeReturn(Code.Return returned, SourceBuilder out, Map<IrVar, String> renamed) {
    @Nullable Code value = returned.value();
    if (value == null) {
      out.add("return $L;", names.isGenerator() ? RuntimeNames.DONE : "null");
      return;
    }
    out.add("return $L", names.isGenerator() ? RuntimeNames.DONE_WITH + "(" : "");
    write(value, out, renamed);
    out.add(names.isGenerator() ? ");" : ";");
  }

  /** The whole statement that ends the body; {@code null} is the value of a {@code Void} result. */
  SourceBuilder writeReturn(@Nullable Code value) {
    SourceBuilder out = new SourceBuilder();
    writeReturn(new Code.Return(value, Code.Way.OPEN), out, Map.of());
    return out;
  }

  private void writeSent(Code.Sent sent, boolean alone, SourceBuilder out) {
    List<TypeName> bounds = types.bounds(sent.type());
    if (bounds.get(0).equals(ClassName.OBJECT)) {
      out.add("sent");
    } else {
      writeCast(bounds, "sent", alone, out);
    }
  }

  /** Whether a cast at this place binds as it should without parentheses of its own. */
  private static boolean standsAlone(List<Code.Part> parts, int i) {
    String before = i == 0 ? "(" : textOf(parts.get(i - 1));
    String after = i == parts.size() - 1 ? ")" : textOf(parts.get(i + 1)).stripLeading();
    return (before.endsWith("(") || before.endsWith(", ") || before.endsWith("= "))
        && (after.startsWith(")") || after.startsWith(",") || after.startsWith(";"));
  }

  private static String textOf(Code.Part part) {
    return part instanceof Code.Text text ? text.text() : "?";
  }

  private void writeCreation(
      Code.NewMachine created, SourceBuilder out, Map<IrVar, String> renamed) {
    StringJoiner arguments = new StringJoiner(", ", "<", ">").setEmptyValue("");
    if (!created.inferred()) {
      for (TypeParameterElement parameter : created.body().typeParameters()) {
        arguments.add(types.use(parameter).toString());
      }
    }
    String machine = created.body().machineName();
    if (created.body().functionType().kind().isMachine()) {
      out.add("new $L$L(", machine, created.inferred() ? "<>" : arguments);
    } else {
      out.add("$L.$L$L(", machine, arguments, RuntimeNames.CREATE);
    }
    writeArguments(created.arguments(), out, renamed);
  }

  private void writeArguments(
      List<Code.Use> arguments, SourceBuilder out, Map<IrVar, String> renamed) {
    String separator = "";
    for (Code.Use argument : arguments) {
      out.add("$L$L", separator, nameOf(argument, renamed));
      separator = ", ";
    }
    out.add(")");
  }
}
