package dev.fermata.processor;

import dev.fermata.processor.diag.DiagnosticKey;
import dev.fermata.processor.diag.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.lang.model.element.TypeElement;

/** A crash of the processor is a diagnostic too, at the user's element. */
final class Crashes {

  static Report report(TypeElement element, Throwable crash) {
    StringWriter trace = new StringWriter();
    crash.printStackTrace(new PrintWriter(trace, true));
    return Report.builder()
        .add(DiagnosticKey.CRASH, element, version(), element.getQualifiedName(), trace)
        .build();
  }

  private static String version() {
    String version = FermataProcessor.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  private Crashes() {}
}
