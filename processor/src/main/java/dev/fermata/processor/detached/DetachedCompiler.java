package dev.fermata.processor.detached;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.MessagerReporter;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A second javac in this process, in which a file of the compilation can be attributed without
 * harm.
 *
 * <p>Attribution happens in place, class by class. Not all that it does to the trees is taken back
 * before javac compiles the class (17 to 25), and some things are taken for the user's then:
 *
 * <ul>
 *   <li>the {@code super()} that each constructor gets that has none. In a record's canonical
 *       constructor there must be no such call;
 *   <li>the type that a variable without one gets. If that is an anonymous class, javac looks for
 *       one of the name that it has in its class file, and finds none; nor does it find one of the
 *       name of a captured wildcard.
 * </ul>
 *
 * Nothing in the API undoes it, and a class cannot be attributed without those nested in it. So a
 * top-level class with such a constructor or variable is attributed by a compiler that stops before
 * it compiles anything, and only text and positions come back from there.
 *
 * <p>That compiler sees the same sources and class files as the first one, {@linkplain OuterFiles
 * through it}; to it all of them are in the unnamed module, since what may be named where is for
 * the first one to judge. What javac itself reports there is dropped, for the first one will come
 * to the same error by itself, in its own words; {@link ErrorWatch} makes sure that it does.
 */
public final class DetachedCompiler {

  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final MessagerReporter reporter;

  /** The top-level class that was searched last: the next type may stand in it too. */
  private @Nullable Tree lastSearched;

  /** What keeps that from being attributed in place. */
  private Optional<TreePath> lastObstacle = Optional.empty();

  /** Makes one for a compilation, whose environment may be wrapped. */
  public DetachedCompiler(ProcessingEnvironment environment, TreeAccess trees) {
    this.environment = TreeAccess.unwrap(environment);
    this.trees = trees.trees();
    this.reporter = new MessagerReporter(environment.getMessager(), Optional.of(trees), true);
  }

  /** Whether to attribute the type in place would keep it from being compiled. */
  public boolean isNeeded(TypeElement type) {
    return obstacle(type).isPresent();
  }

  /** What keeps the type from being attributed in place; the same for all types around it. */
  private Optional<TreePath> obstacle(TypeElement type) {
    TreePath path = trees.getPath(type);
    while (path.getParentPath().getLeaf() instanceof ClassTree) {
      path = path.getParentPath();
    }
    TreePath outermost = path;
    if (outermost.getLeaf() != lastSearched) {
      lastSearched = outermost.getLeaf();
      lastObstacle =
          CanonicalConstructors.in(outermost, trees)
              .or(() -> NamelessVariables.in(outermost, trees))
              .or(() -> CapturedParameters.in(outermost, trees));
    }
    return lastObstacle;
  }

  /**
   * What is done inside the second compiler.
   *
   * @param <R> the result, which must not hold elements, types or trees
   */
  @FunctionalInterface
  public interface Work<R> {
    /** Does it, with everything taken from that compiler, the type too. */
    R run(
        ProcessingEnvironment environment,
        TreeAccess trees,
        TypeElement type,
        Report.Builder report);
  }

  /**
   * What came of it.
   *
   * @param result null if the work was never begun
   * @param errors what javac itself found wrong, in its words
   * @param lasting whether one of the errors is more than a name that another round may bring
   */
  public record Outcome<R>(@Nullable R result, List<String> errors, boolean lasting) {
    public Outcome {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Runs the work on a type of this compilation.
   *
   * @param report takes what the work reports, at the trees of this compilation
   */
  public <R> Outcome<R> run(TypeElement type, Report.Builder report, Work<R> work) {
    CompilationUnitTree unit = trees.getPath(type).getCompilationUnit();
    OneRound<R> round =
        new OneRound<>(
            type.getQualifiedName().toString(), work, new Counterparts(trees, unit, report));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (JavaFileManager files =
        new OuterFiles(
            environment, trees, javac.getStandardFileManager(found, null, null), Set.of())) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              Writer.nullWriter(), files, found, options(), null, List.of(unit.getSourceFile()));
      task.setProcessors(List.of(round));
      task.call();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    round.rethrow();
    List<Diagnostic<?>> errors = new ArrayList<>(found.getDiagnostics());
    errors.removeIf(each -> each.getKind() != Diagnostic.Kind.ERROR);
    return new Outcome<>(
        round.result(),
        errors.stream().map(each -> each.getMessage(null)).toList(),
        errors.stream().anyMatch(each -> !isMissingName(each)));
  }

  /** As javac judges by itself, whether to begin another round. */
  private static boolean isMissingName(Diagnostic<?> error) {
    return error.getCode() != null
        && (error.getCode().startsWith("compiler.err.cant.resolve")
            || error.getCode().equals("compiler.err.doesnt.exist"));
  }

  private List<String> options() {
    List<String> options = CompilerOptions.of(environment);
    options.add("-proc:only");
    return options;
  }

  /**
   * Reports the errors of an outcome should the compilation come through without them: the second
   * compiler then did not see all that the first one does.
   */
  public void expect(List<String> errors, TypeElement type) {
    TreePath obstacle = obstacle(type).orElseThrow();
    Report report =
        Report.builder()
            .add(
                DiagnosticKey.SECOND_COMPILER,
                obstacle,
                type.getSimpleName(),
                String.join("; ", errors))
            .build();
    ErrorWatch.watch(environment, type, () -> reporter.print(report));
  }
}
