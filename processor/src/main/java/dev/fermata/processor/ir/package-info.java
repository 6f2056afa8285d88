/**
 * The intermediate form of one coroutine body: structured statements and expressions in which only
 * what contains a suspension is taken apart.
 *
 * <p>Everything else is {@link dev.fermata.processor.ir.Code}: the user's own source text with
 * holes where a name must be resolved anew (a variable, a type, the receiver, a jump out). The
 * types here are data and nothing but data. {@code desugar} builds them, {@code lower} consumes
 * them; nothing in this package knows javac's trees or JavaPoet.
 */
@NullMarked
package dev.fermata.processor.ir;

import org.jspecify.annotations.NullMarked;
