/**
 * Random bodies against the oracle.
 *
 * <p>Data flows from a seed through {@link dev.fermata.processor.fuzz.ProgramGenerator}, which
 * makes a well-typed, terminating program as a tree of {@link dev.fermata.processor.fuzz.Piece}, to
 * the oracle; a program that means something else after compilation goes through {@link
 * dev.fermata.processor.fuzz.Shrinker} before it is shown.
 */
@NullMarked
package dev.fermata.processor.fuzz;

import org.jspecify.annotations.NullMarked;
