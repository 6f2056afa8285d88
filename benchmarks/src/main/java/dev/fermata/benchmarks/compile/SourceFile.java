package dev.fermata.benchmarks.compile;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A Java file in memory. */
final class SourceFile extends SimpleJavaFileObject {
  private final String typeName;
  private final String text;

  SourceFile(String typeName, String text) {
    super(URI.create("mem:///" + typeName.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
    this.typeName = typeName;
    this.text = text;
  }

  String typeName() {
    return typeName;
  }

  String text() {
    return text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
