package dev.fermata.processor.diag;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Javac's trees, where there are any.
 *
 * <p>Build tools hand processors an environment of their own around the compiler's, and {@link
 * Trees} accepts only the compiler's:
 *
 * <ul>
 *   <li>Gradle's wrapper keeps it in a field {@code delegate}, kapt's in {@code processingEnv};
 *   <li>IntelliJ's is a proxy, with a class {@code APIWrappers} beside it to unwrap it.
 * </ul>
 *
 * <p>The wrappers are ordinary classes of their tools, so no module has to be opened for this.
 */
public final class TreeAccess {
  private static final Set<String> DELEGATES = Set.of("delegate", "processingEnv");
  private static final int MOST_WRAPPERS = 8;

  private final Trees trees;
  private final JavacTask task;

  private TreeAccess(Trees trees, JavacTask task) {
    this.trees = trees;
    this.task = task;
  }

  public Trees trees() {
    return trees;
  }

  /**
   * Has each top-level class handed over once javac itself has attributed it and found no fault in
   * its flow: after the last round, and with nothing to fear for its trees.
   */
  public void onAnalyzed(BiConsumer<TypeElement, CompilationUnitTree> consumer) {
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            TypeElement type = event.getTypeElement();
            CompilationUnitTree unit = event.getCompilationUnit();
            if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null && unit != null) {
              consumer.accept(type, unit);
            }
          }
        });
  }

  /** Empty where the compiler is not javac. */
  public static Optional<TreeAccess> of(ProcessingEnvironment environment) {
    try {
      ProcessingEnvironment javac = unwrap(environment);
      return Optional.of(new TreeAccess(Trees.instance(javac), JavacTask.instance(javac)));
    } catch (IllegalArgumentException | LinkageError notJavac) {
      return Optional.empty();
    }
  }

  /** The compiler's own environment, or what was given where none is found inside it. */
  public static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
    ProcessingEnvironment current = environment;
    for (int i = 0; i < MOST_WRAPPERS; i++) {
      ProcessingEnvironment inner =
          Proxy.isProxyClass(current.getClass()) ? unwrapProxy(current) : delegateOf(current);
      if (inner == null) {
        return current;
      }
      current = inner;
    }
    return current;
  }

  private static @Nullable ProcessingEnvironment unwrapProxy(ProcessingEnvironment proxy) {
    ProcessingEnvironment inner = askIntelliJ(proxy);
    return inner != null ? inner : delegateOf(Proxy.getInvocationHandler(proxy));
  }

  private static @Nullable ProcessingEnvironment askIntelliJ(ProcessingEnvironment proxy) {
    try {
      ClassLoader loader = proxy.getClass().getClassLoader();
      Object inner =
          Class.forName("org.jetbrains.jps.javac.APIWrappers", true, loader)
              .getMethod("unwrap", Class.class, Object.class)
              .invoke(null, ProcessingEnvironment.class, proxy);
      return inner instanceof ProcessingEnvironment found && found != proxy ? found : null;
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException
        | LinkageError notIntelliJ) {
      return null;
    }
  }

  private static @Nullable ProcessingEnvironment delegateOf(Object wrapper) {
    for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        boolean fits =
            DELEGATES.contains(field.getName())
                && (field.getType().isAssignableFrom(ProcessingEnvironment.class)
                    || ProcessingEnvironment.class.isAssignableFrom(field.getType()));
        if (fits && field.trySetAccessible()) {
          return read(field, wrapper);
        }
      }
    }
    return null;
  }

  private static @Nullable ProcessingEnvironment read(Field field, Object wrapper) {
    try {
      return field.get(wrapper) instanceof ProcessingEnvironment found ? found : null;
    } catch (IllegalAccessException refused) {
      return null;
    }
  }
}
