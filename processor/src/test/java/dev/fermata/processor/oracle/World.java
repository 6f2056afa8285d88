package dev.fermata.processor.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * A way to compile cases: by javac alone, or by our processor.
 *
 * <p>All cases go through javac at once, because its start costs more than a case. Those that do
 * not compile are told from the others by the files of the errors, and left out of the next try.
 */
final class World {
  private static final int TRIES = 12;

  private final String name;
  private final List<Source> helpers;
  private final List<String> options;
  private final Supplier<Processor> processor;
  private final @Nullable ClassLoader parent;
  private final UnaryOperator<Source> seen;
  private final MemoryCompiler.Result basis;

  private World(
      String name,
      List<Source> helpers,
      List<String> options,
      Supplier<Processor> processor,
      @Nullable ClassLoader parent,
      UnaryOperator<Source> seen) {
    this.name = name;
    this.helpers = helpers;
    this.options = options;
    this.processor = processor;
    this.parent = parent;
    this.seen = seen;
    this.basis = compileBasis();
  }

  /** Where {@code await} returns at once. */
  static World stub() {
    List<Source> helpers = new ArrayList<>(Case.sources("oracle/common", ""));
    helpers.addAll(Case.sources("oracle/stub", ""));
    return new World(
        "stub",
        helpers,
        List.of("-nowarn", "--class-path", "none"),
        StubFaces::new,
        ClassLoader.getPlatformClassLoader(),
        World::unhidden);
  }

  /** Our processor, on our runtime. */
  static World real(Supplier<Processor> processor) {
    List<Source> helpers = new ArrayList<>(Case.sources("oracle/common", ""));
    helpers.addAll(Case.sources("oracle/real", ""));
    return new World(
        "real",
        helpers,
        List.of("-nowarn", "--class-path", System.getProperty("java.class.path")),
        processor,
        World.class.getClassLoader(),
        source -> source);
  }

  /** Private generators as what the faces of the stub world can override. */
  private static Source unhidden(Source source) {
    return new Source(source.path(), source.text().replaceAll("private /\\* or (\\w*) \\*/", "$1"));
  }

  /** The helpers and the library, which cases see as class files. */
  private MemoryCompiler.Result compileBasis() {
    List<Source> sources = new ArrayList<>(helpers);
    sources.addAll(Case.library());
    MemoryCompiler.Result result =
        MemoryCompiler.compile(sources, Map.of(), options, processor.get());
    if (!result.success()) {
      throw new IllegalStateException(
          name + " world: the helpers do not compile:\n" + describe(result));
    }
    return result;
  }

  /** Compiles once; for cases that are to be refused. */
  MemoryCompiler.Result compile(Collection<Case> cases) {
    return MemoryCompiler.compile(
        cases.stream().map(c -> seen.apply(c.source())).toList(),
        basis.classes(),
        options,
        processor.get());
  }

  /** Compiles once, with every warning that javac has. */
  MemoryCompiler.Result lint(Collection<Case> cases) {
    List<String> linting = new ArrayList<>(options);
    linting.remove("-nowarn");
    linting.addAll(List.of("-Xlint:all,-processing", "-Xmaxwarns", "1000000", "-implicit:none"));
    return MemoryCompiler.compile(
        cases.stream().map(Case::source).toList(), basis.classes(), linting, processor.get());
  }

  /** Compiles as many of the cases as can be compiled. */
  Built build(Collection<Case> cases) {
    Map<Case, String> failures = new LinkedHashMap<>();
    Map<String, byte[]> classes = new TreeMap<>(basis.classes());
    Map<String, String> generated = new TreeMap<>();
    build(List.copyOf(cases), failures, classes, generated);
    return new Built(name, parent, classes, generated, failures);
  }

  private void build(
      List<Case> cases,
      Map<Case, String> failures,
      Map<String, byte[]> classes,
      Map<String, String> generated) {
    List<Case> left = cases;
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      MemoryCompiler.Result result = compile(left);
      generated.putAll(result.generated());
      if (result.success()) {
        classes.putAll(result.classes());
        return;
      }
      Map<Case, String> found = culprits(left, result);
      if (found.isEmpty()) {
        if (left.size() == 1) {
          failures.put(left.get(0), describe(result));
          return;
        }
        break;
      }
      failures.putAll(found);
      left = left.stream().filter(c -> !found.containsKey(c)).toList();
    }
    if (left.size() == 1) {
      build(left, failures, classes, generated);
    } else if (!left.isEmpty()) {
      for (List<Case> half : halves(left)) {
        build(half, failures, classes, generated);
      }
    }
  }

  /** Halves that keep the cases of a construct together while they can: they may use each other. */
  private static List<List<Case>> halves(List<Case> cases) {
    int middle = cases.size() / 2;
    for (int distance = 0; distance < middle; distance++) {
      for (int cut : new int[] {middle - distance, middle + distance}) {
        if (cut > 0 && !cases.get(cut - 1).construct().equals(cases.get(cut).construct())) {
          middle = cut;
          distance = cases.size();
          break;
        }
      }
    }
    return List.of(cases.subList(0, middle), cases.subList(middle, cases.size()));
  }

  private static Map<Case, String> culprits(List<Case> cases, MemoryCompiler.Result result) {
    Map<Case, String> found = new LinkedHashMap<>();
    for (Diagnostic<? extends JavaFileObject> error : result.errors()) {
      if (error.getSource() == null) {
        continue;
      }
      String path = error.getSource().toUri().getPath().substring(1);
      for (Case c : cases) {
        if (belongsTo(path, c)) {
          found.merge(c, describe(error), (a, b) -> a + "\n" + b);
        }
      }
    }
    return found;
  }

  /** Whether the file is the case's or was generated from it. */
  private static boolean belongsTo(String path, Case c) {
    if (path.equals(c.source().path())) {
      return true;
    }
    String stem = c.source().path().substring(0, c.source().path().length() - ".java".length());
    return path.matches(
        java.util.regex.Pattern.quote(stem) + "(_\\w+)?(Async|Coroutines)_*\\.java");
  }

  private static String describe(MemoryCompiler.Result result) {
    return result.errors().stream().map(World::describe).collect(Collectors.joining("\n"))
        + (result.crash() == null ? "" : "\n" + result.crash());
  }

  static String describe(Diagnostic<? extends JavaFileObject> error) {
    String where =
        error.getSource() == null
            ? ""
            : error.getSource().getName() + ":" + error.getLineNumber() + ": ";
    return where + error.getMessage(java.util.Locale.ROOT);
  }
}
