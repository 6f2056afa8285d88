/**
 * A link checker: every link and anchor of every page of a folder or a web site.
 *
 * <p>Data flows one way. {@link dev.fermata.examples.linkcheck.LinkCheck} reads the {@code
 * Arguments} and, for a folder, starts a {@code FolderServer}; the {@code Crawler} visits
 * addresses, each through the {@code Fetcher}; what came back becomes a {@code Page} and is kept in
 * the {@code Findings}; the {@code Report} prints those. Only {@code Crawler}, {@code Fetcher} and
 * {@code Progress} are asynchronous. All of it runs on one event loop, so nothing here is locked.
 */
@NullMarked
package dev.fermata.examples.linkcheck;

import org.jspecify.annotations.NullMarked;
