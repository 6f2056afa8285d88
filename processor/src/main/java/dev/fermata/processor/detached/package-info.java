/**
 * Attribution that leaves no trace in the compilation: {@link
 * dev.fermata.processor.detached.DetachedCompiler} runs a phase inside a second compiler, on trees
 * of its own, where {@link dev.fermata.processor.detached.CanonicalConstructors} or {@link
 * dev.fermata.processor.detached.NamelessVariables} says that javac could not compile what was
 * attributed in place.
 *
 * <p>{@link dev.fermata.processor.detached.WideningCompiler} makes class files of what the
 * compilation itself would not compile: generated sources that name private types.
 */
@NullMarked
package dev.fermata.processor.detached;

import org.jspecify.annotations.NullMarked;
