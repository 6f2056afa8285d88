package dev.fermata.processor.diag;

/**
 * Leaves the work on one type after its error has been put into the report. Made by {@link
 * Report.Builder#abort}, so that a caller writes {@code throw report.abort(..)} and flow analysis
 * understands.
 */
public final class AlreadyReportedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AlreadyReportedException(String message) {
    super(message);
  }
}
