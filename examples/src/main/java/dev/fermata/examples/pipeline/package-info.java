/**
 * A lazy pipeline of generators over a file that does not fit into memory.
 *
 * <p>{@link dev.fermata.examples.pipeline.SlowRequests} is the program; {@code Pipeline} has the
 * stages, each of which asks the one before it for what it needs.
 */
@NullMarked
package dev.fermata.examples.pipeline;

import org.jspecify.annotations.NullMarked;
