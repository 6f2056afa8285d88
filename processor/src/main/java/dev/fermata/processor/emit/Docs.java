package dev.fermata.processor.emit;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Carries a user's Javadoc over to what is generated from its element. */
final class Docs {
  private final Elements elements;

  Docs(Elements elements) {
    this.elements = elements;
  }

  /** The comment as written, or the given text when there is none. */
  String of(Element element, String otherwise) {
    String comment = elements.getDocComment(element);
    // A comment of Java 23 may hold what ends one of the old kind.
    return comment == null || comment.isBlank()
        ? otherwise
        : unindented(comment).replace("*/", "*&#47;");
  }

  /**
   * The comment of a method that fails later than its original: each tag that says what it throws
   * becomes a paragraph that says so of awaiting it, before the other tags.
   */
  String ofCoroutineFunction(Element element) {
    StringBuilder text = new StringBuilder();
    StringBuilder thrown = new StringBuilder();
    StringBuilder tags = new StringBuilder();
    for (String block : blocks(of(element, ""))) {
      String[] words = block.strip().split("\\s+", 3);
      if (words[0].equals("@throws") || words[0].equals("@exception")) {
        String reason = words.length > 2 ? " " + words[2].stripTrailing() : "";
        thrown.append("\n<p>When awaited, may throw {@code ").append(words[1]).append("}");
        thrown.append(reason).append('\n');
      } else if (words[0].startsWith("@")) {
        tags.append(block);
      } else {
        text.append(block);
      }
    }
    String body = text.toString().stripTrailing();
    String end = tags.toString().stripTrailing();
    StringBuilder result = new StringBuilder(body);
    if (thrown.length() > 0) {
      result.append('\n').append(thrown.toString().stripTrailing());
    }
    if (!end.isEmpty()) {
      result.append(result.length() == 0 ? "" : "\n\n").append(end);
    }
    return result.toString();
  }

  /** The main description, then each block tag with its continuation lines. */
  private static List<String> blocks(String comment) {
    List<String> result = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String line : comment.split("\n", -1)) {
      if (line.stripLeading().startsWith("@") && current.length() > 0) {
        result.add(current.toString());
        current.setLength(0);
      }
      current.append(line).append('\n');
    }
    result.add(current.toString());
    return result.stream().filter(block -> !block.isBlank()).toList();
  }

  /** The compiler strips the stars but leaves the space after them. */
  private static String unindented(String comment) {
    StringBuilder result = new StringBuilder();
    for (String line : comment.split("\n", -1)) {
      result.append(line.startsWith(" ") ? line.substring(1) : line).append('\n');
    }
    return result.toString().stripTrailing();
  }
}
