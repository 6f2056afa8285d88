package dev.fermata.processor.emit;

import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/**
 * The text of a generated source file.
 *
 * @param qualifiedName of its top-level type
 * @param origin the user's type it is made from, and from nothing else: build tools rely on it
 */
public record GeneratedFile(String qualifiedName, String text, TypeElement origin) {

  /** Hands the file to the compiler. */
  public void writeTo(Filer filer) throws IOException {
    try (Writer writer = filer.createSourceFile(qualifiedName, origin).openWriter()) {
      writer.write(text);
    }
  }
}
