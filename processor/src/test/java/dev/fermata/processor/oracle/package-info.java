/**
 * The differential oracle: what javac alone makes of a body says what our machines must do.
 *
 * <p>A case is a Java file below {@code resources/corpus}. It is compiled twice: in the stub world,
 * by javac alone against an API whose {@code await} returns at once, and in the real world, by our
 * processor against our runtime. Each method of a case that takes a {@code Trace} runs in both, and
 * the two traces must be equal, however its awaits suspend and whichever of them fails.
 *
 * <p>Data flows from {@link dev.fermata.processor.oracle.Case} through {@link
 * dev.fermata.processor.oracle.World}, which compiles many cases at once with {@link
 * dev.fermata.processor.oracle.MemoryCompiler}, to {@link dev.fermata.processor.oracle.Built},
 * which runs them, to {@link dev.fermata.processor.oracle.Comparison}.
 */
@NullMarked
package dev.fermata.processor.oracle;

import org.jspecify.annotations.NullMarked;
