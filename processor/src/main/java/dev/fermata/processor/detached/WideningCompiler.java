package dev.fermata.processor.detached;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.TreeAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * A second javac in this process that compiles generated sources which name private types.
 *
 * <p>That a member type is private is javac's affair alone: in its class file it is
 * package-private, and the JVM lets every class of the package use it. So the generated source,
 * which stands in that package, is compiled beside a copy of the user's file in which {@linkplain
 * Widened the word is missing}. Of that copy, as of all else the compilation has, javac looks at
 * little more than what is declared; it generates the wanted classes alone. Private members are
 * still out of reach, for the JVM guards these.
 *
 * <p>An error in what is declared is for the first compiler to report, as it will by itself.
 */
public final class WideningCompiler {

  private final ProcessingEnvironment environment;
  private final Trees trees;

  /** Makes one for a compilation, whose environment may be wrapped. */
  public WideningCompiler(ProcessingEnvironment environment, TreeAccess trees) {
    this.environment = TreeAccess.unwrap(environment);
    this.trees = trees.trees();
  }

  /**
   * What came of it.
   *
   * @param classes class files by binary name, those of a top-level type first; none after an error
   * @param errors what javac found wrong, in its words
   */
  public record Outcome(Map<String, byte[]> classes, List<String> errors) {}

  /**
   * Compiles sources.
   *
   * @param wanted those to be compiled, by the name of their one type
   * @param others sources that these may mention, and that the compilation does not see yet
   * @param owners the types whose files have the private types
   */
  public Outcome compile(
      Map<String, String> wanted, Map<String, String> others, Collection<TypeElement> owners) {
    Set<CompilationUnitTree> widened = new HashSet<>();
    owners.forEach(owner -> widened.add(trees.getPath(owner).getCompilationUnit()));
    List<JavaFileObject> units = new ArrayList<>();
    wanted.forEach((name, text) -> units.add(new GeneratedSource(name, text)));
    others.forEach((name, text) -> units.add(new GeneratedSource(name, text)));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    JavaFileManager platform = javac.getStandardFileManager(found, null, null);
    try (OuterFiles outer = new OuterFiles(environment, trees, platform, widened);
        ClassOutput files = new ClassOutput(outer)) {
      List<String> options = new ArrayList<>(List.of("-proc:none", "-g"));
      options.addAll(CompilerOptions.of(environment));
      JavacTask task =
          (JavacTask) javac.getTask(Writer.nullWriter(), files, found, options, null, units);
      FirstOnly.compile(task, wanted.keySet());
      List<Diagnostic<?>> errors = new ArrayList<>(found.getDiagnostics());
      errors.removeIf(each -> each.getKind() != Diagnostic.Kind.ERROR);
      Map<String, byte[]> classes = errors.isEmpty() ? files.classesOf(wanted.keySet()) : Map.of();
      MadeClasses.of(environment).putAll(classes);
      return new Outcome(classes, errors.stream().map(each -> each.getMessage(null)).toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
