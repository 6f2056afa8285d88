package dev.fermata.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.model.RuntimeNames;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What the whole compilation must offer before anything is generated: otherwise each generated
 * class would have errors that say less.
 */
final class Preconditions {
  private final Elements elements;
  private final @Nullable Trees trees;
  private final SourceVersion source;

  Preconditions(ProcessingEnvironment environment, Optional<TreeAccess> trees) {
    this.elements = environment.getElementUtils();
    this.trees = trees.map(TreeAccess::trees).orElse(null);
    this.source = environment.getSourceVersion();
  }

  /** Finds out whether a library is missing, if the round uses it; one error at most. */
  Report libraries(RoundEnvironment round) {
    Report.Builder report = Report.builder();
    if (isMissing(RuntimeNames.ASYNC) || isMissing(RuntimeNames.ASYNCIO)) {
      for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
        if (importsWhatIsMissing(type, report)) {
          return report.build();
        }
      }
    }
    TypeElement annotation = elements.getTypeElement(RuntimeNames.ASYNC);
    if (annotation != null && isMissing(RuntimeNames.ASYNC_FRAME)) {
      round.getElementsAnnotatedWith(annotation).stream()
          .findFirst()
          .ifPresent(type -> runtime(type, report));
    }
    return report.build();
  }

  private static void runtime(Element type, Report.Builder report) {
    report.add(
        DiagnosticKey.MISSING_LIBRARY, type, RuntimeNames.ASYNCIO_PACKAGE, "fermata-runtime");
  }

  /** Finds out whether machines would compile and run. */
  Report check(TypeElement type) {
    Report.Builder report = Report.builder();
    if (source.compareTo(SourceVersion.RELEASE_17) < 0) {
      report.add(DiagnosticKey.SOURCE_LEVEL, type, source.name().substring("RELEASE_".length()));
    }
    Object version = protocolVersion();
    if (version != null && !version.equals(RuntimeNames.PROTOCOL_VERSION)) {
      report.add(DiagnosticKey.RUNTIME_VERSION, type, RuntimeNames.PROTOCOL_VERSION, version);
    }
    return report.build();
  }

  private boolean importsWhatIsMissing(TypeElement type, Report.Builder report) {
    TreePath path = trees == null ? null : trees.getPath(type);
    if (path == null) {
      return false;
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    for (ImportTree each : unit.getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      TreePath place =
          new TreePath(new TreePath(new TreePath(unit), each), each.getQualifiedIdentifier());
      if (name.startsWith(RuntimeNames.ASYNCIO_PACKAGE + ".") && isMissing(RuntimeNames.ASYNCIO)) {
        report.add(
            DiagnosticKey.MISSING_LIBRARY, place, RuntimeNames.ASYNCIO_PACKAGE, "fermata-runtime");
        return true;
      }
      if (name.equals(RuntimeNames.ASYNC) && isMissing(RuntimeNames.ASYNC)) {
        report.add(DiagnosticKey.MISSING_LIBRARY, place, RuntimeNames.ASYNC, "fermata-annotations");
        return true;
      }
    }
    return false;
  }

  private boolean isMissing(String name) {
    return elements.getTypeElement(name) == null;
  }

  private @Nullable Object protocolVersion() {
    TypeElement protocol = elements.getTypeElement(RuntimeNames.PROTOCOL);
    return protocol == null
        ? null
        : ElementFilter.fieldsIn(protocol.getEnclosedElements()).stream()
            .filter(
                field -> field.getSimpleName().contentEquals(RuntimeNames.PROTOCOL_VERSION_FIELD))
            .findFirst()
            .map(VariableElement::getConstantValue)
            .orElse(null);
  }
}
