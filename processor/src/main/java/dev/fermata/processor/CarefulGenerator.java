package dev.fermata.processor;

import dev.fermata.processor.detached.DetachedCompiler;
import dev.fermata.processor.detached.DetachedCompiler.Outcome;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.emit.GeneratedFile;
import dev.fermata.processor.find.AsyncTypeFinder;
import dev.fermata.processor.model.AsyncType;
import javax.annotation.processing.ProcessingEnvironment;

/** Runs the pipeline in place, or detached where the type could not be compiled after that. */
final class CarefulGenerator implements MachineGenerator {

  private final ProcessorOptions options;
  private final MachineGenerator.Factory pipelines;
  private final MachineGenerator inPlace;
  private final DetachedCompiler detached;

  CarefulGenerator(ProcessingEnvironment environment, TreeAccess trees, ProcessorOptions options) {
    this(environment, trees, options, Pipeline::new);
  }

  /**
   * Runs other pipelines.
   *
   * @param pipelines makes one for a compilation
   */
  CarefulGenerator(
      ProcessingEnvironment environment,
      TreeAccess trees,
      ProcessorOptions options,
      MachineGenerator.Factory pipelines) {
    this.options = options;
    this.pipelines = pipelines;
    this.inPlace = pipelines.create(environment, trees, options);
    this.detached = new DetachedCompiler(environment, trees);
  }

  @Override
  public void beginRound() {
    inPlace.beginRound();
  }

  @Override
  public Result generate(AsyncType type, Report.Builder report) {
    return detached.isNeeded(type.element())
        ? generateDetached(type, report)
        : inPlace.generate(type, report);
  }

  private Result generateDetached(AsyncType type, Report.Builder report) {
    Outcome<Result> outcome =
        detached.run(
            type.element(),
            report,
            (environment, trees, element, findings) -> {
              MachineGenerator pipeline = pipelines.create(environment, trees, options);
              pipeline.beginRound();
              return pipeline.generate(
                  new AsyncTypeFinder(environment.getElementUtils()).describe(element), findings);
            });
    Result result = outcome.result();
    if (result instanceof Result.NotYet && !outcome.lasting()) {
      return result;
    }
    if (result == null || result instanceof Result.NotYet || !outcome.errors().isEmpty()) {
      detached.expect(outcome.errors(), type.element());
      return new Result.Failed();
    }
    return result instanceof Result.Generated generated
        ? new Result.Generated(
            new GeneratedFile(
                generated.file().qualifiedName(),
                generated.file().text(),
                type.element(),
                generated.file().namesPrivateTypes()))
        : result;
  }
}
