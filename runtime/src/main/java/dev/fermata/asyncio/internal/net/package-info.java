/**
 * Waiting for the outside world.
 *
 * <p>The loop calls in; nothing here calls back into the loop. This package imports nothing of
 * Fermata.
 */
@NullMarked
package dev.fermata.asyncio.internal.net;

import org.jspecify.annotations.NullMarked;
