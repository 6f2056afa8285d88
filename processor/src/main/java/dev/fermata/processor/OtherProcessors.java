package dev.fermata.processor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Processor;

/**
 * Whether another processor may yet make a class that is missing.
 *
 * <p>Where none can, a missing name is an error of the user's, and can be treated as one at once:
 * then a face that leaves out what names it keeps the rest of the user's code free of errors.
 */
final class OtherProcessors {
  private static final String SERVICES = "META-INF/services/" + Processor.class.getName();

  /** Reads what javac itself goes by: the services on the path that this processor comes from. */
  static boolean mayBePresent() {
    List<String> found = new ArrayList<>();
    try {
      for (URL url :
          Collections.list(OtherProcessors.class.getClassLoader().getResources(SERVICES))) {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .forEach(found::add);
        }
      }
    } catch (IOException unreadable) {
      return true;
    }
    String ours = FermataProcessor.class.getName();
    return !found.contains(ours) || found.stream().anyMatch(name -> !name.equals(ours));
  }

  private OtherProcessors() {}
}
