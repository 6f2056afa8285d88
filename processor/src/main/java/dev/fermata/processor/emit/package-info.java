/**
 * Writes Java: the face and the stubs from elements alone, the machines from the allocated graph.
 *
 * <p>The only package that names JavaPoet; what leaves it is a {@link
 * dev.fermata.processor.emit.GeneratedFile}. Data flows in from {@code model} and {@code allocate}.
 */
@NullMarked
package dev.fermata.processor.emit;

import org.jspecify.annotations.NullMarked;
