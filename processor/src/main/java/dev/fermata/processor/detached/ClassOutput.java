package dev.fermata.processor.detached;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** Keeps class files in memory. */
final class ClassOutput extends ForwardingJavaFileManager<JavaFileManager> {

  private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

  ClassOutput(JavaFileManager files) {
    super(files);
  }

  /** Those of top-level types and of all in them; a type comes before the types in it. */
  Map<String, byte[]> classesOf(Set<String> types) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    written.forEach(
        (name, bytes) -> {
          if (types.stream().anyMatch(type -> name.equals(type) || name.startsWith(type + "$"))) {
            classes.put(name, bytes.toByteArray());
          }
        });
    return classes;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, @Nullable FileObject sibling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written.put(className, bytes);
    URI uri = URI.create("classes:///" + className.replace('.', '/') + kind.extension);
    return new SimpleJavaFileObject(uri, kind) {
      @Override
      public OutputStream openOutputStream() {
        return bytes;
      }
    };
  }
}
