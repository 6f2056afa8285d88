/**
 * A client that tries again, each time after a longer pause: {@link
 * dev.fermata.examples.retry.RetryingClient}. Its test lets minutes pass in milliseconds.
 */
@NullMarked
package dev.fermata.examples.retry;

import org.jspecify.annotations.NullMarked;
