package dev.fermata.processor;

import dev.fermata.processor.allocate.StepSplitter;

/** The processor as it is, but for where it thinks a method too large. */
public final class SplitProcessor {

  /** A processor that splits step methods of more bytes than that. */
  public static FermataProcessor splittingAbove(int bytes) {
    return new FermataProcessor(
        (environment, trees, options) ->
            new CarefulGenerator(
                environment,
                trees,
                options,
                (e, t, o) -> new Pipeline(e, t, o, new StepSplitter(bytes))),
        true);
  }

  private SplitProcessor() {}
}
