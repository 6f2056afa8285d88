package dev.fermata.processor.detached;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.tools.FileObject;
import javax.tools.SimpleJavaFileObject;

/** A file of another compilation, found when it is read. */
final class OuterFile extends SimpleJavaFileObject {

  /** Finds the file. */
  @FunctionalInterface
  interface Place {
    FileObject file() throws IOException;
  }

  private final String binaryName;
  private final Place place;

  OuterFile(String binaryName, Kind kind, Place place) {
    super(URI.create("outer:///" + binaryName.replace('.', '/') + kind.extension), kind);
    this.binaryName = binaryName;
    this.place = place;
  }

  String binaryName() {
    return binaryName;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    return place.file().openInputStream();
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
    return place.file().getCharContent(ignoreEncodingErrors);
  }

  /** The other compilation has judged it. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return true;
  }
}
