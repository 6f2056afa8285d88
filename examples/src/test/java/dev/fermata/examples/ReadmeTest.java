package dev.fermata.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README quotes is what there is. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path SUMS = Path.of("src/main/java/dev/fermata/examples/Sums.java");
  private static final Path MACHINES =
      Path.of("target/generated-sources/annotations/dev/fermata/examples/SumsCoroutines.java");

  @Test
  void theGeneratedClassIsQuotedAsItIs() throws IOException {
    String quoted = block("class PrintSum");

    assertThat(withoutLayout(Files.readString(MACHINES))).contains(withoutLayout(quoted));
  }

  @Test
  void theExampleHasTheBodiesThatTheReadmeShows() throws IOException {
    String quoted = block("public interface Sums");
    String source = withoutLayout(Files.readString(SUMS));

    for (String method : quoted.substring(quoted.indexOf('{') + 1).split("\n\n", -1)) {
      assertThat(source).contains(withoutLayout(method.replaceAll("\n}\\s*$", "")));
    }
  }

  /** The fenced Java block that holds the text. */
  private static String block(String text) throws IOException {
    List<String> blocks = new ArrayList<>();
    String[] parts = Files.readString(README).split("```", -1);
    for (int i = 1; i < parts.length; i += 2) {
      if (parts[i].startsWith("java\n") && parts[i].contains(text)) {
        blocks.add(parts[i].substring("java\n".length()));
      }
    }
    assertThat(blocks).as("blocks of the README with " + text).hasSize(1);
    return blocks.get(0);
  }

  private static String withoutLayout(String code) {
    return code.lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
