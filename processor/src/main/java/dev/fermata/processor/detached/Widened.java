package dev.fermata.processor.detached;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The text of a source file as others see it, in which no member type is private: the word is
 * missing.
 *
 * <p>The constructors of a record lose it too, as the canonical one must not be more private than
 * its record. Which members are private is therefore for the original to tell. Methods have no
 * bodies to speak of, so that what is wrong in one does not matter here.
 */
final class Widened {

  private static final Pattern WORD_OR_COMMENT =
      Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)|\\bprivate\\b");

  /** What stands in the place of a stretch of the original. */
  private record Edit(int start, int end, String text) {}

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String source;
  private final List<Edit> edits = new ArrayList<>();

  private Widened(CompilationUnitTree unit, SourcePositions positions) throws IOException {
    this.unit = unit;
    this.positions = positions;
    this.source = unit.getSourceFile().getCharContent(true).toString();
  }

  static String textOf(CompilationUnitTree unit, SourcePositions positions) throws IOException {
    Widened widened = new Widened(unit, positions);
    unit.getTypeDecls().forEach(widened::widenMembers);
    return widened.text();
  }

  private String text() {
    edits.sort(Comparator.comparingInt(Edit::start));
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (Edit edit : edits) {
      text.append(source, copied, edit.start()).append(edit.text());
      copied = edit.end();
    }
    return text.append(source, copied, source.length()).toString();
  }

  private void widenMembers(Tree tree) {
    if (tree instanceof ClassTree outer) {
      for (Tree member : outer.getMembers()) {
        if (member instanceof ClassTree type) {
          widen(type.getModifiers());
          widenMembers(type);
        } else if (member instanceof MethodTree method && method.getReturnType() != null) {
          empty(method.getBody());
        } else if (member instanceof MethodTree constructor
            && outer.getKind() == Tree.Kind.RECORD) {
          widen(constructor.getModifiers());
        }
      }
    }
  }

  private void empty(@Nullable BlockTree body) {
    if (body != null && end(body) > start(body)) {
      edits.add(new Edit(start(body), end(body), "{ throw null; }"));
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
    Matcher matcher = WORD_OR_COMMENT.matcher(source).region(start, Math.max(start, end));
    while (matcher.find()) {
      if (matcher.group().equals("private")) {
        edits.add(new Edit(matcher.start(), matcher.end(), ""));
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
