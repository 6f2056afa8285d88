/**
 * What the early phases hand on: immutable records over {@code javax.lang.model} elements, and the
 * names of the runtime that generated code mentions.
 *
 * <p>{@code find} builds them, everything above reads them. An instance is valid for one round of
 * processing only, since javac enters its elements anew each round.
 */
@NullMarked
package dev.fermata.processor.model;

import org.jspecify.annotations.NullMarked;
