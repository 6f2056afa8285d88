package dev.fermata.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A process that compiles once, as {@code javac} does, and then prints its processor time. */
final class OneJavac {

  private OneJavac() {}

  /**
   * Compiles.
   *
   * @param arguments a file that lists the sources; a folder with what the {@linkplain Floor floor}
   *     is to write, or {@code -} to run without it; and options of javac
   */
  public static void main(String[] arguments) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options = Arrays.asList(arguments).subList(2, arguments.length);
    boolean success;
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              null,
              options,
              null,
              files.getJavaFileObjectsFromStrings(Files.readAllLines(Path.of(arguments[0]))));
      if (!arguments[1].equals("-")) {
        task.setProcessors(List.of(new Floor(read(Path.of(arguments[1])))));
      }
      success = task.call();
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(system.getProcessCpuTime());
    System.exit(success ? 0 : 1);
  }

  private static List<SourceFile> read(Path folder) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    List<Path> files;
    try (var found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replaceFirst("\\.java$", "");
      sources.add(
          new SourceFile(
              name.replace(file.getFileSystem().getSeparator(), "."), Files.readString(file)));
    }
    return sources;
  }
}
