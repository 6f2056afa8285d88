package dev.fermata.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.fermata.processor.detached.DetachedCompiler;
import dev.fermata.processor.detached.ErrorWatch;
import dev.fermata.processor.diag.AlreadyReportedException;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.MessagerReporter;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.emit.FaceEmitter;
import dev.fermata.processor.emit.GeneratedFile;
import dev.fermata.processor.emit.Scopes;
import dev.fermata.processor.emit.StubEmitter;
import dev.fermata.processor.emit.TypeNames;
import dev.fermata.processor.find.AsyncTypeFinder;
import dev.fermata.processor.find.Headers;
import dev.fermata.processor.model.AsyncType;
import dev.fermata.processor.validate.OutsideRules;
import dev.fermata.processor.validate.SignatureRules;
import dev.fermata.processor.validate.TypeRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is made in which round, and remembers from round to round by qualified name alone,
 * since elements and trees are entered anew each time.
 *
 * <pre>
 * round 1    every face, from elements. Nothing is attributed yet: javac would report errors about
 *            faces that do not exist, such as an @Override in new FooAsync() {..}
 * round 2    rules; machines of all bodies without unresolved names
 * round 3..  machines of bodies that named what another processor has made since
 * last       stubs for bodies still unresolved. javac, which has kept its errors about them to itself
 *            until now, reports them when it compiles
 * </pre>
 *
 * <p>After an error of a processor or from an attribution, javac goes straight to the last round
 * and compiles nothing. A type with an error still gets stubs for machines, for compilers that do
 * go on.
 */
final class Rounds {
  private final ProcessingEnvironment environment;
  private final Optional<TreeAccess> trees;
  private final Elements elements;
  private final Filer filer;
  private final AsyncTypeFinder finder;
  private final FaceEmitter faces;
  private final StubEmitter stubs;
  private final MessagerReporter reporter;
  private final Optional<MachineGenerator> generator;
  private final Optional<OutsideRules> outside;
  private final Preconditions preconditions;

  /** Whether what is missing now will be missing to the end. */
  private final boolean alone;

  /** Nothing is generated for want of a library. */
  private boolean impossible;

  /** Whether all machines are stubs, because of what is wrong with the compilation. */
  private @Nullable Boolean obstructed;

  /** Types with functions left out of their faces, because these mention what is missing. */
  private final Set<String> reduced = new LinkedHashSet<>();

  /** Types with stubs for machines, because their bodies mention what is missing. */
  private final Set<String> hopeless = new LinkedHashSet<>();

  private final Set<String> faceNames = new LinkedHashSet<>();

  /**
   * Not printed where javac has an error of its own, for then the trees may not be what they are.
   */
  private final List<Report> crashes = new ArrayList<>();

  private final Optional<DetachedCompiler> detached;
  private final Optional<WidenedFiles> widened;

  /** Top-level types of the user's own sources. */
  private final Set<String> sources = new LinkedHashSet<>();

  /** Types of our own making, which nobody need check. */
  private final Set<String> written = new LinkedHashSet<>();

  private final Set<String> faceless = new LinkedHashSet<>();
  private final Set<String> machineless = new LinkedHashSet<>();
  private final Set<String> suspects = new LinkedHashSet<>();

  /** Whether a type of the user's has the name of the face, by the type's name. */
  private final Map<String, Boolean> clashes = new LinkedHashMap<>();

  /** Types whose shape and signatures were checked, with the verdict. */
  private final Map<String, Boolean> valid = new LinkedHashMap<>();

  /** The names that kept a type's machines waiting the last time. */
  private final Map<String, List<String>> blockers = new LinkedHashMap<>();

  Rounds(
      ProcessingEnvironment environment,
      Optional<TreeAccess> trees,
      Optional<MachineGenerator> generator,
      ProcessorOptions options,
      boolean alone) {
    this.alone = alone;
    this.environment = TreeAccess.unwrap(environment);
    this.trees = trees;
    elements = environment.getElementUtils();
    filer = environment.getFiler();
    finder = new AsyncTypeFinder(elements);
    faces = new FaceEmitter(elements, environment.getTypeUtils());
    stubs = new StubEmitter(elements, environment.getTypeUtils());
    reporter = new MessagerReporter(environment.getMessager(), trees, options.warnings());
    this.generator = generator;
    outside = trees.map(access -> new OutsideRules(access, elements, environment.getTypeUtils()));
    preconditions = new Preconditions(environment, trees);
    trees.ifPresent(access -> access.onAnalyzed(this::analyzed));
    detached = trees.map(access -> new DetachedCompiler(environment, access));
    widened = trees.map(access -> new WidenedFiles(environment, access));
  }

  void process(RoundEnvironment round) {
    impossible = impossible || isLibraryMissing(round);
    if (impossible) {
      return;
    }
    List<String> ready = List.copyOf(machineless);
    List<String> suspected = List.copyOf(suspects);
    collect(round);
    generator.ifPresent(MachineGenerator::beginRound);
    if (round.processingOver()) {
      finish(round);
      return;
    }
    guardedEach(suspected, this::awaitOutside);
    writeFaces(alone);
    guardedEach(ready, this::writeMachines);
    widened.ifPresent(this::compile);
  }

