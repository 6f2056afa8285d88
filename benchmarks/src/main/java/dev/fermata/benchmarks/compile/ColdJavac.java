package dev.fermata.benchmarks.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the JDK's javac in a process of its own each time, from files to files. */
final class ColdJavac implements AutoCloseable {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path folder;
  private final Path generated;
  private final Path sourceList;
  private final Path completeList;

  /** Writes the files to compile. */
  ColdJavac(List<SourceFile> sources, List<SourceFile> generated) throws IOException {
    folder = Files.createTempDirectory("compile-time");
    this.generated = folder.resolve("generated");
    List<String> files = new ArrayList<>(write(sources, folder.resolve("source")));
    sourceList = Files.write(folder.resolve("source-list"), files);
    files.addAll(write(generated, this.generated));
    completeList = Files.write(folder.resolve("complete-list"), files);
  }

  private static List<String> write(List<SourceFile> sources, Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (SourceFile source : sources) {
      Path file = folder.resolve(source.typeName().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.text()).toString());
    }
    return files;
  }

  /** The milliseconds of processor time of a run without any processor, over all files. */
  double plain() throws IOException, InterruptedException {
    return run(completeList, "-", "-proc:none");
  }

  /** The same of a run with the processor, over the source alone. */
  double withProcessor() throws IOException, InterruptedException {
    return run(sourceList, "-", "-processorpath", CLASS_PATH);
  }

  /** The same of a run with the floor. */
  double floor() throws IOException, InterruptedException {
    return run(sourceList, generated.toString());
  }

  private double run(Path list, String floor, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", CLASS_PATH, OneJavac.class.getName(), list.toString(), floor));
    command.addAll(List.of("-nowarn", "-cp", CLASS_PATH, "-d"));
    command.add(Files.createTempDirectory(folder, "classes").toString());
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String nanos =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("javac failed");
    }
    return Long.parseLong(nanos) / 1e6;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
