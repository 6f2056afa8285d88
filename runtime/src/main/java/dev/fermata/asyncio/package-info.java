/** What users import: asyncio's classes and functions, under asyncio's names in Java's case. */
@NullMarked
package dev.fermata.asyncio;

import org.jspecify.annotations.NullMarked;