  private void compile(WidenedFiles files) {
    try {
      files.compile();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean isLibraryMissing(RoundEnvironment round) {
    Report missing = preconditions.libraries(round);
    reporter.print(missing);
    return missing.hasErrors();
  }

  private void collect(RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        String name = type.getQualifiedName().toString();
        sources.add(name);
        boolean ours = written.contains(name);
        if (!ours && outside.isPresent() && outside.get().isSuspect(type)) {
          suspects.add(name);
        }
      }
    }
    for (TypeElement type : finder.find(round)) {
      String name = type.getQualifiedName().toString();
      if (elements.getTypeElement(name) == null) {
        reportUnnamed(type);
      } else {
        faceless.add(name);
      }
    }
  }

  /** The class that Java 25 puts around the members of a compact source file has no name. */
  private void reportUnnamed(TypeElement type) {
    reporter.print(
        Report.builder()
            .add(
                DiagnosticKey.TYPE_LOCAL,
                type,
                type.getSimpleName(),
                "a compact source file",
                "to a file of its own")
            .build());
  }

  /**
   * Writes the face of every type whose own header resolves, but for names of faces.
   *
   * @param anyway writes what resolves of the others
   */
  private void writeFaces(boolean anyway) {
    List<AsyncType> types = new ArrayList<>();
    guardedEach(List.copyOf(faceless), (name, element) -> types.add(finder.describe(element)));
    Map<String, String> byName = TypeNames.facesByName(types);
    faceNames.addAll(byName.keySet());
    Scopes scopes = new Scopes(elements);
    for (AsyncType type : types) {
      guarded(
          type.element(),
          () -> {
            if (Headers.unresolved(type, byName.keySet()).isEmpty()) {
              writeFace(type, byName, scopes);
            } else if (anyway) {
              reduced.add(type.qualifiedName());
              Headers.resolvedPart(type, byName.keySet())
                  .ifPresent(part -> writeFace(part, byName, scopes));
            }
          });
    }
  }

  private void writeFace(AsyncType type, Map<String, String> byName, Scopes scopes) {
    faceless.remove(type.qualifiedName());
    if (!isClash(type)) {
      if (!write(faces.emit(type, byName, scopes))) {
        return;
      }
      if (type.kind() != AsyncType.Kind.UNRELATED) {
        widened.ifPresent(files -> files.expect(() -> stubs.emit(type)));
      }
    }
    machineless.add(type.qualifiedName());
    if (generator.isEmpty()) {
      writeMachines(type.qualifiedName(), type.element());
    }
  }

  /** Faces enter the compilation as roots too, so what counts is what was there before them. */
  private boolean isClash(AsyncType type) {
    return clashes.computeIfAbsent(
        type.qualifiedName(), name -> sources.contains(type.faceQualifiedName()));
  }

  private void writeMachines(String name, TypeElement element) {
    AsyncType type = finder.describe(element);
    if (!isPossible(type) || !isValid(type) || reduced.contains(name)) {
      writeStubs(type);
      return;
    }
    if (generator.isEmpty()) {
      reporter.print(
          Report.builder().add(DiagnosticKey.NO_TREES, element, element.getSimpleName()).build());
      writeStubs(type);
      return;
    }
    Attempt attempt = DeepStack.run(() -> generate(generator.get(), type));
    MachineGenerator.Result result = attempt.result();
    Report.Builder report = attempt.report();
    if (result instanceof MachineGenerator.Result.NotYet notYet) {
      blockers.put(name, notYet.names());
      if (alone) {
        hopeless.add(name);
        writeStubs(type);
      }
      return;
    }
    reporter.print(report.build());
    if (result instanceof MachineGenerator.Result.Generated generated && !report.hasErrors()) {
      machineless.remove(name);
      write(generated.file());
    } else {
      writeStubs(type);
    }
  }

  private record Attempt(MachineGenerator.Result result, Report.Builder report) {}

  private static Attempt generate(MachineGenerator generator, AsyncType type) {
    Report.Builder report = Report.builder();
    try {
      return new Attempt(generator.generate(type, report), report);
    } catch (AlreadyReportedException reported) {
      return new Attempt(new MachineGenerator.Result.Failed(), report);
    }
  }

  private void writeStubs(AsyncType type) {
    machineless.remove(type.qualifiedName());
    if (type.kind() != AsyncType.Kind.UNRELATED && !isClash(type)) {
      AsyncType part =
          reduced.contains(type.qualifiedName())
              ? Headers.resolvedPart(type, faceNames).orElse(type)
              : type;
      write(stubs.emit(part));
    }
  }

  /** Checks the compilation, and says at the first type what is wrong with it. */
  private boolean isPossible(AsyncType type) {
    if (obstructed == null) {
      Report report = preconditions.check(type.element());
      reporter.print(report);
      obstructed = report.hasErrors();
    }
    return !obstructed;
  }

