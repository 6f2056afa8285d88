package dev.fermata.asyncio.arch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Asyncio;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the table of asyncio's names, in the package's documentation, against the classes. */
class AsyncioNamesTest {

  private static final String PACKAGE = Asyncio.class.getPackageName();

  private static final Path PAGE =
      Path.of("src", "main", "java", "dev", "fermata", "asyncio", "doc-files", "asyncio.html");

  private static final Pattern SECTION = Pattern.compile("<h2 id=\"(\\w+)\">");

  private static final Pattern ROW =
      Pattern.compile("<tr><td><code>(\\w+)</code></td><td>(.*?)</td><td>(.*?)</td></tr>");

  private static final Pattern OWN = Pattern.compile("<tr><td>(\\{@link.*?)</td><td>.*</td></tr>");

  private static final Pattern LINK =
      Pattern.compile("\\{@link\\s+([A-Z][\\w.]*)(?:#(\\w+)[^}]*)?[^}]*}");

  /** A row: Python's name, with its class if it has one, and what stands beside it. */
  private record Row(String name, String counterpart, String remark) {}

  private record Link(Class<?> type, @Nullable String member) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<Link> linked = new ArrayList<>();
  private final List<Link> own = new ArrayList<>();

  AsyncioNamesTest() throws IOException {
    String section = "";
    // A row is a line here, however the page is wrapped.
    String page = Files.readString(PAGE).replaceAll("\\s*\\n\\s*", " ").replace("<tr>", "\n<tr>");
    for (String line : page.replace("<h2", "\n<h2").split("\n", -1)) {
      Matcher heading = SECTION.matcher(line);
      if (heading.find()) {
        section = heading.group(1);
      }
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        String prefix = Character.isUpperCase(section.charAt(0)) ? section + "." : "";
        rows.add(new Row(prefix + row.group(1), row.group(2), row.group(3)));
        linked.addAll(links(row.group(2)));
      }
      Matcher javas = OWN.matcher(line);
      if (javas.find()) {
        own.addAll(links(javas.group(1)));
      }
    }
    linked.addAll(own);
  }

  private static List<Link> links(String text) {
    List<Link> links = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      Class<?> type = type(link.group(1));
      assertThat(type).as("class of " + link.group()).isNotNull();
      links.add(new Link(type, link.group(2)));
    }
    return links;
  }

  private static @Nullable Class<?> type(String name) {
    try {
      return Class.forName(PACKAGE + "." + name.replace('.', '$'));
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static List<String> asyncioNames() throws IOException {
    try (InputStream names = AsyncioNamesTest.class.getResourceAsStream("asyncio-names.txt")) {
      assertThat(names).isNotNull();
      return new String(names.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void everyNameOfAsyncioIsInTheTableOnce() throws IOException {
    assertThat(rows).extracting(Row::name).doesNotHaveDuplicates().containsAll(asyncioNames());
  }

  @Test
  void everyRowHasACounterpartOrAReason() {
    assertThat(rows)
        .allSatisfy(
            row -> {
              if (row.counterpart().equals("none")) {
                assertThat(row.remark()).as(row.name()).isNotEmpty();
              } else if (!row.counterpart().equals("later")) {
                assertThat(links(row.counterpart())).as(row.name()).isNotEmpty();
              }
            });
  }

  @Test
  void everyCounterpartExists() {
    assertThat(linked)
        .allSatisfy(
            link -> {
              assertThat(Modifier.isPublic(link.type().getModifiers())).isTrue();
              if (link.member() != null) {
                assertThat(publicNames(link.type())).contains(link.member());
              }
            });
  }

  @Test
  void whatIsThereIsNotSaidToComeLater() {
    List<String> functions =
        Arrays.stream(Asyncio.class.getDeclaredMethods()).map(Method::getName).toList();
    for (Row row : rows) {
      if (row.counterpart().equals("later") && !row.name().contains(".")) {
        Class<?> type = type(row.name());
        assertThat(type != null && Modifier.isPublic(type.getModifiers())).as(row.name()).isFalse();
        assertThat(functions).doesNotContain(camelCase(row.name()));
      }
    }
  }

  @Test
  void everyPublicMethodIsInTheTableOrSaidToBeJavas() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Class<?> type : publicClasses()) {
      boolean isOwn =
          own.stream().anyMatch(link -> link.member() == null && link.type() == type)
              || Throwable.class.isAssignableFrom(type)
              || type.isEnum();
      for (Method method : type.getDeclaredMethods()) {
        if (!isOwn
            && Modifier.isPublic(method.getModifiers())
            && !method.isSynthetic()
            && !isOfObject(method)
            && !isOfRecord(type, method)
            && linked.stream().noneMatch(link -> names(link, type, method.getName()))) {
          missing.add(type.getSimpleName() + "." + method.getName());
        }
      }
      if (linked.stream().noneMatch(link -> link.type() == type)
          && !Throwable.class.isAssignableFrom(type)) {
        missing.add(type.getSimpleName());
      }
    }
    assertThat(missing).as("neither in a row nor under Java's own").isEmpty();
  }

  /** Whether a link names a method, be it by a class that inherits or overrides it. */
  private static boolean names(Link link, Class<?> type, String method) {
    return method.equals(link.member())
        && (link.type().isAssignableFrom(type) || type.isAssignableFrom(link.type()));
  }

  private static boolean isOfObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(
            other ->
                other.getName().equals(method.getName())
                    && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
  }

  private static boolean isOfRecord(Class<?> type, Method method) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.getAccessor().equals(method));
  }

  private static Set<String> publicNames(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (Method method : type.getMethods()) {
      names.add(method.getName());
    }
    Arrays.stream(type.getFields()).forEach(field -> names.add(field.getName()));
    return names;
  }

  private static List<Class<?>> publicClasses() throws IOException {
    List<Class<?>> classes = new ArrayList<>();
    Path folder = Path.of("src", "main", "java").resolve(PACKAGE.replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        Class<?> type =
            name.endsWith(".java") && !name.startsWith("package-")
                ? type(name.substring(0, name.length() - 5))
                : null;
        if (type != null && Modifier.isPublic(type.getModifiers())) {
          classes.add(type);
        }
      }
    }
    return classes;
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      text.append(
          text.length() == 0 || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }
}
