/**
 * From the {@code @Async} elements of a round to {@link dev.fermata.processor.model.AsyncType}:
 * names, coroutine functions declared and inherited, what stays abstract.
 *
 * <p>Looks at elements alone, so it works where a compiler has no trees, and judges nothing: an
 * invalid type is described as well as it can be.
 */
@NullMarked
package dev.fermata.processor.find;

import org.jspecify.annotations.NullMarked;
