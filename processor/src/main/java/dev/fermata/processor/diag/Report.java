package dev.fermata.processor.diag;

import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** The findings about one type in the order in which they were made. Immutable. */
public record Report(List<Diagnostic> diagnostics) {

  public Report {
    diagnostics = List.copyOf(diagnostics);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Whether one of the findings forbids to generate the machines. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.key().isError());
  }

  /**
   * Collects findings. A rule adds and goes on; only what cannot go on {@linkplain #abort aborts}.
   */
  public static final class Builder {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Builder() {}

    /** Adds a finding at an element. */
    public Builder add(DiagnosticKey key, Element element, Object... arguments) {
      diagnostics.add(new Diagnostic(key, key.message(arguments), element, null));
      return this;
    }

    /** Adds a finding at a tree. */
    public Builder add(DiagnosticKey key, TreePath path, Object... arguments) {
      diagnostics.add(new Diagnostic(key, key.message(arguments), null, path));
      return this;
    }

    /** Adds a finding made elsewhere. */
    public Builder add(Diagnostic finding) {
      diagnostics.add(finding);
      return this;
    }

    /** Adds a finding and returns what to throw to leave this type. */
    public AlreadyReportedException abort(DiagnosticKey key, Element element, Object... arguments) {
      add(key, element, arguments);
      return new AlreadyReportedException(key.message(arguments));
    }

    /** Adds a finding and returns what to throw to leave this type. */
    public AlreadyReportedException abort(DiagnosticKey key, TreePath path, Object... arguments) {
      add(key, path, arguments);
      return new AlreadyReportedException(key.message(arguments));
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(d -> d.key().isError());
    }

    public Report build() {
      return new Report(diagnostics);
    }
  }
}
