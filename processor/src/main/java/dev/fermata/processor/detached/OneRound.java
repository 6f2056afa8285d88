package dev.fermata.processor.detached;

import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The processor of the second compiler: does the work in the first round, on one type. */
final class OneRound<R> extends AbstractProcessor {

  private final String typeName;
  private final DetachedCompiler.Work<R> work;
  private final Counterparts counterparts;
  private boolean done;
  private @Nullable R result;
  private @Nullable Throwable thrown;

  OneRound(String typeName, DetachedCompiler.Work<R> work, Counterparts counterparts) {
    this.typeName = typeName;
    this.work = work;
    this.counterparts = counterparts;
  }

  @Nullable R result() {
    return result;
  }

  /** Throws what the work threw, which must not meet javac on its way. */
  void rethrow() {
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    } else if (thrown instanceof Error error) {
      throw error;
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(typeName);
    Optional<TreeAccess> trees = TreeAccess.of(processingEnv);
    if (!done && type != null && trees.isPresent()) {
      done = true;
      Report.Builder report = Report.builder();
      try {
        result = work.run(processingEnv, trees.get(), type, report);
      } catch (RuntimeException | Error failed) {
        thrown = failed;
      }
      counterparts.add(report.build(), trees.get().trees());
    }
    return false;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }
}
