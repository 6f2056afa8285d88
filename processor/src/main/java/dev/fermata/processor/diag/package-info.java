/**
 * What the processor has to say to its user: the list of all diagnostics, one finding, an ordered
 * report, and the one class that prints.
 *
 * <p>Rules fill a {@link dev.fermata.processor.diag.Report}; only the top level prints it, through
 * {@link dev.fermata.processor.diag.MessagerReporter}. Imports nothing of the processor.
 */
@NullMarked
package dev.fermata.processor.diag;

import org.jspecify.annotations.NullMarked;
