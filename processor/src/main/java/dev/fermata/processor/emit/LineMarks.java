package dev.fermata.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Where the lines of a generated file come from. Whoever writes text of the user's puts a mark
 * before it that no source holds; once the file stands, {@link #resolve} takes the marks out and
 * puts a table in place of {@link #TABLE}.
 *
 * <p>The table has a string for each function: its name, then where its lines come from. {@code
 * 57:22} says that line 57 of this file is the user's line 22, and so on line by line; each further
 * pair is relative to the one before; a lone number says after how many lines the text ends. The
 * name {@code -} stands for the methods of a class that a body declares.
 *
 * <pre>{@code
 * "printSum 57:22 5:1 4"
 * }</pre>
 */
final class LineMarks {

  /** A noncharacter of Unicode. */
  private static final char MARK = '\uFFFE';

  /** Stands for the table, as the value of an annotation. */
  static final String TABLE = MARK + "table" + MARK;

  private static final String CLASS = "-";

  /** How long a constant may be, with room to spare. */
  private static final int LONGEST = 60_000;

  private static final String ROW_INDENT = "\n      ";

  private final List<Row> rows = new ArrayList<>();

  /** What is said of the function whose text was the last. */
  private Row row = new Row("");

  /** How far that text is indented: it ends where a line is less. */
  private int indent;

  private boolean inside;

  /** Whether that text is a class, which ends with a line as far indented as its first. */
  private boolean isClass;

  /** The line that is read next, by its number in the file with the table. */
  private int line;

  private LineMarks(int line) {
    this.line = line;
  }

  /** What the table says of a function: a string, or several if it is long. */
  private static final class Row {
    private final String function;
    private final StringBuilder text = new StringBuilder();
    private int start;
    private int generated;
    private int users;

    Row(String function) {
      this.function = function;
    }

    void pair(int generatedLine, int usersLine) {
      if (text.length() - start > LONGEST) {
        text.append("\", \"");
        start = text.length();
      }
      if (text.length() == start) {
        text.append(function);
        generated = 0;
        users = 0;
      } else if (usersLine - users == generatedLine - generated) {
        return;
      }
      text.append(' ').append(generatedLine - generated).append(':').append(usersLine - users);
      generated = generatedLine;
      users = usersLine;
    }

    void end(int generatedLine) {
      text.append(' ').append(generatedLine - generated);
    }
  }

  /** Marks the beginning of text that belongs to a function; it ends with the block around it. */
  static String function(String name, int usersLine) {
    return MARK + name + ":" + usersLine + MARK;
  }

  /** Marks the beginning of a class, whose methods have names of their own. */
  static String type(int usersLine) {
    return function(CLASS, usersLine);
  }

  /** Marks text that stems from a line of the user's. */
  static String line(int usersLine) {
    return MARK + ":" + usersLine + MARK;
  }

  /**
   * Marks text that stems from a line of the user's but for comments above it.
   *
   * @param text how it begins
   */
  static String line(int usersLine, String text) {
    return line(usersLine - linesOfComments(text));
  }

  private static int linesOfComments(String text) {
    int lines = 0;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      if (text.startsWith("//", at)) {
        end = text.indexOf('\n', at);
      } else if (text.startsWith("/*", at)) {
        end = text.indexOf("*/", at) + 1;
      } else if (!Character.isWhitespace(text.charAt(at))) {
        return lines;
      }
      if (end < at) {
        return lines;
      }
      lines += newlines(text, at, end + 1);
      at = end + 1;
    }
    return 0;
  }

  /** The file without marks, and with the table. */
  static String resolve(String file) {
    int table = file.indexOf(TABLE);
    if (table < 0) {
      return file;
    }
    int from = table + TABLE.length();
    // Each function has a line of the table, which pushes down what follows.
    LineMarks marks = new LineMarks(1 + newlines(file, 0, from) + functions(file, from) + 1);
    StringBuilder rest = new StringBuilder(file.length());
    while (from < file.length()) {
      int newline = file.indexOf('\n', from);
      int end = newline < 0 ? file.length() : newline + 1;
      marks.read(file.substring(from, end), rest);
      from = end;
    }
    return file.substring(0, table) + marks.table() + rest;
  }

  private static int newlines(String text, int from, int to) {
    return (int) text.substring(from, to).chars().filter(each -> each == '\n').count();
  }

  private static int functions(String file, int from) {
    int functions = 0;
    for (int mark = file.indexOf(MARK, from); mark >= 0; ) {
      functions += file.charAt(mark + 1) == ':' ? 0 : 1;
      mark = file.indexOf(MARK, file.indexOf(MARK, mark + 1) + 1);
    }
    return functions;
  }

  private String table() {
    StringJoiner table = new StringJoiner("," + ROW_INDENT, "{" + ROW_INDENT, "\n    }");
    rows.forEach(each -> table.add('"' + each.text.toString() + '"'));
    return table.toString();
  }

  /** Ends the text if it does not reach to a line that is indented so far. */
  private void endBefore(int blanks) {
    if (isClass && blanks > indent) {
      isClass = false;
      indent++;
    } else if (blanks < indent) {
      inside = false;
      row.end(line);
    }
  }

  /** Takes the marks out of a line. */
  private void read(String text, StringBuilder out) {
    int blanks = 0;
    while (text.startsWith(" ", blanks)) {
      blanks++;
    }
    if (inside && !text.isBlank()) {
      endBefore(blanks);
    }
    int from = 0;
    int usersLine = -1;
    for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, from)) {
      out.append(text, from, mark);
      from = text.indexOf(MARK, mark + 1) + 1;
      int colon = text.lastIndexOf(':', from);
      if (colon > mark + 1) {
        row = new Row(text.substring(mark + 1, colon));
        rows.add(row);
        indent = blanks;
        inside = true;
        isClass = row.function.equals(CLASS);
      }
      usersLine = Integer.parseInt(text.substring(colon + 1, from - 1));
    }
    out.append(text, from, text.length());
    if (usersLine >= 0 && inside) {
      row.pair(line, usersLine);
    }
    line++;
  }
}
