/**
 * The first program to read: {@link dev.fermata.examples.Sums} holds two coroutine functions,
 * {@link dev.fermata.examples.FirstLook} runs them.
 */
@NullMarked
package dev.fermata.examples;

import org.jspecify.annotations.NullMarked;
