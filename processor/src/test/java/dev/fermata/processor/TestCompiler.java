package dev.fermata.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles users' sources with the processor. */
public final class TestCompiler {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  /** Where compile-testing puts class files. */
  private static final String CLASS_OUTPUT = "CLASS_OUTPUT/";

  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)(?:^|; )(?:@?[\\w.-]+(?:\\([^)]*\\))? )*(?:class|interface|enum|record|@interface)"
              + " (\\w+)");
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing"));
  private final List<Processor> processors = new ArrayList<>();
  private MachineGenerator.Factory generator = TestGenerator::new;

  private TestCompiler() {}

  /** Starts with users' sources, each placed by the package and type that it declares. */
  public static TestCompiler of(String... texts) {
    TestCompiler result = new TestCompiler();
    for (String text : texts) {
      result.sources.add(JavaFileObjects.forSourceString(qualifiedName(text), text));
    }
    return result;
  }

  public TestCompiler option(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  public TestCompiler generator(MachineGenerator.Factory other) {
    generator = other;
    return this;
  }

  /** Makes real machines, in place of those of tests of what is around them. */
  public TestCompiler pipeline() {
    return generator(Pipeline::new);
  }

  /** Puts a folder of classes before the class path. */
  public TestCompiler classPath(Path folder) {
    return option(
        "-classpath", folder + File.pathSeparator + System.getProperty("java.class.path"));
  }

  /** Adds another processor beside ours. */
  public TestCompiler beside(Processor other) {
    processors.add(other);
    return this;
  }

  public Result compile() {
    List<Processor> all = new ArrayList<>(processors);
    all.add(new FermataProcessor(generator, processors.isEmpty()));
    return new Result(javac().withProcessors(all).withOptions(options).compile(sources));
  }

  /** Compiles without any processor, as javac alone judges the sources. */
  public Result compilePlain() {
    return new Result(javac().withOptions("-proc:none").compile(sources));
  }

  /** The path of the file that a text is taken for. */
  public static String path(String text) {
    return qualifiedName(text).replace('.', '/') + ".java";
  }

  private static String qualifiedName(String text) {
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in " + text);
    }
    Matcher home = PACKAGE.matcher(text);
    return home.find() ? home.group(1) + "." + type.group(1) : type.group(1);
  }

  /** What a compilation came to. */
  public record Result(Compilation compilation) {

    /** {@code Sums.java:5:12: the message's first line}, in order. */
    public List<String> errors() {
      return compilation.errors().stream().map(Result::rendered).toList();
    }

    public List<String> warnings() {
      return compilation.warnings().stream().map(Result::rendered).toList();
    }

    public List<String> notes() {
      return compilation.notes().stream().map(Result::rendered).toList();
    }

    public boolean succeeded() {
      return compilation.status() == Compilation.Status.SUCCESS;
    }

    /** The text of a generated source file by qualified name. */
    public String generated(String qualifiedName) {
      return compilation
          .generatedSourceFile(qualifiedName)
          .map(Result::text)
          .orElseThrow(
              () ->
                  new AssertionError(qualifiedName + " not among " + compilation.generatedFiles()));
    }

    public boolean hasGenerated(String qualifiedName) {
      return compilation.generatedSourceFile(qualifiedName).isPresent();
    }

    /** An object of a compiled class, which must have no errors, by qualified name. */
    public Object create(String qualifiedName) {
      assertThat(compilation.errors()).isEmpty();
      Map<String, byte[]> classes =
          compilation.generatedFiles().stream()
              .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
              .collect(Collectors.toMap(Result::binaryName, Result::bytes));
      ClassLoader loader =
          new ClassLoader(TestCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
              byte[] bytes = classes.get(name);
              if (bytes == null) {
                throw new ClassNotFoundException(name);
              }
              return defineClass(name, bytes, 0, bytes.length);
            }
          };
      try {
        return loader.loadClass(qualifiedName).getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }

    private static String binaryName(JavaFileObject file) {
      String path = file.getName();
      int start = path.indexOf(CLASS_OUTPUT) + CLASS_OUTPUT.length();
      return path.substring(start, path.length() - ".class".length()).replace('/', '.');
    }

    private static byte[] bytes(JavaFileObject file) {
      try (InputStream in = file.openInputStream()) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String text(JavaFileObject file) {
      try {
        return file.getCharContent(false).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String rendered(Diagnostic<? extends JavaFileObject> diagnostic) {
      String message = diagnostic.getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
      JavaFileObject source = diagnostic.getSource();
      if (source == null) {
        return message;
      }
      String path = source.toUri().getPath();
      return path.substring(path.lastIndexOf('/') + 1)
          + ":"
          + diagnostic.getLineNumber()
          + ":"
          + diagnostic.getColumnNumber()
          + ": "
          + message;
    }
  }
}
