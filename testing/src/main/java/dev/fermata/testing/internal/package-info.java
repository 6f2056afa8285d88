/** What JUnit finds by itself; nothing to import. */
@NullMarked
package dev.fermata.testing.internal;

import org.jspecify.annotations.NullMarked;
