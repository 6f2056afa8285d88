/**
 * From the attributed trees of one coroutine body to the intermediate form: {@link
 * dev.fermata.processor.attribute.AttributedBody} in, {@link dev.fermata.processor.ir.IrBody} out.
 *
 * <p>{@code BodyToIr} is the way in; {@code StatementsToIr} and {@code ExpressionsToIr} hand each
 * construct to the class that knows it. What contains no suspension is carried over as text; the
 * rest is taken apart so far that the order of evaluation can be read off the result, and no
 * further. States, saved operands and finally blocks are the business of {@code lower}.
 */
@NullMarked
package dev.fermata.processor.desugar;

import org.jspecify.annotations.NullMarked;
