/**
 * What generated code extends and calls; not for users.
 *
 * <p>It is public because generated classes live in users' packages. It changes together with the
 * processor and only with it. It depends on {@code dev.fermata.asyncio}, never the other way round.
 */
@NullMarked
package dev.fermata.asyncio.codegen;

import org.jspecify.annotations.NullMarked;
