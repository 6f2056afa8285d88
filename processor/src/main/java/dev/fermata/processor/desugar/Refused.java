package dev.fermata.processor.desugar;

import com.sun.source.util.TreePath;
import dev.fermata.processor.diag.DiagnosticKey;
import java.util.Arrays;

/** Says that something in a body cannot be translated, with all that its report needs. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final DiagnosticKey key;
  private final transient TreePath path;
  private final transient Object[] arguments;

  Refused(DiagnosticKey key, TreePath path, Object... arguments) {
    super(key + ": " + Arrays.toString(arguments));
    this.key = key;
    this.path = path;
    this.arguments = arguments.clone();
  }

  public DiagnosticKey key() {
    return key;
  }

  /** The user's own tree at which to report it. */
  public TreePath path() {
    return path;
  }

  /** What fills the places in the key's wording. */
  public Object[] arguments() {
    return arguments.clone();
  }
}
