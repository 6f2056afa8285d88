package dev.fermata.examples.linkcheck;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A link of a page.
 *
 * @param written the link as the author wrote it
 * @param target where it leads, without the fragment; null when it is no valid address
 * @param fragment what follows the {@code #}, escapes undone; empty when there is none
 */
record Link(String written, @Nullable URI target, String fragment) {}
