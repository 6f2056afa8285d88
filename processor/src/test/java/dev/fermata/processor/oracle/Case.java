package dev.fermata.processor.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file of the corpus.
 *
 * @param directives what its {@code // run:} comments say
 * @param refusals what its {@code // refused:} comments say
 */
public record Case(Source source, Set<String> directives, List<Refusal> refusals) {
  /** Each run has classes of its own, so that their initialisation is seen each time. */
  static final String FRESH = "fresh";

  /** To be run with assertions disabled as well. */
  static final String ASSERTIONS_OFF = "assertions off";

  /** No entries: other cases need it. */
  static final String SUPPORT = "support";

  private static final Pattern DIRECTIVE = Pattern.compile("// run: (.+)");
  private static final Pattern REFUSAL = Pattern.compile("// refused: (\\S+)");

  /** An error that the processor must report. */
  public record Refusal(long line, String key) {}

  static Case parse(Source source) {
    List<Refusal> refusals = new ArrayList<>();
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = REFUSAL.matcher(lines.get(i));
      while (matcher.find()) {
        refusals.add(new Refusal(i + 1, matcher.group(1)));
      }
    }
    Set<String> directives =
        DIRECTIVE
            .matcher(source.text())
            .results()
            .map(result -> result.group(1).strip())
            .collect(Collectors.toUnmodifiableSet());
    return new Case(source, directives, List.copyOf(refusals));
  }

  /** Its folder: {@code loops}. */
  public String construct() {
    return source.path().split("/", 3)[1];
  }

  boolean is(String directive) {
    return directives.contains(directive);
  }

  /** All files of the corpus that this JDK can compile, sorted. */
  static List<Case> corpus() {
    List<Case> cases = new ArrayList<>(below("corpus"));
    for (int release = 18; release <= Runtime.version().feature(); release++) {
      cases.addAll(below("corpus" + release));
    }
    return cases;
  }

  /** Types that are compiled before the corpus, which sees their class files only. */
  static List<Source> library() {
    return sources("library", "library");
  }

  private static List<Case> below(String folder) {
    return sources(folder, folder).stream().map(Case::parse).toList();
  }

  /** The Java files of a resource folder, which is the root of their packages or part of them. */
  static List<Source> sources(String folder, String prefix) {
    URL url = Case.class.getResource("/" + folder);
    if (url == null) {
      return List.of();
    }
    try {
      Path root = Path.of(url.toURI());
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> source(root, file, prefix))
            .sorted(Comparator.comparing(Source::path))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Source source(Path root, Path file, String prefix) {
    String relative = root.relativize(file).toString().replace('\\', '/');
    try {
      return new Source(
          prefix.isEmpty() ? relative : prefix + "/" + relative, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
