/**
 * What javac knows about the bodies of an {@code @Async} type, and their text.
 *
 * <p>{@code BodyAttributor} makes javac attribute the type in place. Its {@code AttributedType}
 * hands out an {@code AttributedBody} for each coroutine function, which {@code desugar} asks about
 * trees: types, symbols, suspensions, and the source of a tree as {@link
 * dev.fermata.processor.ir.Code} with every name resolved. Everything here is valid for one round
 * of processing, since javac enters its trees anew each round.
 */
@NullMarked
package dev.fermata.processor.attribute;

import org.jspecify.annotations.NullMarked;
