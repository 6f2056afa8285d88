package dev.fermata.processor;

import dev.fermata.processor.detached.ErrorWatch;
import dev.fermata.processor.detached.WideningCompiler;
import dev.fermata.processor.detached.WideningCompiler.Outcome;
import dev.fermata.processor.diag.Report;
import dev.fermata.processor.diag.TreeAccess;
import dev.fermata.processor.emit.GeneratedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Hands generated files to the compiler: as sources, or as class files where they name types that
 * are private, with the text beside them for people to read.
 *
 * <p>Such a file is compiled at the end of the round, when all is there that it may mention. Should
 * it mention what another processor has yet to make, it is compiled in a later round.
 */
final class WidenedFiles {

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Filer filer;
  private final WideningCompiler compiler;

  /** Files to be compiled here. */
  private final Map<String, GeneratedFile> pending = new LinkedHashMap<>();

  /** What of this round the compilation does not see yet. */
  private final Map<String, String> fresh = new LinkedHashMap<>();

  private final List<Supplier<GeneratedFile>> expected = new ArrayList<>();
  private List<String> errors = List.of();

  WidenedFiles(ProcessingEnvironment environment, TreeAccess trees) {
    this.environment = TreeAccess.unwrap(environment);
    elements = environment.getElementUtils();
    filer = environment.getFiler();
    compiler = new WideningCompiler(environment, trees);
  }

  /** Hands on a file, now or at the end of the round. */
  void write(GeneratedFile file) throws IOException {
    if (file.namesPrivateTypes()) {
      file.writeTextTo(filer);
      pending.put(file.qualifiedName(), file);
    } else {
      file.writeTo(filer);
      fresh.put(file.qualifiedName(), file.text());
    }
  }

  /**
   * Tells of a file that others of this round may mention, though it is for a later one to write.
   *
   * @param standIn one that declares as much, made only if it is needed
   */
  void expect(Supplier<GeneratedFile> standIn) {
    expected.add(standIn);
  }

  /** Ends the round. */
  void compile() throws IOException {
    if (!pending.isEmpty()) {
      Map<String, String> wanted = new LinkedHashMap<>();
      List<TypeElement> owners = new ArrayList<>();
      pending.forEach(
          (name, file) -> {
            wanted.put(name, file.text());
            owners.add(origin(file));
          });
      Map<String, String> others = new LinkedHashMap<>(fresh);
      for (Supplier<GeneratedFile> each : expected) {
        GeneratedFile standIn = each.get();
        others.putIfAbsent(standIn.qualifiedName(), standIn.text());
        if (standIn.namesPrivateTypes()) {
          owners.add(origin(standIn));
        }
      }
      others.keySet().removeAll(wanted.keySet());
      Outcome outcome = compiler.compile(wanted, others, owners);
      errors = outcome.errors();
      if (errors.isEmpty()) {
        write(outcome.classes());
        pending.clear();
      }
    }
    fresh.clear();
    expected.clear();
  }

  private void write(Map<String, byte[]> classes) throws IOException {
    for (Map.Entry<String, byte[]> each : classes.entrySet()) {
      String topLevel = each.getKey();
      while (!pending.containsKey(topLevel)) {
        topLevel = topLevel.substring(0, topLevel.lastIndexOf('$'));
      }
      TypeElement origin = origin(pending.get(topLevel));
      try (OutputStream out = filer.createClassFile(each.getKey(), origin).openOutputStream()) {
        out.write(each.getValue());
      }
    }
  }

  /** The type of the user's, as this round knows it. */
  private TypeElement origin(GeneratedFile file) {
    return elements.getTypeElement(file.origin().getQualifiedName());
  }

  /**
   * After the last round: reports the files that could not be compiled, should nothing else be
   * wrong.
   */
  void finish(Consumer<Report> reporter) {
    for (GeneratedFile file : pending.values()) {
      TypeElement origin = origin(file);
      String message = file.qualifiedName() + " does not compile: " + String.join("; ", errors);
      Report report = Crashes.report(origin, new IllegalStateException(message));
      ErrorWatch.watch(environment, origin, () -> reporter.accept(report));
    }
  }
}
