package dev.fermata.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.fermata.processor.ir.IrStmt;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * Types that a body declares, as members of its machine and in the user's own words.
 *
 * <p>JavaPoet takes no member as text. So the text goes into the initializer of an empty class of
 * the same name, which reserves that name, and the printed file loses the class around the text.
 *
 * <pre>{@code
 * static class Pair {           =>    record Pair(int a, int b) {}
 *   {
 *     [mark]
 *     record Pair(int a, int b) {}
 *     [mark]
 *   }
 * }
 * }</pre>
 */
final class LocalTypes {

  private static final String BEGIN = "/*[local type*/";
  private static final String END = "/*local type]*/";
  private static final int LINES_AROUND = 2;
  private static final int INDENT = 4;

  private LocalTypes() {}

  static TypeSpec wrap(IrStmt.LocalType type, CodeBlock declaration) {
    CodeBlock.Builder text = CodeBlock.builder().add("$L\n", BEGIN);
    if (type.type().getKind() == ElementKind.CLASS) {
      text.add("static ");
    }
    return TypeSpec.classBuilder(type.type().getSimpleName().toString())
        .addModifiers(Modifier.STATIC)
        .addInitializerBlock(text.add(declaration).add("\n$L\n", END).build())
        .build();
  }

  static String unwrap(String file) {
    if (!file.contains(BEGIN)) {
      return file;
    }
    List<String> out = new ArrayList<>();
    boolean inside = false;
    int skip = 0;
    for (String line : file.split("\n", -1)) {
      if (skip > 0) {
        skip--;
      } else if (line.strip().equals(BEGIN)) {
        out.subList(out.size() - LINES_AROUND, out.size()).clear();
        inside = true;
      } else if (line.strip().equals(END)) {
        skip = LINES_AROUND;
        inside = false;
      } else {
        out.add(inside && line.length() > INDENT ? line.substring(INDENT) : line);
      }
    }
    return String.join("\n", out);
  }
}
