package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The long texts of a file, kept from JavaPoet, which prints every line twice and takes each apart.
 *
 * <p>In a text's place JavaPoet prints one line, with the number of the text and the names of the
 * types in it as they have to read there:
 *
 * <pre>{@code
 * ? 0 ? Asyncio ? List<String> ?       where ? stands for a mark that no source holds
 * }</pre>
 *
 * <p>It so decides about imports as ever; {@link #fill} puts the text there afterwards. As JavaPoet
 * takes no member as text, the line for the members of a class stands in an initializer, whose
 * braces go with it.
 */
final class KeptTexts {

  /** A noncharacter of Unicode. */
  private static final char MARK = '\uFFFF';

  private static final int LONGEST_LINE = 100;
  private static final String CONTINUATION = "    ";

  /**
   * A text.
   *
   * @param parts strings, type names and spaces at which lines may be broken
   * @param numbers the types among them, numbered in order of appearance
   * @param members whether it stands in place of an initializer
   */
  private record Text(List<Object> parts, Map<TypeName, Integer> numbers, boolean members) {}

  private final List<Text> texts = new ArrayList<>();

  /** What JavaPoet is to print in place of the text, which ends a line. */
  CodeBlock keep(SourceBuilder source) {
    return keep(source, false);
  }

  /** What JavaPoet is to print as the initializer of a class in place of members of it. */
  CodeBlock keepMembers(SourceBuilder members) {
    return keep(members, true);
  }

  private CodeBlock keep(SourceBuilder source, boolean members) {
    List<Object> parts = source.parts();
    Text text = new Text(parts, numbers(parts), members);
    CodeBlock.Builder line = CodeBlock.builder().add("$L", MARK + "" + texts.size() + MARK);
    text.numbers().keySet().forEach(type -> line.add("$T$L", type, MARK));
    texts.add(text);
    return line.add("\n").build();
  }

  /** The file with the texts in their places. */
  String fill(String file) {
    StringBuilder out = new StringBuilder(file.length() * 4);
    int from = 0;
    for (int mark = file.indexOf(MARK); mark >= 0; mark = file.indexOf(MARK, from)) {
      int start = file.lastIndexOf('\n', mark) + 1;
      int end = file.indexOf('\n', mark);
      List<String> fields = fields(file.substring(mark + 1, end));
      Text text = texts.get(Integer.parseInt(fields.get(0)));
      int indent = mark - start;
      if (text.members()) {
        indent = start - 2 - (file.lastIndexOf('\n', start - 2) + 1);
        start = start - 2 - indent;
        end = file.indexOf('\n', end + 1);
      }
      out.append(file, from, start);
      write(text, fields.subList(1, fields.size()), " ".repeat(indent), out);
      from = end + 1;
    }
    return out.append(file, from, file.length()).toString();
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int mark = line.indexOf(MARK); mark >= 0; mark = line.indexOf(MARK, from)) {
      fields.add(line.substring(from, mark));
      from = mark + 1;
    }
    return fields;
  }

  private static void write(Text text, List<String> names, String indent, StringBuilder out) {
    boolean atLineStart = true;
    List<Integer> wraps = new ArrayList<>();
    for (Object part : text.parts()) {
      if (part == SourceBuilder.Special.WRAP) {
        wraps.add(out.length());
      }
      String piece =
          part instanceof TypeName type
              ? names.get(text.numbers().getOrDefault(type, 0))
              : part.toString();
      atLineStart = append(piece, indent, atLineStart, out);
    }
    wrap(out, wraps);
  }

  /** Indents every line that is not empty, and says whether the next one begins. */
  private static boolean append(
      String piece, String indent, boolean atLineStart, StringBuilder out) {
    boolean begins = atLineStart;
    int from = 0;
    while (from < piece.length()) {
      int newline = piece.indexOf('\n', from);
      int end = newline < 0 ? piece.length() : newline;
      if (end > from) {
        out.append(begins ? indent : "").append(piece, from, end);
        begins = false;
      }
      if (newline >= 0) {
        out.append('\n');
        begins = true;
      }
      from = end + 1;
    }
    return begins;
  }

  /** Breaks lines that would be too long at these places, as JavaPoet does. */
  private static void wrap(StringBuilder out, List<Integer> places) {
    int added = 0;
    int broken = -1;
    String indent = "";
    for (int i = 0; i < places.size(); i++) {
      int at = places.get(i) + added;
      int line = out.lastIndexOf("\n", at) + 1;
      if (line != broken) {
        int text = line;
        while (out.charAt(text) == ' ') {
          text++;
        }
        indent = out.substring(line, text) + CONTINUATION;
      }
      int end = out.indexOf("\n", at);
      if (i + 1 < places.size()) {
        end = Math.min(end, places.get(i + 1) + added);
      }
      if (end - line > LONGEST_LINE) {
        out.replace(at, at + 1, "\n" + indent);
        added += indent.length();
        broken = at + 1;
      }
    }
  }

  private static Map<TypeName, Integer> numbers(List<Object> parts) {
    Map<TypeName, Integer> numbers = new LinkedHashMap<>();
    for (Object part : parts) {
      if (part instanceof TypeName type) {
        numbers.putIfAbsent(type, numbers.size());
      }
    }
    return numbers;
  }
}
