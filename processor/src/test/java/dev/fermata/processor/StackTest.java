package dev.fermata.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Coroutine;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Future;
import dev.fermata.asyncio.Task;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks of coroutines, those that are logical and those of the thread. */
final class StackTest {
  private static final String SOURCE =
      """
      package stacks;

      import static dev.fermata.asyncio.Asyncio.await;

      import dev.fermata.Async;
      import dev.fermata.asyncio.Coroutine;
      import dev.fermata.asyncio.Future;
      import java.util.List;

      @Async
      public interface Stacks {
        default Coroutine<Integer> outer(Future<Integer> gate) {
          int n = 1;
          try {
            n += await(middle(gate));
          } finally {
            n++;
          }
          return Coroutine.of(n);
        }

        default Coroutine<Integer> middle(Future<Integer> gate) {
          try {
            try {
              return Coroutine.of(1 + await(inner(gate)));
            } catch (IllegalStateException e) {
              return Coroutine.of(
                  await(inner(gate))
                      + 1);
            }
          } finally {
            gate.hashCode();
          }
        }

        default Coroutine<Integer> inner(Future<Integer> gate) {
          int first =
              await(gate);
          return Coroutine.of(first);
        }

        default Coroutine<Integer> depths(Future<Integer> done, List<Object> seen) {
          for (int i = 0; i < 100; i++) {
            seen.add(Thread.currentThread());
            seen.add(new Throwable().getStackTrace().length);
            await(done);
          }
          return Coroutine.of(1);
        }
      }
      """;

  @TempDir Path folder;

  private final EventLoop loop = EventLoop.create();
  private URLClassLoader loader;
  private Object stacks;

  @BeforeEach
  void compile() throws Exception {
    Path source = Files.writeString(folder.resolve("Stacks.java"), SOURCE);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              null,
              List.of("-d", folder.toString()),
              null,
              files.getJavaFileObjects(source));
      task.setProcessors(List.of(new FermataProcessor()));
      assertThat(task.call()).isTrue();
    }
    loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, StackTest.class.getClassLoader());
    stacks = loader.loadClass("stacks.StacksAsync").getConstructor().newInstance();
  }

  @AfterEach
  void close() throws IOException {
    loop.close();
    loader.close();
  }

  // catalogue 112
  @Test
  void linesOfNestedAwaitsInATry() throws Exception {
    Future<Integer> gate = loop.createFuture();
    Task<?> task = loop.createTask(call("outer", gate));
    turn();

    assertThat(lines(task))
        .containsExactly(
            "stacks.Stacks.outer(Stacks.java:15)",
            "stacks.Stacks.middle(Stacks.java:25)",
            "stacks.Stacks.inner(Stacks.java:38)");
    gate.setResult(1);
    loop.runUntilComplete(task);
  }

  // catalogue 113
  @Test
  void everyLineIsOneOfTheBody() throws Exception {
    for (Class<?> machine : loader.loadClass("stacks.StacksCoroutines").getDeclaredClasses()) {
      String text = Files.readString(folder.resolve("stacks/StacksCoroutines.java"));
      String made = text.substring(text.indexOf("class " + machine.getSimpleName()));
      String table = made.replaceFirst("(?s).*?return location\\((.*?)\\);.*", "$1");
      List<String> entries = List.of(table.split(",\\s*"));
      int start = line("default Coroutine<Integer> " + entries.get(1).replace("\"", "") + "(");

      assertThat(entries.subList(3, entries.size()))
          .isNotEmpty()
          .allSatisfy(entry -> assertThat(Integer.parseInt(entry)).isBetween(start, endOf(start)));
    }
  }

  // catalogue 78
  @Test
  void whatIsDoneIsAwaitedOnTheSameThreadAtTheSameDepth() throws Exception {
    Future<Integer> done = loop.createFuture();
    done.setResult(1);
    List<Object> seen = new ArrayList<>();
    loop.runUntilComplete(call("depths", done, seen));

    assertThat(seen).hasSize(200);
    assertThat(new HashSet<>(seen)).hasSize(2).contains(Thread.currentThread());
  }

  private Coroutine<?> call(String name, Object... arguments) throws Exception {
    Class<?>[] types =
        arguments.length == 1
            ? new Class<?>[] {Future.class}
            : new Class<?>[] {Future.class, List.class};
    return (Coroutine<?>) stacks.getClass().getMethod(name, types).invoke(stacks, arguments);
  }

  private void turn() {
    loop.callSoon(loop::stop);
    loop.runForever();
  }

  private static List<String> lines(Task<?> task) {
    return task.getStack().stream()
        .map(
            each ->
                each.getClassName()
                    + "."
                    + each.getMethodName()
                    + "("
                    + each.getFileName()
                    + ":"
                    + each.getLineNumber()
                    + ")")
        .toList();
  }

  private static int line(String text) {
    return (int) SOURCE.substring(0, SOURCE.indexOf(text)).lines().count();
  }

  /** The line of the brace that closes the method. */
  private static int endOf(int start) {
    List<String> lines = SOURCE.lines().toList();
    int end = start;
    while (!lines.get(end - 1).equals("  }")) {
      end++;
    }
    return end;
  }
}
