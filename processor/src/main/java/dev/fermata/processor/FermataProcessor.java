package dev.fermata.processor;

import com.google.auto.service.AutoService;
import dev.fermata.processor.diag.TreeAccess;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Javac's entry to Fermata.
 *
 * <p>Asks for all annotations, not {@code @Async} alone, so that it also sees a compilation in
 * which that was forgotten; it claims none.
 */
@AutoService(Processor.class)
public final class FermataProcessor extends AbstractProcessor {
  private final MachineGenerator.Factory generator;
  private @Nullable Rounds rounds;

  /** The processor as compilers create it. */
  public FermataProcessor() {
    this(CarefulGenerator::new);
  }

  /** A processor whose machines are made by something else: for tests of all that is around it. */
  FermataProcessor(MachineGenerator.Factory generator) {
    this.generator = generator;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    ProcessorOptions options = ProcessorOptions.parse(environment.getOptions());
    Optional<TreeAccess> trees = options.stubs() ? Optional.empty() : TreeAccess.of(environment);
    rounds =
        new Rounds(
            environment,
            trees,
            trees.map(access -> generator.create(environment, access, options)),
            options);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (rounds != null) {
      rounds.process(round);
    }
    return false;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return ProcessorOptions.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }
}
