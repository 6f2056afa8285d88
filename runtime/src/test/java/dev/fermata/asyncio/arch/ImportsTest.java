package dev.fermata.asyncio.arch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Asyncio;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds what the package's documentation says of ambiguous imports against the classes. */
class ImportsTest {

  private static final Path DOCUMENTATION =
      Path.of("src", "main", "java", "dev", "fermata", "asyncio", "package-info.java");

  private static final Pattern ITEM =
      Pattern.compile("<li>\\{@code (java[\\w.]*)\\.\\*}: (.*?)(?= *<li>| *</ul>)");

  private static final Pattern CODE = Pattern.compile("\\{@code (\\w+)}");

  @Test
  void ambiguousNamesAreListed() throws IOException {
    Map<String, Set<String>> listed = new TreeMap<>();
    String text = Files.readString(DOCUMENTATION).replaceAll("\\s*\\n \\*\\s*", " ");
    for (Matcher item = ITEM.matcher(text); item.find(); ) {
      Set<String> names = new TreeSet<>();
      for (Matcher code = CODE.matcher(item.group(2)); code.find(); ) {
        names.add(code.group(1));
      }
      listed.put(item.group(1), names);
    }
    assertThat(listed).isEqualTo(clashes());
  }

  /** Returns the names that public classes of java.base share with ours, by package. */
  private static Map<String, Set<String>> clashes() throws IOException {
    Map<String, Set<String>> clashes = new TreeMap<>();
    Path java = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/java");
    try (Stream<Path> files = Files.walk(java)) {
      files
          .map(file -> java.getParent().relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .forEach(
              name -> {
                String simple = name.substring(name.lastIndexOf('.') + 1);
                if (isPublic(Asyncio.class.getPackageName() + "." + simple) && isPublic(name)) {
                  clashes
                      .computeIfAbsent(
                          name.substring(0, name.lastIndexOf('.')), none -> new TreeSet<>())
                      .add(simple);
                }
              });
    }
    return clashes;
  }

  private static boolean isPublic(String name) {
    Class<?> type = find(name);
    return type != null && Modifier.isPublic(type.getModifiers());
  }

  private static @Nullable Class<?> find(String name) {
    try {
      return Class.forName(name, false, Asyncio.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
