package dev.fermata.benchmarks.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A processor, and the processor time that it takes in each round. */
final class TimedProcessor implements Processor {
  private final Processor timed;
  private final List<Long> nanosOfRound = new ArrayList<>();

  TimedProcessor(Processor timed) {
    this.timed = timed;
  }

  List<Long> nanosOfRound() {
    return List.copyOf(nanosOfRound);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    long start = ThreadTime.nanos();
    timed.process(annotations, round);
    nanosOfRound.add(ThreadTime.nanos() - start);
    return false; // as the processor itself
  }

  @Override
  public void init(ProcessingEnvironment environment) {
    timed.init(environment);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return timed.getSupportedOptions();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return timed.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return timed.getSupportedSourceVersion();
  }

  @Override
  public Iterable<? extends Completion> getCompletions(
      Element element,
      AnnotationMirror annotation,
      ExecutableElement member,
      @Nullable String userText) {
    return timed.getCompletions(element, annotation, member, userText);
  }
}
