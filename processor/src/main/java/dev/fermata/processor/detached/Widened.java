package dev.fermata.processor.detached;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * The text of a source file in which no member type is private: blanks stand for the word.
 *
 * <p>The constructors of a record lose it too, as the canonical one must not be more private than
 * its record. Which members are private is therefore for the original to tell.
 */
final class Widened {

  private static final Pattern WORD_OR_COMMENT =
      Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)|\\bprivate\\b");

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final StringBuilder text;

  private Widened(CompilationUnitTree unit, SourcePositions positions) throws IOException {
    this.unit = unit;
    this.positions = positions;
    this.text = new StringBuilder(unit.getSourceFile().getCharContent(true));
  }

  static String textOf(CompilationUnitTree unit, SourcePositions positions) throws IOException {
    Widened widened = new Widened(unit, positions);
    unit.getTypeDecls().forEach(widened::widenMembers);
    return widened.text.toString();
  }

  private void widenMembers(Tree tree) {
    if (tree instanceof ClassTree outer) {
      for (Tree member : outer.getMembers()) {
        if (member instanceof ClassTree type) {
          widen(type.getModifiers());
          widenMembers(type);
        } else if (outer.getKind() == Tree.Kind.RECORD
            && member instanceof MethodTree constructor
            && constructor.getReturnType() == null) {
          widen(constructor.getModifiers());
        }
      }
    }
  }

  private void widen(ModifiersTree modifiers) {
    if (!modifiers.getFlags().contains(Modifier.PRIVATE)) {
      return;
    }
    int start = start(modifiers);
    for (Tree annotation : modifiers.getAnnotations()) {
      if (widen(start, start(annotation))) {
        return;
      }
      start = end(annotation);
    }
    widen(start, end(modifiers));
  }

  private boolean widen(int start, int end) {
    Matcher matcher = WORD_OR_COMMENT.matcher(text).region(start, Math.max(start, end));
    while (matcher.find()) {
      if (matcher.group().equals("private")) {
        text.replace(matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
        return true;
      }
    }
    return false;
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }
}
