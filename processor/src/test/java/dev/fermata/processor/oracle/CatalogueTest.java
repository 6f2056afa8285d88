package dev.fermata.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The corpus's README lists what there is: every file, and for each row of the catalogue its tests.
 */
final class CatalogueTest {
  private static final int ROWS = 144;
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern CITATION = Pattern.compile("// catalogue ((?:\\d+ ?)+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|([^|]*)\\|$");
  private static final Pattern FILE = Pattern.compile("`([\\w/]+)`");

  private final String readme = read(RESOURCES.resolve("corpus/README.md"));

  @Test
  void everyCaseIsNamed() {
    String constructs = readme.substring(0, readme.indexOf("## Catalogue"));
    Set<String> named =
        FILE.matcher(constructs)
            .results()
            .map(m -> m.group(1))
            .filter(name -> name.startsWith("corpus") && name.contains("/"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> present = new TreeSet<>();
    for (Path file : javaFiles(RESOURCES)) {
      String name = nameOf(file);
      if (name.startsWith("corpus")) {
        present.add(name);
      }
    }
    assertThat(named).isEqualTo(present);
  }

  @Test
  void everyRowNamesTheFilesThatCiteIt() {
    Map<Integer, Set<String>> expected = new TreeMap<>();
    IntStream.rangeClosed(1, ROWS).forEach(n -> expected.put(n, new TreeSet<>()));
    List<Path> files = new ArrayList<>(javaFiles(Path.of("src/test")));
    files.addAll(javaFiles(Path.of("../runtime/src/test")));
    for (Path file : files) {
      Matcher citations = CITATION.matcher(read(file));
      while (citations.find()) {
        for (MatchResult number : NUMBER.matcher(citations.group(1)).results().toList()) {
          expected
              .computeIfAbsent(Integer.parseInt(number.group()), n -> new TreeSet<>())
              .add(nameOf(file));
        }
      }
    }
    Map<Integer, Set<String>> rows = new TreeMap<>();
    for (MatchResult row : ROW.matcher(readme).results().toList()) {
      rows.put(
          Integer.parseInt(row.group(1)),
          FILE.matcher(row.group(2))
              .results()
              .map(m -> m.group(1))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    assertThat(rows).isEqualTo(expected);
  }

  /** A case by its path, any other test by its class. */
  private static String nameOf(Path file) {
    String path =
        file.startsWith(RESOURCES)
            ? RESOURCES.relativize(file).toString().replace('\\', '/')
            : String.valueOf(file.getFileName());
    return path.substring(0, path.length() - ".java".length());
  }

  private static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
