package dev.fermata.processor.detached;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that exists in memory alone. */
final class GeneratedSource extends SimpleJavaFileObject {

  private final String text;

  GeneratedSource(String qualifiedName, String text) {
    super(
        URI.create("generated:///" + qualifiedName.replace('.', '/') + Kind.SOURCE.extension),
        Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
