/** Rules about the code itself. */
@NullMarked
package dev.fermata.processor.arch;

import org.jspecify.annotations.NullMarked;
