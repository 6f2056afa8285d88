package dev.fermata.processor.lower;

import dev.fermata.processor.ir.Code;
import dev.fermata.processor.ir.Code.Access;

/**
 * Estimates how many bytes of bytecode javac makes of text, without compiling it: each token counts
 * for what it makes at most in common code. The estimate is meant to be high rather than low.
 *
 * <p>The body of a lambda is counted with the text around it, though javac gives it a method.
 */
public final class CodeSize {

  /** {@code aload_0} and {@code getfield}, or {@code wide iload}. */
  private static final int VARIABLE = 4;

  /** {@code invokeinterface} or {@code invokevirtual}, and a cast or boxing of its result. */
  private static final int CALL = 9;

  private static final int CREATION = 7;
  private static final int ASSIGNMENT = 3;
  private static final int CAST = 3;
  private static final int BOXING = 3;
  private static final int BRANCH = 6;

  /** An element of an array, or an argument: it may be boxed or stored. */
  private static final int COMMA = 3;

  private static final int LAMBDA = 8;
  private static final int LOOP = 30;
  private static final int LABEL = 14;
  private static final int STRING_LABEL = 45;
  private static final int TRY = 30;
  private static final int RESOURCE = 90;
  private static final int ASSERTION = 20;
  private static final int MONITOR = 30;

  /** Each finally is written out for every way into it: two at least. */
  private static final int MOST_COPIES = 8;

  private int bytes;
  private int copies = 1;

  private CodeSize() {}

  /** An estimate for a statement or an expression. */
  public static int of(Code code) {
    CodeSize size = new CodeSize();
    size.add(code);
    return size.bytes * Math.min(size.copies, MOST_COPIES);
  }

  private void add(Code code) {
    code.forEach(this::add);
  }

  private void add(Code.Part part) {
    if (part instanceof Code.Text text) {
      new Scanner(text.text()).scan();
    } else if (part instanceof Code.Use use) {
      bytes += use.access() == Access.READ_WRITE ? 3 * VARIABLE : VARIABLE;
      bytes += use.access() == Access.CAPTURE ? VARIABLE : 0;
    } else if (part instanceof Code.TypeOf) {
      bytes += CAST;
    } else if (part instanceof Code.Pattern pattern) {
      bytes += BRANCH + pattern.bindings().size() * CALL;
    } else if (part instanceof Code.Jump) {
      bytes += CALL + BRANCH;
    } else if (part instanceof Code.Return) {
      bytes += BOXING + CALL;
    } else if (part instanceof Code.Sent) {
      bytes += VARIABLE + CAST + BOXING;
    } else if (part instanceof Code.NewMachine || part instanceof Code.NewScope) {
      bytes += CREATION;
    }
  }

  /** Goes through the tokens of a piece of text. */
  private final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    void scan() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
          at++;
        } else if (Character.isJavaIdentifierStart(c)) {
          word();
        } else if (c >= '0' && c <= '9') {
          skipWord();
          bytes += CAST;
        } else if (text.startsWith("//", at)) {
          skipTo("\n");
        } else if (text.startsWith("/*", at)) {
          skipTo("*/");
        } else if (c == '"' || c == '\'') {
          literal(text.startsWith("\"\"\"", at) ? "\"\"\"" : String.valueOf(c));
          bytes += CAST;
        } else {
          operator(c);
        }
      }
    }

    private void word() {
      int start = at;
      skipWord();
      String word = text.substring(start, at);
      bytes +=
          switch (word) {
            case "new" -> CREATION;
            case "for", "while", "do", "switch" -> LOOP;
            case "case" -> text.startsWith(" \"", at) ? STRING_LABEL : LABEL;
            case "try" -> text.startsWith(" (", at) ? TRY + RESOURCE : TRY;
            case "catch", "finally" -> TRY;
            case "assert" -> ASSERTION;
            case "synchronized" -> MONITOR;
            case "if", "else", "return", "throw", "break", "continue", "instanceof" -> BRANCH;
            case "int", "long", "byte", "short", "char", "boolean", "float", "double" -> 0;
            case "true", "false", "null", "this", "var", "final" -> 1;
            default -> text.startsWith("(", at) ? CALL : VARIABLE;
          };
      copies += word.equals("finally") ? 1 : 0;
    }

    private void operator(char c) {
      if (text.startsWith("->", at) || text.startsWith("::", at)) {
        bytes += LAMBDA;
        at += 2;
        return;
      }
      at++;
      bytes +=
          switch (c) {
            case '(', ')', '{', '}', ']', ';', '.', '@', ':' -> 0;
            case '=', '+', '-', '*', '/', '%', '^', '~', '[' -> ASSIGNMENT;
            case ',' -> COMMA;
            default -> BRANCH;
          };
    }

    private void skipWord() {
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
    }

    private void skipTo(String end) {
      int found = text.indexOf(end, at);
      at = found < 0 ? text.length() : found + end.length();
    }

    private void literal(String mark) {
      at += mark.length();
      while (at < text.length() && !text.startsWith(mark, at)) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(text.length(), at + mark.length());
    }
  }
}
