/**
 * The annotation processor of Fermata: from the bodies of {@code @Async} types to state machines.
 *
 * <p>{@link dev.fermata.processor.FermataProcessor} is javac's entry, {@link
 * dev.fermata.processor.Rounds} decides what is made in which round, and a {@link
 * dev.fermata.processor.MachineGenerator} takes one type through the phases. Each phase is a
 * package below this one; the data goes from elements ({@code find}, {@code model}) over trees
 * ({@code attribute}, {@code validate}, {@code desugar}) to the intermediate form ({@code ir},
 * {@code lower}, {@code allocate}) and out as source text ({@code emit}).
 */
@NullMarked
package dev.fermata.processor;

import org.jspecify.annotations.NullMarked;
