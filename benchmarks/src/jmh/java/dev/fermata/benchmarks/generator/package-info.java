/**
 * What a value of a generator costs. {@code Counting} and {@code Walking} are measured; {@code
 * Generators} has the bodies, {@code Iterators} the same by hand, {@code Sequences.kt} in Kotlin.
 */
@NullMarked
package dev.fermata.benchmarks.generator;

import org.jspecify.annotations.NullMarked;
