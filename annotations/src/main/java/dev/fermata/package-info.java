/**
 * Annotations only.
 *
 * <p>They are a module of their own, without dependencies, so that a library can carry them without
 * carrying the runtime. The processor reads them from the user's source and from compiled jars.
 */
@NullMarked
package dev.fermata;

import org.jspecify.annotations.NullMarked;
