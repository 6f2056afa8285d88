/**
 * The same small programs, written by each {@link dev.fermata.benchmarks.coroutine.Competitor}: for
 * Fermata in {@code Coroutines}, as a user would write them; for the others as theirs would. {@link
 * dev.fermata.benchmarks.coroutine.Program} says how large they are and what they must come to;
 * {@link dev.fermata.benchmarks.coroutine.WholeProcess} runs those of which one fills a process.
 */
@NullMarked
package dev.fermata.benchmarks.coroutine;

import org.jspecify.annotations.NullMarked;
