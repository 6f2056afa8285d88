/** How long javac takes with the processor, and how that grows. */
@NullMarked
package dev.fermata.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
