package dev.fermata.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.fermata.processor.attribute.SourceTokens.Kind;
import dev.fermata.processor.attribute.SourceTokens.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The source of one file: where trees, names and comments stand in it, and their text. */
final class SourceText {

  /** A stretch of source; {@code start} is -1 for a tree that javac made up. */
  record Range(int start, int end) {
    boolean exists() {
      return start >= 0 && end >= start;
    }

    boolean contains(Range other) {
      return start <= other.start && other.end <= end;
    }

    /** The least range that holds both. */
    Range around(Range other) {
      return new Range(Math.min(start, other.start), Math.max(end, other.end));
    }
  }

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String source;
  private final SourceTokens tokens;

  SourceText(Trees trees, CompilationUnitTree unit) {
    this.unit = unit;
    this.positions = trees.getSourcePositions();
    try {
      this.source = unit.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.tokens = SourceTokens.of(source);
  }

  boolean isOf(CompilationUnitTree other) {
    return unit == other;
  }

  SourceTokens tokens() {
    return tokens;
  }

  /** The simple name of the file. */
  String file() {
    String name = unit.getSourceFile().getName().replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1);
  }

  Range range(Tree tree) {
    return new Range(
        (int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
  }

  int line(Tree tree) {
    return lineAt(Math.max(0, range(tree).start()));
  }

  int lineAt(int position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }

  /** The word that is this identifier; null for one that javac made up. */
  @Nullable Token word(IdentifierTree tree) {
    return wordAt(range(tree).start(), tree.getName());
  }

  @Nullable Token wordAt(int position, Name name) {
    Token token = position < 0 ? null : tokens.startingAt(position);
    return token != null && token.kind() == Kind.WORD && name.contentEquals(token.text())
        ? token
        : null;
  }

  /** The name in a declaration; null if it has none, or javac made it up. */
  @Nullable Token name(VariableTree tree) {
    Range whole = range(tree);
    if (!whole.exists() || tree.getName().length() == 0) {
      return null;
    }
    Range init = tree.getInitializer() == null ? whole : range(tree.getInitializer());
    int end = tree.getInitializer() != null && init.exists() ? init.start() : whole.end();
    return tokens.lastWord(tree.getName().toString(), whole.start(), end);
  }

  /** The line of a method's name, below its annotations and Javadoc. */
  int lineOfName(MethodTree tree) {
    Range whole = range(tree);
    int end = tree.getBody() == null ? whole.end() : range(tree.getBody()).start();
    for (Token token : tokens.in(whole.start(), end)) {
      Token next = tokens.codeFrom(token.end());
      if (token.is(tree.getName().toString()) && next != null && next.is("(")) {
        return lineAt(token.start());
      }
    }
    return line(tree);
  }

  /**
   * What stands before the name of a variable; null if it is not the variable's alone and whole.
   */
  @Nullable Range header(VariableTree tree) {
    Token name = name(tree);
    if (name == null) {
      return null;
    }
    Range whole = range(tree);
    Token before = tokens.codeBefore(name.start());
    Token after = tokens.codeFrom(name.end());
    boolean plain =
        before != null
            && before.start() >= whole.start()
            && !before.is(",")
            && after != null
            && !after.is("[")
            && tokens
                .in(Math.max(whole.start(), range(tree.getModifiers()).end()), name.start())
                .stream()
                .noneMatch(token -> token.is("=") || token.text().startsWith("//"));
    return plain && before != null ? new Range(whole.start(), before.end()) : null;
  }

  /**
   * A statement with the comments above it and the one behind it on its last line.
   *
   * <pre>{@code
   * // above
   * statement();  // behind
   * }</pre>
   */
  Range withComments(StatementTree tree) {
    Range range = range(tree);
    List<Token> above = commentsAbove(range.start());
    List<Token> behind = commentsBehind(range.end());
    return new Range(
        above.isEmpty() ? range.start() : above.get(0).start(),
        behind.isEmpty() ? range.end() : behind.get(behind.size() - 1).end());
  }

  /** The comments above a statement or case, as they stand. */
  String commentsBefore(Tree tree) {
    return text(commentsAbove(range(tree).start()));
  }

  /** The comments behind a statement or case, on its last line. */
  String commentsAfter(Tree tree) {
    return range(tree).exists() ? text(commentsBehind(range(tree).end())) : "";
  }

  /**
   * The comments between a part of a statement and the code behind it.
   *
   * @param onItsLine whether that behind the part on its last line is one of them
   */
  String commentsBetween(Tree part, boolean onItsLine) {
    int behind = range(part).end();
    Token next = behind < 0 ? null : tokens.codeFrom(behind);
    if (next == null) {
      return "";
    }
    int end = next.start();
    List<Token> comments = tokens.in(behind, end);
    return text(
        onItsLine ? comments : comments.subList(commentsBehind(behind).size(), comments.size()));
  }

  /** The comments before the brace that closes a block or switch. */
  String commentsAtEnd(Tree tree) {
    return range(tree).exists() ? text(commentsAbove(range(tree).end() - 1)) : "";
  }

  private String text(List<Token> comments) {
    if (comments.isEmpty()) {
      return "";
    }
    Range range = new Range(comments.get(0).start(), comments.get(comments.size() - 1).end());
    return text(range.start(), range.end(), indentation(range));
  }

  /** Those that nothing but a line break follows. */
  private List<Token> commentsBehind(int end) {
    Token next = tokens.codeFrom(end);
    int limit = next == null ? source.length() : next.start();
    List<Token> comments = tokens.in(end, limit);
    int count = 0;
    for (int i = 0; i < comments.size() && sameLine(end, comments.get(i).start()); i++) {
      if (!sameLine(comments.get(i).end(), limit) || limit == source.length()) {
        count = i + 1;
      }
    }
    return comments.subList(0, count);
  }

  private List<Token> commentsAbove(int start) {
    Token before = tokens.codeBefore(start);
    List<Token> between = tokens.in(before == null ? 0 : before.end(), start);
    if (before != null && (before.is(";") || before.is("}"))) {
      // One that stands behind the statement before belongs to that.
      while (!between.isEmpty()
          && sameLine(before.end(), between.get(0).start())
          && !sameLine(between.get(0).end(), start)) {
        between = between.subList(1, between.size());
      }
    }
    return between;
  }

  /** Where the white space ends that begins there. */
  int afterBlanks(int position) {
    int end = position;
    while (end < source.length() && Character.isWhitespace(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean sameLine(int one, int another) {
    int newline = source.indexOf('\n', one);
    return newline < 0 || newline >= another;
  }

  /**
   * The white space to be taken off each line after the first: that of the line on which the range
   * starts, or less where some line is indented less. Within a text block all lines lose the same.
   */
  String indentation(Range range) {
    String common = leading(source.lastIndexOf('\n', range.start() - 1) + 1);
    for (int newline = source.indexOf('\n', range.start());
        newline >= 0 && newline < range.end();
        newline = source.indexOf('\n', newline + 1)) {
      String leading = leading(newline + 1);
      int end = newline + 1 + leading.length();
      boolean blank = end >= source.length() || "\r\n".indexOf(source.charAt(end)) >= 0;
      if (!blank) {
        int same = 0;
        while (same < Math.min(common.length(), leading.length())
            && common.charAt(same) == leading.charAt(same)) {
          same++;
        }
        common = common.substring(0, same);
      }
    }
    return common;
  }

  /** The white space before the line of a place, as it is written as part of {@code whole}. */
  String indentation(int place, Range whole) {
    String leading = leading(source.lastIndexOf('\n', place - 1) + 1);
    String taken = indentation(whole);
    return leading.startsWith(taken) ? leading.substring(taken.length()) : "";
  }

  private String leading(int lineStart) {
    int end = lineStart;
    while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
      end++;
    }
    return source.substring(lineStart, end);
  }

  /** The text between two places, less the indentation of its lines after the first. */
  String text(int start, int end, String indentation) {
    String text = source.substring(start, end).replace("\r\n", "\n");
    if (text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    boolean first = true;
    for (String line : text.split("\n", -1)) {
      if (first) {
        out.append(line);
        first = false;
      } else {
        out.append('\n');
        out.append(
            line.startsWith(indentation)
                ? line.substring(indentation.length())
                : line.stripLeading());
      }
    }
    return out.toString();
  }
}
