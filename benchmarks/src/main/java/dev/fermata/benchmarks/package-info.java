/** What is measured, a package for each subject. {@code Figures} is what they share. */
@NullMarked
package dev.fermata.benchmarks;

import org.jspecify.annotations.NullMarked;
