/**
 * The annotation processor of Fermata: compiles coroutine functions to plain Java state machines.
 *
 * <p>JavaPoet and the service annotation are needed to build this module, not to use it: JavaPoet's
 * classes are part of the jar, in a package of ours.
 */
module dev.fermata.processor {
  requires static com.google.auto.service;
  requires static com.palantir.javapoet;
  requires java.compiler;
  requires jdk.compiler;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.fermata.processor.FermataProcessor;
}
