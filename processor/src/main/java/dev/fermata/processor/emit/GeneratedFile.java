package dev.fermata.processor.emit;

import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * The text of a generated source file.
 *
 * @param qualifiedName of its top-level type
 * @param origin the user's type it is made from, and from nothing else: build tools rely on it
 * @param namesPrivateTypes whether a compiler has to overlook that types of the user's are private
 */
public record GeneratedFile(
    String qualifiedName, String text, TypeElement origin, boolean namesPrivateTypes) {

  /** Hands the file to the compiler. */
  public void writeTo(Filer filer) throws IOException {
    try (Writer writer = filer.createSourceFile(qualifiedName, origin).openWriter()) {
      writer.write(text);
    }
  }

  /**
   * Writes the text where sources are generated, for people alone: under a name that no compiler
   * takes for a source, since none could compile it.
   */
  public void writeTextTo(Filer filer) throws IOException {
    int dot = qualifiedName.lastIndexOf('.');
    String packageName = qualifiedName.substring(0, Math.max(dot, 0));
    String file = qualifiedName.substring(dot + 1) + ".java.txt";
    try (Writer writer =
        filer
            .createResource(StandardLocation.SOURCE_OUTPUT, packageName, file, origin)
            .openWriter()) {
      writer.write(text);
    }
  }
}
