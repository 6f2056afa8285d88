package dev.fermata.processor.diag;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Javac's trees, where there are any.
 *
 * <p>Build tools hand processors an environment of their own around the compiler's, and {@link
 * Trees} accepts only the compiler's:
 *
 * <ul>
 *   <li>Gradle's wrapper keeps it in a field {@code delegate};
 *   <li>IntelliJ's is a proxy, with a class {@code APIWrappers} beside it to unwrap it.
 * </ul>
 *
 * <p>The wrappers are ordinary classes of their tools, so no module has to be opened for this.
 */
public final class TreeAccess {
  private static final String DELEGATE = "delegate";
  private static final int MOST_WRAPPERS = 8;

  private final Trees trees;

  private TreeAccess(Trees trees) {
    this.trees = trees;
  }

  public Trees trees() {
    return trees;
  }

  /** Empty where the compiler is not javac. */
  public static Optional<TreeAccess> of(ProcessingEnvironment environment) {
    try {
      return Optional.of(new TreeAccess(Trees.instance(unwrap(environment))));
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
            field.getName().equals(DELEGATE)
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
