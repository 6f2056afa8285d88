package dev.fermata.processor.oracle;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cases that one world could compile, ready to run; and why it could not compile the others.
 */
final class Built {
  /** Far beyond what any case takes: a run that is not over by then hangs. */
  private static final long PATIENCE_SECONDS = 60;

  private final String world;
  private final @Nullable ClassLoader parent;
  private final Map<String, byte[]> classes;
  private final Map<String, String> generated;
  private final Map<Case, String> failures;
  private final ClassLoader shared;
  private ExecutorService runner = newRunner();
  private volatile @Nullable Thread thread;

  Built(
      String world,
      @Nullable ClassLoader parent,
      Map<String, byte[]> classes,
      Map<String, String> generated,
      Map<Case, String> failures) {
    this.world = world;
    this.parent = parent;
    this.classes = classes;
    this.generated = generated;
    this.failures = failures;
    this.shared = new Loader(parent, classes, true);
  }

  /** How a run is to go; {@code failing} is the number of the awaitable that fails, 0 for none. */
  record Setting(Policy policy, int failing, boolean assertions) {
    @Override
    public String toString() {
      return policy.name().toLowerCase(java.util.Locale.ROOT)
          + (failing == 0 ? "" : ", await " + failing + " fails")
          + (assertions ? "" : ", assertions off");
    }
  }

  /**
   * What a run did.
   *
   * @param made how many awaitables it made
   */
  record Outcome(List<String> lines, int made) {}

  /** Why the case could not be compiled, or null. */
  @Nullable String failure(Case c) {
    return failures.get(c);
  }

  /** What was generated for the case. */
  String generated(Case c) {
    String stem = c.source().typeName();
    return generated.entrySet().stream()
        .filter(
            e ->
                e.getKey().matches("\\Q" + stem + "\\E(_\\w+)?Coroutines_*")
                    || e.getKey().matches("\\Q" + stem + "\\E(_\\w+)?Async_*"))
        .map(e -> "// " + e.getKey() + "\n" + e.getValue())
        .sorted(Comparator.reverseOrder())
        .collect(Collectors.joining("\n"));
  }

  /** How many bytes of bytecode each method has that was generated for the case. */
  Map<String, Integer> methodSizes(Case c) {
    String stem = c.source().typeName();
    Map<String, Integer> sizes = new TreeMap<>();
    classes.forEach(
        (name, bytes) -> {
          if (name.matches("\\Q" + stem + "\\E(_\\w+)?(Async|Coroutines)_*(\\$.*)?")) {
            MethodSizes.of(bytes).forEach((method, size) -> sizes.put(name + "." + method, size));
          }
        });
    return sizes;
  }

  /** The names of the methods that can be run: those of the case's type that take a trace. */
  List<String> entries(Case c) {
    try {
      return entryMethods(shared.loadClass(c.source().typeName()))
          .map(Method::getName)
          .sorted()
          .toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Method> entryMethods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(m -> !m.isBridge() && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> m.getReturnType().getSimpleName().equals("Coroutine"))
        .filter(
            m ->
                m.getParameterCount() == 1
                    && m.getParameterTypes()[0].getName().equals("oracle.Trace"));
  }

  Outcome run(Case c, String entry, Setting setting) {
    boolean fresh = c.is(Case.FRESH) || !setting.assertions();
    ClassLoader loader = fresh ? new Loader(parent, classes, setting.assertions()) : shared;
    Future<Outcome> run = runner.submit(() -> run(loader, c, entry, setting));
    try {
      return run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      Thread stuck = thread;
      String stack = stuck == null ? "" : Arrays.toString(stuck.getStackTrace());
      run.cancel(true);
      runner = newRunner();
      throw new AssertionError(world + " world: " + entry + " hangs (" + setting + ") " + stack, e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(world + " world: " + entry + " cannot run (" + setting + ")", e);
    }
  }

  private Outcome run(ClassLoader loader, Case c, String entry, Setting setting)
      throws ReflectiveOperationException {
    thread = Thread.currentThread();
    Class<?> type = Class.forName(c.source().typeName(), false, loader);
    Method method =
        entryMethods(type).filter(m -> m.getName().equals(entry)).findFirst().orElseThrow();
    method.setAccessible(true);
    Object instance = instance(loader, type);
    Method run =
        Class.forName("oracle.Runner", true, loader)
            .getMethod("run", Object.class, Method.class, String.class, int.class);
    Object trace;
    try {
      trace = run.invoke(null, instance, method, setting.policy().argument(), setting.failing());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
    Class<?> traceType = trace.getClass();
    List<?> lines = (List<?>) traceType.getMethod("lines").invoke(trace);
    return new Outcome(
        lines.stream().map(Built::withoutAddresses).toList(),
        (Integer) traceType.getMethod("made").invoke(trace));
  }

  private static String withoutAddresses(Object line) {
    return line.toString().replaceAll("@[0-9a-f]{4,}", "@");
  }

  /** Of the case's nested class Impl where it has one, else of its face. */
  private static Object instance(ClassLoader loader, Class<?> type)
      throws ReflectiveOperationException {
    Class<?> face;
    try {
      face = Class.forName(type.getName() + "$Impl", true, loader);
    } catch (ClassNotFoundException e) {
      face = Class.forName(type.getName() + "Async", true, loader);
    }
    Constructor<?> constructor = face.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static ExecutorService newRunner() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "oracle");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(@Nullable ClassLoader parent, Map<String, byte[]> classes, boolean assertions) {
      super(parent);
      this.classes = classes;
      setDefaultAssertionStatus(assertions);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
