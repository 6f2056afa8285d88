package dev.fermata.processor.diag;

import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * One finding, worded and placed.
 *
 * @param message the whole text, key included
 * @param element where it is reported when there is no path
 * @param path the tree at whose own line and column it is reported
 */
public record Diagnostic(
    DiagnosticKey key, String message, @Nullable Element element, @Nullable TreePath path) {}