  /** Checks shape and signatures once, and prints what is wrong with them. */
  private boolean isValid(AsyncType type) {
    return valid.computeIfAbsent(
        type.qualifiedName(),
        name -> {
          Report.Builder report = Report.builder();
          TypeRules.check(type, isClash(type), report);
          SignatureRules.check(type, report);
          reporter.print(report.build());
          return !report.hasErrors();
        });
  }

  private void awaitOutside(String name, TypeElement element) {
    if (detached.isPresent() && detached.get().isNeeded(element)) {
      awaitOutsideDetached(name, element);
      return;
    }
    suspects.remove(name);
    Report.Builder report = Report.builder();
    outside.ifPresent(rules -> rules.check(element, report));
    reporter.print(report.build());
  }

  /** In the last round too, since the compilation then has no errors of this attribution. */
  private void awaitOutsideDetached(String name, TypeElement element) {
    suspects.remove(name);
    Report.Builder report = Report.builder();
    detached.ifPresent(compiler -> compiler.run(element, report, Rounds::awaitOutside));
    outside.ifPresent(rules -> rules.skip(element));
    reporter.print(report.build());
  }

  /** After the last round: what could not be said before javac itself has looked at a type. */
  private void analyzed(TypeElement type, CompilationUnitTree unit) {
    if (!impossible && !written.contains(type.getQualifiedName().toString())) {
      guarded(
          type,
          () -> {
            Report.Builder report = Report.builder();
            outside.ifPresent(rules -> rules.checkAnalyzed(type, unit, report));
            reporter.print(report.build());
          });
    }
  }

  private static boolean awaitOutside(
      ProcessingEnvironment environment,
      TreeAccess trees,
      TypeElement element,
      Report.Builder report) {
    new OutsideRules(trees, environment.getElementUtils(), environment.getTypeUtils())
        .check(element, report);
    return true;
  }

  private void finish(RoundEnvironment round) {
    guardedEach(List.copyOf(reduced), this::stillReduced);
    writeFaces(true);
    guardedEach(List.copyOf(machineless), this::writeLastStubs);
    widened.ifPresent(this::compile);
    if (round.errorRaised()) {
      return; // Bodies may name what was not generated because of that error.
    }
    guardedEach(List.copyOf(suspects), this::awaitOutsideDetached);
    widened.ifPresent(files -> files.finish(reporter::print));
    if (trees.isPresent()) {
      guardedEach(List.copyOf(hopeless), this::expectError);
    }
    crashes.forEach(reporter::print);
  }

  private void stillReduced(String name, TypeElement element) {
    if (Headers.unresolved(finder.describe(element), Set.of()).isEmpty()) {
      throw new IllegalStateException("made by a processor that was not found: a type in " + name);
    }
  }

  /** What another processor might have made is missing to the end. */
  private void writeLastStubs(String name, TypeElement element) {
    AsyncType type = finder.describe(element);
    writeStubs(type);
    if (isValid(type)) {
      hopeless.add(name);
    }
  }

  /**
   * Says what a type has waited for, should javac find no error in the compilation: the stubs must
   * not pass for its machines.
   *
   * <p>The type is not attributed here. javac is about to do that, and puts its own errors at their
   * places; while processors run it reports them late, and 25 then has forgotten the file of those
   * that it simplifies.
   */
  private void expectError(String name, TypeElement element) {
    TreePath declaration = trees.orElseThrow().trees().getPath(element);
    Report report =
        Report.builder()
            .add(
                DiagnosticKey.UNRESOLVED,
                declaration,
                element.getSimpleName(),
                String.join(", ", blockers.getOrDefault(name, List.of())))
            .build();
    ErrorWatch.watch(environment, element, () -> reporter.print(report));
  }

  /** Whether the file is none that is there already. */
  private boolean write(GeneratedFile file) {
    try {
      written.add(file.qualifiedName());
      if (widened.isPresent()) {
        widened.get().write(file);
      } else {
        file.writeTo(filer);
      }
      return true;
    } catch (FilerException exists) {
      reporter.print(
          Report.builder()
              .add(
                  DiagnosticKey.FACE_CLASH,
                  file.origin(),
                  file.qualifiedName(),
                  "generated for another type")
              .build());
      return false;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void guardedEach(List<String> names, BiConsumer<String, TypeElement> work) {
    for (String name : names) {
      TypeElement element = elements.getTypeElement(name);
      if (element != null) {
        guarded(element, () -> work.accept(name, element));
      }
    }
  }

  /** Runs the work on one type; a crash in it is an error at that type, and others go on. */
  private void guarded(TypeElement element, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError crash) {
      String name = element.getQualifiedName().toString();
      crashes.add(Crashes.report(element, crash));
      faceless.remove(name);
      if (machineless.remove(name)) {
        guarded(element, () -> writeStubs(finder.describe(element)));
      }
    }
  }
}
