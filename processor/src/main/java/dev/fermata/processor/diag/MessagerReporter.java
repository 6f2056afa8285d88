package dev.fermata.processor.diag;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Prints reports through the compiler. The only user of {@link Messager}. */
public final class MessagerReporter {
  private final Messager messager;
  private final @Nullable Trees trees;
  private final boolean warnings;

  /**
   * Makes a reporter.
   *
   * @param trees places findings at trees, where the compiler has them
   * @param warnings whether findings that are no errors are printed at all
   */
  public MessagerReporter(Messager messager, Optional<TreeAccess> trees, boolean warnings) {
    this.messager = messager;
    this.trees = trees.map(TreeAccess::trees).orElse(null);
    this.warnings = warnings;
  }

  /** Prints each finding at its own place, in order. */
  public void print(Report report) {
    for (Diagnostic diagnostic : report.diagnostics()) {
      if (diagnostic.key().isError() || warnings) {
        print(diagnostic);
      }
    }
  }

  private void print(Diagnostic diagnostic) {
    Kind kind = diagnostic.key().kind();
    TreePath path = diagnostic.path();
    Element element = diagnostic.element();
    if (path != null && trees != null) {
      trees.printMessage(kind, diagnostic.message(), path.getLeaf(), path.getCompilationUnit());
    } else if (element != null) {
      messager.printMessage(kind, diagnostic.message(), element);
    } else {
      messager.printMessage(kind, diagnostic.message());
    }
  }
}
