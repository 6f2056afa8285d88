package dev.fermata.processor.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a source file, comments among them: javac's trees know neither comments nor where
 * the name stands in a declaration.
 *
 * <p>No more is told apart than is asked for. Operators come as single characters, and keywords are
 * words like all others.
 */
final class SourceTokens {

  enum Kind {
    WORD,
    LITERAL,
    COMMENT,
    OPERATOR
  }

  /**
   * A token.
   *
   * @param text as written, but a word or operator has its unicode escapes translated
   */
  record Token(Kind kind, int start, int end, String text) {
    boolean is(String wanted) {
      return text.equals(wanted) && kind != Kind.LITERAL;
    }
  }

  /** As written. */
  private final String written;

  /** With unicode escapes translated, which may stand for quotes, comments and line ends too. */
  private final String source;

  /** Where each character of the source, and its end, is written. */
  private final int[] places;

  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SourceTokens(String written) {
    this.written = written;
    this.places = new int[written.length() + 1];
    this.source = written.contains("\\u") ? translated() : asWritten();
  }

  static SourceTokens of(String source) {
    SourceTokens tokens = new SourceTokens(source);
    while (tokens.at < tokens.source.length()) {
      tokens.next();
    }
    return tokens;
  }

  private String asWritten() {
    Arrays.setAll(places, place -> place);
    return written;
  }

  private String translated() {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from < written.length()) {
      places[text.length()] = from;
      int hex = hexOfEscape(from);
      if (hex >= 0) {
        text.append((char) Integer.parseInt(written, hex, hex + 4, 16));
        from = hex + 4;
      } else if (written.startsWith("\\\\", from)) {
        // The second of two backslashes begins no escape.
        places[text.length() + 1] = from + 1;
        text.append("\\\\");
        from += 2;
      } else {
        text.append(written.charAt(from++));
      }
    }
    places[text.length()] = from;
    return text.toString();
  }

  /** The index of the first token that starts at {@code position} or behind it. */
  int indexFrom(int position) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The token that starts exactly there. */
  @Nullable Token startingAt(int position) {
    Token token = get(indexFrom(position));
    return token != null && token.start() == position ? token : null;
  }

  /** The first token that is no comment, at {@code position} or behind it. */
  @Nullable Token codeFrom(int position) {
    for (int i = indexFrom(position); i < tokens.size(); i++) {
      if (tokens.get(i).kind() != Kind.COMMENT) {
        return tokens.get(i);
      }
    }
    return null;
  }

  /** The last token that is no comment and starts before {@code position}. */
  @Nullable Token codeBefore(int position) {
    for (int i = indexFrom(position) - 1; i >= 0; i--) {
      if (tokens.get(i).kind() != Kind.COMMENT) {
        return tokens.get(i);
      }
    }
    return null;
  }

  /** Those that start in the range. */
  List<Token> in(int start, int end) {
    return tokens.subList(indexFrom(start), Math.max(indexFrom(start), indexFrom(end)));
  }

  /** The last word in the range that reads {@code word}. */
  @Nullable Token lastWord(String word, int start, int end) {
    for (int i = indexFrom(end) - 1; i >= 0 && tokens.get(i).start() >= start; i--) {
      if (tokens.get(i).kind() == Kind.WORD && tokens.get(i).text().equals(word)) {
        return tokens.get(i);
      }
    }
    return null;
  }

  private @Nullable Token get(int index) {
    return index < tokens.size() ? tokens.get(index) : null;
  }

  private void next() {
    char c = source.charAt(at);
    int start = at;
    if (Character.isWhitespace(c)) {
      at++;
    } else if (source.startsWith("//", at)) {
      at = endOfLine(at);
      add(Kind.COMMENT, start);
    } else if (source.startsWith("/*", at)) {
      at = after("*/", at + 2);
      add(Kind.COMMENT, start);
    } else if (source.startsWith("\"\"\"", at)) {
      at += 3;
      skipLiteral("\"\"\"");
      add(Kind.LITERAL, start);
    } else if (c == '"' || c == '\'') {
      at++;
      skipLiteral(String.valueOf(c));
      add(Kind.LITERAL, start);
    } else if (c >= '0' && c <= '9') {
      while (at < source.length()
          && (Character.isJavaIdentifierPart(source.charAt(at)) || source.charAt(at) == '.')) {
        at++;
      }
      add(Kind.LITERAL, start);
    } else if (Character.isJavaIdentifierStart(codePoint()) && codePoint() != 0) {
      word();
    } else {
      at++;
      tokens.add(new Token(Kind.OPERATOR, places[start], places[at], source.substring(start, at)));
    }
  }

  private void add(Kind kind, int start) {
    int first = places[start];
    int last = places[at];
    tokens.add(new Token(kind, first, last, written.substring(first, last)));
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int after(String mark, int from) {
    int found = source.indexOf(mark, from);
    return found < 0 ? source.length() : found + mark.length();
  }

  private void skipLiteral(String mark) {
    while (at < source.length() && !source.startsWith(mark, at)) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(source.length(), at + mark.length());
  }

  private void word() {
    int start = at;
    while (at < source.length()
        && codePoint() != 0
        && Character.isJavaIdentifierPart(codePoint())) {
      at += Character.charCount(codePoint());
    }
    tokens.add(new Token(Kind.WORD, places[start], places[at], source.substring(start, at)));
  }

  private int codePoint() {
    return source.codePointAt(at);
  }

  /** Where the four digits of an escape that begins there begin, or -1. */
  private int hexOfEscape(int from) {
    if (!written.startsWith("\\u", from)) {
      return -1;
    }
    int hex = from + 1;
    while (hex < written.length() && written.charAt(hex) == 'u') {
      hex++;
    }
    return hex + 4 <= written.length() ? hex : -1;
  }
}
