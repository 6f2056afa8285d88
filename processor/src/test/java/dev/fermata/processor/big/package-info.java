/** Bodies of any size: they compile, mean the same, and no method of theirs is too large. */
@NullMarked
package dev.fermata.processor.big;

import org.jspecify.annotations.NullMarked;
