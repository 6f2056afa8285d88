package dev.fermata.processor.detached;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Files whose coroutines name private types, compiled by a plain javac from folders. What they mean
 * when they run is for the corpus.
 */
class WideningCompilerTest extends FolderCompiler {

  private static final String TYPES =
      """

        private record Key(String name) {}
        private enum State { OPEN, CLOSED }
      }
      """;

  private static final String USER =
      HEADER
          + """
          @Async class User {
            private State state = State.OPEN;
            Coroutine<Object> use() {
              Key key = await(Coroutine.of(new Key("k")));
              return Coroutine.of(key.name() + await(Coroutine.of(state)));
            }
          """
          + TYPES;

  @Test
  void machinesAreClassFilesWithTheirTextBesideThem() throws IOException {
    write("src/p/User.java", USER);

    compile();

    assertThat(folder.resolve("out/p/UserCoroutines$Use.class")).exists();
    assertThat(folder.resolve("generated/p/UserAsync.java")).exists();
    assertThat(folder.resolve("generated/p/UserCoroutines.java")).doesNotExist();
    assertThat(folder.resolve("generated/p/UserCoroutines.java.txt"))
        .content()
        .contains("User.Key key = ");
  }

  @Test
  void whatNamesNoPrivateTypeStaysASource() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async class User {
              private String state() { return State.OPEN + "" + new Key(""); }
              Coroutine<Object> use() {
                return Coroutine.of(await(Coroutine.of(state())));
              }
            """
            + TYPES);

    compile();

    assertThat(folder.resolve("generated/p/UserCoroutines.java")).exists();
  }

  @Test
  void facesThatNamePrivateTypesAreClassFiles() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async class User {
              User(State state) {}
              Coroutine<Key> load(Key key, State... states) { return Coroutine.of(key); }
              Coroutine<Object> use() {
                User other = new UserAsync(State.CLOSED);
                return Coroutine.of(await(other.load(new Key("k"), State.OPEN)).name());
              }
            """
            + TYPES);
    write("src/p/Other.java", HEADER + "@Async interface Other { UserAsync user(); }");

    compile();

    assertThat(folder.resolve("out/p/UserAsync.class")).exists();
    assertThat(folder.resolve("generated/p/UserAsync.java.txt")).exists();
    assertThat(folder.resolve("generated/p/OtherAsync.java")).exists();
  }

  /** Attributed by a second compiler, which has to see what a third one has made. */
  @Test
  void besideACanonicalConstructor() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async class User {
              private record Point(int x) {
                private Point {
                  x++;
                }
              }
              Coroutine<Key> load(Key key) { return Coroutine.of(key); }
              Coroutine<Object> use() {
                var key = await(new UserAsync().load(new Key("k")));
                return Coroutine.of(key.name() + await(Coroutine.of(new Point(1))).x());
              }
            """
            + TYPES);

    compile();
  }

  @Test
  void wordsThatOnlyLookLikeTheModifier() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async class User {
              @SuppressWarnings(/* private */ "private") /** private */ // private
              private static /* private */ final class Words {
                private int n = 1;
              }
              @Deprecated private @SuppressWarnings("unused") static class More {}
              Coroutine<Object> use() {
                return Coroutine.of(await(Coroutine.of(new Words())).n + "" + new More());
              }
            """
            + TYPES);

    compile();
  }

  @Test
  void inANamedModule() throws IOException {
    write(
        "src/module-info.java",
        "module app { requires dev.fermata.asyncio; requires dev.fermata.annotations; }");
    write("src/p/User.java", USER);

    assertThat(javac("src", "-d", at("out"), "--module-path", modulePath())).isEmpty();
    assertThat(folder.resolve("out/p/UserCoroutines$Use.class")).exists();
  }

  @Test
  void forAnOlderRelease() throws IOException {
    write("src/p/User.java", USER);

    compile("--release", "17");

    assertThat(version("User")).isEqualTo(version("UserCoroutines$Use"));
  }

  @Test
  void withPreviewFeatures() throws IOException {
    write("src/p/User.java", USER);

    compile("--enable-preview", "--release", String.valueOf(Runtime.version().feature()));

    assertThat(version("User")).isEqualTo(version("UserCoroutines$Use"));
  }

  /** The minor and the major version of a class file. */
  private byte[] version(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("out/p/" + name + ".class"));
    return Arrays.copyOfRange(bytes, 4, 8);
  }

  @Test
  void typeErrorsStandAloneAtTheirOwnLines() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async class User {
              Coroutine<Key> use(Key key) {
                int n = key;
                return Coroutine.of(await(new UserAsync().use(key)));
              }
            """
            + TYPES);

    assertThat(javac("src", "-d", at("out"), "-cp", classPath()))
        .singleElement()
        .asString()
        .startsWith("User.java:9:13 incompatible types");
  }

  @Test
  void findingsOfOurOwnStandAloneAtTheirOwnLines() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async class User {
              Coroutine<State> use(State state) {
                synchronized (this) {
                  await(use(null));
                }
                return Coroutine.of(state);
              }
            """
            + TYPES);

    assertThat(javac("src", "-d", at("out"), "-cp", classPath()))
        .singleElement()
        .asString()
        .startsWith("User.java:10:7 [fermata.await-in-synchronized]");
  }

  @Test
  void errorsInWhatIsDeclaredAreReportedOnce() throws IOException {
    write(
        "src/p/User.java",
        HEADER
            + """
            @Async class User {
              Missing missing;
              Coroutine<Key> use(Key key) {
                return Coroutine.of(await(Coroutine.of(key)));
              }
            """
            + TYPES);

    assertThat(javac("src", "-d", at("out"), "-cp", classPath()))
        .singleElement()
        .asString()
        .startsWith("User.java:8:3 cannot find symbol");
  }

  private void compile(String... more) throws IOException {
    String generated = at("generated");
    Files.createDirectories(Path.of(generated));
    String[] arguments = Arrays.copyOf(more, more.length + 6);
    System.arraycopy(
        new String[] {"-d", at("out"), "-s", generated, "-cp", classPath()},
        0,
        arguments,
        more.length,
        6);
    assertThat(javac("src", arguments)).isEmpty();
  }
}
