package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts statements together as text, and leaves to JavaPoet what only it can do: the names of types.
 *
 * <p>A {@link CodeBlock} of many small pieces is slow to print. This one merges what it is given
 * into pieces that reach from one type name to the next. Of JavaPoet's formats it knows {@code $L},
 * {@code $T}, {@code $>} and {@code $<}, and {@code $W} in what becomes a {@linkplain KeptTexts
 * kept text}.
 */
final class SourceBuilder {

  /** A part between strings and type names. */
  enum Special {
    /** A space at which a line may be broken. */
    WRAP;

    @Override
    public String toString() {
      return " ";
    }
  }

  private static final String INDENT = "  ";

  /** Strings, type names and what is special. */
  private final List<Object> parts = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean atLineStart = true;

  /** Adds text in which {@code $L} stands for text or for other source, {@code $T} for a type. */
  SourceBuilder add(String format, Object... arguments) {
    int next = 0;
    int from = 0;
    for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', from)) {
      append(format.substring(from, at));
      from = at + 2;
      switch (format.charAt(at + 1)) {
        case '>' -> depth++;
        case '<' -> depth--;
        case 'T' -> add((TypeName) arguments[next++]);
        case 'L' -> addLiteral(arguments[next++]);
        case 'W' -> addPart(Special.WRAP);
        default -> throw new IllegalArgumentException(format);
      }
    }
    append(format.substring(from));
    if (next != arguments.length) {
      throw new IllegalArgumentException(arguments.length + " arguments for " + format);
    }
    return this;
  }

  private void addLiteral(Object argument) {
    if (argument instanceof SourceBuilder source) {
      add(source);
    } else {
      append(argument.toString());
    }
  }

  /** Adds what was built apart, each of its lines indented as the place demands. */
  SourceBuilder add(SourceBuilder other) {
    for (Object part : other.parts) {
      if (part instanceof TypeName type) {
        add(type);
      } else if (part instanceof String string) {
        append(string);
      } else {
        addPart(part);
      }
    }
    append(other.text.toString());
    return this;
  }

  /** Adds text as it stands. */
  SourceBuilder literal(String literal) {
    append(literal);
    return this;
  }

  /** A header, an opening brace, and in. */
  SourceBuilder beginControlFlow(String format, Object... arguments) {
    return add(format, arguments).add(" {\n$>");
  }

  /** Out, a header between braces, and in again. */
  SourceBuilder nextControlFlow(String format, Object... arguments) {
    return add("$<} ").add(format, arguments).add(" {\n$>");
  }

  SourceBuilder endControlFlow() {
    return add("$<}\n");
  }

  boolean isEmpty() {
    return parts.isEmpty() && text.length() == 0;
  }

  /** What was added: strings, type names and what is special. */
  List<Object> parts() {
    List<Object> all = new ArrayList<>(parts);
    if (text.length() > 0) {
      all.add(text.toString());
    }
    return all;
  }

  CodeBlock build() {
    CodeBlock.Builder block = CodeBlock.builder();
    parts().forEach(part -> block.add(part instanceof TypeName ? "$T" : "$L", part));
    return block.build();
  }

  private void add(TypeName type) {
    boolean plain = type.isPrimitive() || type instanceof TypeVariableName;
    if (plain && !type.isAnnotated()) {
      append(type.toString());
      return;
    }
    indent();
    addPart(type);
  }

  private void addPart(Object part) {
    if (text.length() > 0) {
      parts.add(text.toString());
      text.setLength(0);
    }
    parts.add(part);
  }

  private void append(String more) {
    int from = 0;
    while (from < more.length()) {
      int newline = more.indexOf('\n', from);
      int end = newline < 0 ? more.length() : newline;
      if (end > from) {
        indent();
        text.append(more, from, end);
      }
      if (newline >= 0) {
        text.append('\n');
        atLineStart = true;
      }
      from = end + 1;
    }
  }

  private void indent() {
    if (atLineStart) {
      text.append(INDENT.repeat(depth));
      atLineStart = false;
    }
  }
}
