/**
 * What is wrong with a type, or almost surely wrong. One rule, one class; a rule adds to a {@link
 * dev.fermata.processor.diag.Report} and prints nothing.
 *
 * <p>Entered twice: {@code TypeRules} and {@code SignatureRules} look at elements before anything
 * is attributed, {@link dev.fermata.processor.validate.BodyRules} at attributed bodies before they
 * are desugared. What a tree stands for is asked of {@link
 * dev.fermata.processor.validate.Attribution}.
 */
@NullMarked
package dev.fermata.processor.validate;

import org.jspecify.annotations.NullMarked;
