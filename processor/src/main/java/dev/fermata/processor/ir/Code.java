package dev.fermata.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Java source text with holes: one or more whole statements, or an expression, that contain no
 * suspension.
 *
 * <p>Text between the holes is the user's own, comments and line breaks included. A continuation
 * line is indented relative to the first.
 */
public record Code(List<Part> parts) {

  /** How a name in the text touches its variable. */
  public enum Access {
    /** The value is read. */
    READ,
    /** The name is the left side of a plain {@code =}. */
    WRITE,
    /** Compound assignment, {@code ++} or {@code --}. */
    READ_WRITE,
    /** Read inside a lambda or a class body that may run later: the value is captured here. */
    CAPTURE,
    /**
     * The text declares the variable at this place (never a variable declared by {@link
     * IrStmt.Declare}).
     */
    DECLARE
  }

  /** A piece of text or a hole. */
  public sealed interface Part {}

  /** Source text as it stands. */
  public record Text(String text) implements Part {}

  /** The simple name of a class, interface or type parameter, to be imported or qualified. */
  public record NameOf(Element element) implements Part {}

  /** A whole type, written out with its arguments. */
  public record TypeOf(TypeMirror type) implements Part {}

  /** A use of a variable's name. */
  public record Use(IrVar var, Access access) implements Part {}

  /**
   * An {@code instanceof} that binds variables, as a whole: {@code o instanceof Point(int x, var
   * y)}. The bindings stand in {@code test} as {@link Access#DECLARE} uses. When a binding outlives
   * the statement, the emitter binds fresh names and copies them.
   */
  public record Pattern(Code test, List<IrVar> bindings) implements Part {}

  /**
   * Stands for a whole jump statement, {@code break} or {@code continue}, that leaves this code.
   *
   * @param before what to assign first; lowering records there how a finally is to be left
   * @param way what it passes in this code
   */
  public record Jump(IrLabel target, List<Assignment> before, Way way) implements Part {
    public Jump {
      before = List.copyOf(before);
    }
  }

  /** Stands for a whole statement {@code variable = value;}. */
  public record Assignment(IrVar variable, Code value) implements Part {}

  /** What a jump passes on its way out of text, and whether that lets it pass. */
  public enum Way {
    /** Nothing stops it. */
    OPEN,
    /** A finally, or the closing of a resource, may throw or jump elsewhere. */
    GUARDED,
    /** A finally that cannot complete always does: control never gets to the target from here. */
    BLOCKED
  }

  /**
   * Stands for a whole {@code return} statement; {@code null} returns nothing (a {@code Void}
   * result).
   *
   * @param way as of a jump
   */
  public record Return(@Nullable Code value, Way way) implements Part {}

  /** The value that the last suspension delivered, as this type. Made by lowering alone. */
  public record Sent(TypeMirror type) implements Part {}

  /**
   * The creation of the machine of a coroutine lambda: {@code new ComputeLambda1(self, captured, a,
   * b)}. Each argument is passed as the parameter of the nested body at the same place.
   *
   * @param inferred whether type arguments are left to the compiler: some may have no name here
   */
  public record NewMachine(IrBody body, List<Use> arguments, boolean inferred) implements Part {
    public NewMachine {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * The creation of the scope of a local class: {@code new LocalScope(captured)}. The arguments are
   * passed as the {@linkplain IrStmt.LocalType#captured captured variables} at the same places.
   */
  public record NewScope(TypeElement type, List<Use> arguments) implements Part {
    public NewScope {
      arguments = List.copyOf(arguments);
    }
  }

  public Code {
    parts = List.copyOf(parts);
  }

  public static Code text(String text) {
    return new Code(List.of(new Text(text)));
  }

  public static Code read(IrVar var) {
    return new Code(List.of(new Use(var, Access.READ)));
  }

  public static Code empty() {
    return new Code(List.of());
  }

  /** The same code with each part of its top level replaced. */
  public Code map(Function<? super Part, ? extends Part> replacement) {
    Builder builder = builder();
    parts.forEach(part -> builder.add(replacement.apply(part)));
    return builder.build();
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Visits each part, those inside patterns, returned and assigned values included, in the order in
   * which they are evaluated.
   */
  public void forEach(Consumer<? super Part> visitor) {
    for (Part part : parts) {
      visitor.accept(part);
      if (part instanceof Pattern pattern) {
        pattern.test().forEach(visitor);
      } else if (part instanceof Return returned && returned.value() != null) {
        returned.value().forEach(visitor);
      } else if (part instanceof NewMachine machine) {
        machine.arguments().forEach(visitor);
      } else if (part instanceof NewScope scope) {
        scope.arguments().forEach(visitor);
      } else if (part instanceof Jump jump) {
        new Code(List.copyOf(jump.before())).forEach(visitor);
      } else if (part instanceof Assignment assignment) {
        assignment.value().forEach(visitor);
        visitor.accept(new Use(assignment.variable(), Access.WRITE));
      }
    }
  }

  /** Puts code together from left to right; adjacent texts merge. */
  public static final class Builder {
    private final List<Part> parts = new ArrayList<>();

    public Builder add(Part part) {
      if (part instanceof Text text) {
        return add(text.text());
      }
      parts.add(part);
      return this;
    }

    public Builder add(String text) {
      if (text.isEmpty()) {
        return this;
      }
      if (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Text last) {
        parts.set(parts.size() - 1, new Text(last.text() + text));
      } else {
        parts.add(new Text(text));
      }
      return this;
    }

    public Builder add(Code code) {
      code.parts().forEach(this::add);
      return this;
    }

    public Builder read(IrVar var) {
      return add(new Use(var, Access.READ));
    }

    public Builder write(IrVar var) {
      return add(new Use(var, Access.WRITE));
    }

    public Code build() {
      return new Code(parts);
    }
  }
}
