package dev.fermata.processor.detached;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.SimpleJavaFileObject;

/** Class files that were made here for a compilation, whose filer does not open them again. */
final class MadeClasses {

  private static final Map<ProcessingEnvironment, Map<String, byte[]>> BY_COMPILATION =
      Collections.synchronizedMap(new WeakHashMap<>());

  private MadeClasses() {}

  /** Those of a compilation by binary name, to be added to. */
  static Map<String, byte[]> of(ProcessingEnvironment environment) {
    return BY_COMPILATION.computeIfAbsent(environment, each -> new HashMap<>());
  }

  /** One of them, to be read. */
  static final class Made extends SimpleJavaFileObject {
    private final byte[] bytes;

    Made(String binaryName, byte[] bytes) {
      super(
          URI.create("made:///" + binaryName.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
