package dev.fermata.processor.detached;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;

/** What a second compiler is told, so that it takes the same language and platform for granted. */
final class CompilerOptions {

  private CompilerOptions() {}

  static List<String> of(ProcessingEnvironment environment) {
    List<String> options = new ArrayList<>(List.of("-implicit:none", "-Xlint:none"));
    String version = environment.getSourceVersion().name().substring("RELEASE_".length());
    if (OuterFiles.isPlatformOfThisJdk(environment)) {
      options.addAll(List.of("-source", version, "-target", version));
    } else {
      options.addAll(List.of("--release", version));
    }
    String platform = OuterFiles.platformModules(environment);
    options.addAll(List.of("--add-modules", platform, "--limit-modules", platform));
    if (environment.isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    return options;
  }
}
