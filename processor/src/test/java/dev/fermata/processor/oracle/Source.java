package dev.fermata.processor.oracle;

import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * A Java file.
 *
 * @param path its path below the source root, {@code corpus/loops/DoWhile.java}
 */
public record Source(String path, String text) {

  /** Of its top-level type: {@code corpus.loops.DoWhile}. */
  public String typeName() {
    return path.substring(0, path.length() - ".java".length()).replace('/', '.');
  }

  public String packageName() {
    String name = typeName();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  public String simpleName() {
    String name = typeName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  List<String> lines() {
    return text.lines().toList();
  }

  JavaFileObject fileObject() {
    return new FileObject(this);
  }

  private static final class FileObject extends SimpleJavaFileObject {
    private final Source source;

    FileObject(Source source) {
      super(URI.create("mem:///" + source.path), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text;
    }
  }
}
