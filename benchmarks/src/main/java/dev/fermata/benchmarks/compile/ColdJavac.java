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
  private final Path folder;

  ColdJavac() throws IOException {
    folder = Files.createTempDirectory("compile-time");
  }

  /** Writes sources into a folder below this one's. */
  List<String> write(List<SourceFile> sources, String name) throws IOException {
    List<String> files = new ArrayList<>();
    for (SourceFile source : sources) {
      Path file = folder.resolve(name).resolve(source.typeName().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.text()).toString());
    }
    return files;
  }

  /** The milliseconds of processor time of a run without any processor. */
  double plain(List<String> files) throws IOException, InterruptedException {
    return run(files, "-proc:none");
  }

  double withProcessor(List<String> files) throws IOException, InterruptedException {
    return run(files, "-processorpath", System.getProperty("java.class.path"));
  }

  private double run(List<String> files, String... options)
      throws IOException, InterruptedException {
    String path = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", path, OneJavac.class.getName()));
    command.addAll(List.of("-nowarn", "-cp", path, "-d"));
    command.add(Files.createTempDirectory(folder, "classes").toString());
    command.addAll(List.of(options));
    command.add("@" + Files.write(folder.resolve("files"), files));
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
